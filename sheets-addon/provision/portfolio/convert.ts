/** Other forms of a tracker, turned into the folder of CSV files that the portfolio reads. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { LANGUAGES, openDirectory, readDirectory } from '#core';
import type { Rulebook } from '#core/rulebook/schema.ts';
import {
  type Cell,
  describeTracker,
  directoryRows,
  firstRowOf,
  headerRowOf,
  type Row,
  type Tab,
  tabOf,
  type Workbook,
  wordsOf,
} from '#core/tracker/index.ts';
import { cellOf } from '../import/source.ts';
import { writeFolder } from '../tables/write-folder.ts';
import { readSheets, type Sheets, type WantedSheet } from '../workbook/read-sheets.ts';
import { judgedAnswers } from './answers.ts';
import { ANSWERS_FILE, NEEDED, NotATracker } from './folder.ts';

export interface Conversion {
  path: string;
  /** The folder to write. */
  out: string;
  rulebook: Rulebook;
  nowMs: number;
}

const TABS = ['customers', 'managers', 'engagements', 'contacts', 'cases', 'activities', 'calendar', 'rules'];

/** Older trackers are without it. */
const OPTIONAL_TAB = 'inquiries';

/** Of this one only what reports ask for is taken out of the workbook; of all else whether it is there at all. */
const LONGEST_TAB = 'activities';
const REST = 'note';

const unreadable = (detail: string) => new NotATracker({ reason: 'unreadable', values: { detail } });

/** A tracker's .xlsx file. Only the tabs that people write on are read of it. */
export async function convertWorkbook({ path, out, rulebook }: Conversion): Promise<void> {
  const books = describedBy(rulebook);
  const tabsOf = (book: (typeof books)[number]) => TABS.map((id) => tabOf(book, id));
  const optionalOf = (book: (typeof books)[number]) => tabOf(book, OPTIONAL_TAB);
  const tabs = titled(books.flatMap((book) => [...tabsOf(book), optionalOf(book)]));
  const bytes = readFileSync(path);
  const found = readSheets(bytes, (name) => wantedOf(tabs.get(name))) ?? (await slowly(bytes, tabs));
  const score = (book: (typeof books)[number]) => tabsOf(book).filter(({ title }) => found.has(title)).length;
  const book = books.reduce((best, next) => (score(next) > score(best) ? next : best));
  const rows: Record<string, Row[]> = {};
  for (const tab of tabsOf(book)) {
    const cells = found.get(tab.title);
    if (!cells) throw new NotATracker({ reason: 'tab', values: { tab: tab.title } });
    rows[tab.id] = rowsOf(tab, cells);
  }
  const optional = optionalOf(book);
  const inquiries = found.get(optional.title);
  if (inquiries) rows[OPTIONAL_TAB] = rowsOf(optional, inquiries);
  writeFolder(out, [...tabsOf(book).map(keptOf), ...(inquiries ? [optional] : [])], rows);
}

let described: { by: string; books: Workbook[] } | null = null;

/** In each language, once for all the trackers of a run. */
function describedBy(rulebook: Rulebook): Workbook[] {
  const by = JSON.stringify(rulebook);
  if (described?.by !== by) {
    described = { by, books: LANGUAGES.map((language) => describeTracker({ language, rulebook })) };
  }
  return described.books;
}

/** By their titles: two languages may call a tab the same. */
function titled(tabs: readonly Tab[]): Map<string, Tab[]> {
  const found = new Map<string, Tab[]>();
  for (const tab of tabs) found.set(tab.title, [...(found.get(tab.title) ?? []), tab]);
  return found;
}

/** What people have typed, and what belongs to the description; formulas are left where they are. */
function wantedOf(tabs: readonly Tab[] = []): WantedSheet | null {
  if (tabs.length === 0) return null;
  const columns = tabs.flatMap((tab) => tab.columns.filter(({ formula }) => formula === undefined));
  const headers = new Set(columns.map(({ header }) => header));
  return { headerRow: Math.max(...tabs.map(headerRowOf)), isWanted: (header) => headers.has(header) };
}

/** By a reader that knows every shape of such a file, and takes ten times as long. */
async function slowly(bytes: Buffer, tabs: ReadonlyMap<string, readonly Tab[]>): Promise<Sheets> {
  const { sheets } = await readXlsx(bytes, { sheets: ({ name }) => tabs.has(name) }).catch(
    (error: unknown) => {
      throw unreadable(error instanceof Error ? error.message : String(error));
    },
  );
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(cellOf))]));
}

function rowsOf(tab: Tab, cells: readonly (readonly Cell[])[]): Row[] {
  const headers = cells[headerRowOf(tab) - 1] ?? [];
  const places = tab.columns.flatMap(({ id, header, formula }) => {
    if (formula !== undefined) return [];
    const place = headers.indexOf(header);
    if (place < 0) throw new NotATracker({ reason: 'column', values: { tab: tab.title, column: header } });
    return [[id, place] as const];
  });
  const kept = tab.id === LONGEST_TAB ? places.filter(([id]) => NEEDED[LONGEST_TAB]!.includes(id)) : places;
  const rest = places.filter((place) => !kept.includes(place));
  // There are millions of rows: put together from entries they would take three times as long.
  return cells.slice(firstRowOf(tab) - 1).map((found) => {
    const row: Record<string, Cell> = {};
    for (const [id, place] of kept) row[id] = found[place] ?? null;
    if (rest.some(([, place]) => (found[place] ?? '') !== '')) row[REST] = true;
    return row;
  });
}

/** As it is written: with what is kept of its columns. */
function keptOf(tab: Tab): Tab {
  if (tab.id !== LONGEST_TAB) return tab;
  return {
    ...tab,
    columns: tab.columns.filter(({ id }) => id === REST || NEEDED[LONGEST_TAB]!.includes(id)),
  };
}

/** A folder whose path the database would take for a pattern. */
export async function convertFolder({ path, out }: Conversion): Promise<void> {
  cpSync(path, out, { recursive: true });
}

/** A directory document, with the answers that it remembers. */
export async function convertDirectory({ path, out, nowMs }: Conversion): Promise<void> {
  const reading = readDirectory(readFileSync(path, 'utf8'));
  const book = reading.directory ? openDirectory(reading.directory) : reading.problems;
  if (Array.isArray(book)) throw unreadable(book[0]!.code);
  const words = wordsOf('en');
  const described = describeTracker({ language: 'en', rulebook: book.rulebook });
  const rows = directoryRows(book, words, new Date(nowMs).toISOString().slice(0, 10));
  const tabs = TABS.map((id) => tabOf(described, id));
  writeFolder(out, tabs, { ...rows, rules: tabOf(described, 'rules').rows });
  const lines = book.directory.engagements.flatMap((engagement) =>
    judgedAnswers(book, engagement, nowMs).map(({ receivedMs, dueMs, answeredMs, isClosed }) => [
      engagement.id,
      iso(receivedMs),
      iso(dueMs),
      answeredMs === null ? '' : iso(answeredMs),
      isClosed ? 'TRUE' : 'FALSE',
    ]),
  );
  const header = ['engagement', 'received', 'due', 'answered', 'closed'];
  writeFileSync(join(out, ANSWERS_FILE), [header, ...lines].map(csvLine).join(''));
}

const iso = (ms: number) => new Date(ms).toISOString();
const csvLine = (fields: readonly string[]) =>
  `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\r\n`;
