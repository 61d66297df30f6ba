/** Which sheet of a tracker's .xlsx file is which tab: by its title, today's or a former one; else by its headers. */
import { readXlsx } from 'hucre/xlsx';
import { type Cell, headerRowOf, type Tab, tabOf, type Workbook } from '#core/tracker/index.ts';
import { headersOf, titlesOf } from '../../former-words.ts';
import { cellOf } from '../import/source.ts';
import { readSheets, type Sheets, type WantedSheet } from '../workbook/read-sheets.ts';
import { NotATracker, unreadable } from './folder.ts';

type Cells = readonly (readonly Cell[])[];

export interface FoundTabs {
  /** In the language of which most tabs were found. */
  book: Workbook;
  /** Cells of a tab's sheet, by the tab's id. */
  sheets: Map<string, Cells>;
}

/** `optional`: a tab that older trackers are without. */
export async function tabsIn(
  bytes: Buffer,
  books: readonly Workbook[],
  ids: readonly string[],
  optional: string,
): Promise<FoundTabs> {
  const all = [...ids, optional];
  const titled = byTitle(books, all);
  const named = readSheets(bytes, (name) => wantedOf(titled.get(name))) ?? (await slowly(bytes, titled));
  const byName = best(books.map((book) => ({ book, sheets: titledSheets(book, all, named) })));
  if (ids.every((id) => byName.sheets.has(id))) return byName;
  // Somebody has renamed a tab: every sheet is looked at.
  const every = await slowly(bytes);
  const found = best(books.map((book) => ({ book, sheets: headedSheets(book, all, every) })));
  const missing = ids.find((id) => !found.sheets.has(id));
  if (missing === undefined) return found;
  throw new NotATracker({ reason: 'tab', values: { tab: tabOf(found.book, missing).title } });
}

function best(found: readonly FoundTabs[]): FoundTabs {
  return found.reduce((one, other) => (other.sheets.size > one.sheets.size ? other : one));
}

interface Described {
  book: Workbook;
  tab: Tab;
}

/** Two languages may call a tab the same. */
function byTitle(books: readonly Workbook[], ids: readonly string[]): Map<string, Described[]> {
  const found = new Map<string, Described[]>();
  for (const book of books) {
    for (const tab of ids.map((id) => tabOf(book, id))) {
      for (const title of titlesOf(book, tab)) found.set(title, [...(found.get(title) ?? []), { book, tab }]);
    }
  }
  return found;
}

/** What people have typed, and what belongs to the description; formulas are left where they are. */
function wantedOf(described: readonly Described[] = []): WantedSheet | null {
  if (described.length === 0) return null;
  const headers = new Set(described.flatMap(({ book, tab }) => readHeaders(book, tab).flat()));
  const headerRow = Math.max(...described.map(({ tab }) => headerRowOf(tab)));
  return { headerRow, isWanted: (header) => headers.has(header) };
}

/** Of each column that is read, what its header may be. */
function readHeaders(book: Workbook, tab: Tab): string[][] {
  return tab.columns.filter(({ formula }) => formula === undefined).map(({ id }) => headersOf(book, tab, id));
}

function titledSheets(book: Workbook, ids: readonly string[], sheets: Sheets): Map<string, Cells> {
  return new Map(
    ids.flatMap((id) => {
      const title = titlesOf(book, tabOf(book, id)).find((candidate) => sheets.has(candidate));
      return title === undefined ? [] : [[id, sheets.get(title)!] as const];
    }),
  );
}

/** Beside those with their title, the sheets that have all of a tab's headers, and as few others as may be. */
function headedSheets(book: Workbook, ids: readonly string[], sheets: Sheets): Map<string, Cells> {
  const found = titledSheets(book, ids, sheets);
  for (const tab of ids.map((id) => tabOf(book, id)).filter(({ id }) => !found.has(id))) {
    const taken = new Set(found.values());
    const [fitting] = [...sheets.values()]
      .filter((cells) => !taken.has(cells) && isHeaded(cells, book, tab))
      .toSorted((one, other) => headerOf(one, tab).length - headerOf(other, tab).length);
    if (fitting) found.set(tab.id, fitting);
  }
  return found;
}

function isHeaded(cells: Cells, book: Workbook, tab: Tab): boolean {
  const headers = headerOf(cells, tab);
  return readHeaders(book, tab).every((names) => names.some((name) => headers.includes(name)));
}

function headerOf(cells: Cells, tab: Tab): string[] {
  return (cells[headerRowOf(tab) - 1] ?? []).flatMap((cell) => (cell === null ? [] : [String(cell).trim()]));
}

/** By a reader that knows every shape of such a file, and takes ten times as long. */
async function slowly(bytes: Buffer, wanted?: ReadonlyMap<string, unknown>): Promise<Sheets> {
  const { sheets } = await readXlsx(bytes, { sheets: ({ name }) => wanted?.has(name) ?? true }).catch(
    (error: unknown) => {
      throw unreadable(error instanceof Error ? error.message : String(error));
    },
  );
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(cellOf))]));
}
