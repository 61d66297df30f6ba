/** Where each described tab and column stands in a spreadsheet, or is to stand. */
import { headerRowOf, lastRowOf, steadyId, type Tab, type Workbook } from '#core/tracker/index.ts';
import { headersOf, titlesOf } from '../../former-words.ts';
import type { CellValue, Remote, RemoteSheet } from './remote.ts';

export interface PlacedTab {
  /** As described, with the title and the length that it has here. */
  tab: Tab;
  sheetId: number;
  /** Position from 0 of each column, those to come included. */
  positions: ReadonlyMap<string, number>;
  /** Ids of columns that are not there yet. */
  missing: ReadonlySet<string>;
  /** Columns that are there by their header alone: they get their mark. */
  unmarked: ReadonlySet<string>;
  sheet: RemoteSheet | undefined;
  /** Whether its contents are still to be written: it is not there, or was added and then nothing more. */
  isNew: boolean;
  cells: readonly (readonly CellValue[])[];
}

export function placeTabs(
  workbook: Workbook,
  remote: Remote,
  cells: ReadonlyMap<number, readonly (readonly CellValue[])[]>,
): PlacedTab[] {
  const placed = workbook.tabs.map((tab) => {
    const sheet = sheetOf(workbook, tab, remote);
    const title = sheet?.title ?? freeTitle(tab.title, remote);
    return placeTab(workbook, { ...tab, title }, sheet, cells);
  });
  return placed.map((entry) => {
    const { tab } = entry;
    const leader = placed.find((candidate) => candidate.tab.id === tab.follows);
    const capacity = Math.max(tab.capacity, leader?.tab.capacity ?? 0);
    return { ...entry, tab: { ...tab, capacity } };
  });
}

/**
 * By its mark, else by its title of today or of before, as after an import of the .xlsx file. A copy of a tab carries
 * its mark too.
 */
export function sheetOf(workbook: Workbook, tab: Tab, remote: Remote): RemoteSheet | undefined {
  const titles = titlesOf(workbook, tab);
  const marked = remote.sheets.filter(({ tabId }) => tabId === tab.id);
  return (
    marked.find(({ id }) => id === steadyId(tab.id)) ??
    marked[0] ??
    remote.sheets.find(({ title, tabId }) => tabId === undefined && titles.includes(title))
  );
}

/** With a number behind it where a tab has it already: Google takes no two of one title, in large letters or small. */
export function freeTitle(title: string, { sheets }: Remote): string {
  const taken = new Set(sheets.map((sheet) => sheet.title.toLowerCase()));
  let free = title;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${title} ${number}`;
  return free;
}

function placeTab(
  workbook: Workbook,
  described: Tab,
  sheet: RemoteSheet | undefined,
  allCells: ReadonlyMap<number, readonly (readonly CellValue[])[]>,
): PlacedTab {
  const cells = sheet ? (allCells.get(sheet.id) ?? []) : [];
  const positions = new Map(sheet?.columns);
  const unmarked = new Set<string>();
  const headers = cells[headerRowOf(described) - 1] ?? [];
  for (const { id, position } of headedOnly(workbook, described, headers, positions)) {
    positions.set(id, position);
    unmarked.add(id);
  }
  const missing = described.columns.filter(({ id }) => !positions.has(id));
  // A new tab has the described order; into one that people use, columns come at its end.
  const first = positions.size === 0 || !sheet ? 0 : sheet.columnCount;
  for (const [offset, { id }] of missing.entries()) positions.set(id, first + offset);
  const rows = Math.max(lastRowOf(described), sheet?.rowCount ?? 0);
  return {
    tab: { ...described, capacity: rows - headerRowOf(described) },
    sheetId: sheet?.id ?? steadyId(described.id),
    positions,
    missing: new Set(missing.map(({ id }) => id)),
    unmarked,
    sheet,
    isNew: !sheet || sheet.isUnfinished,
    cells,
  };
}

/** Columns without a mark that their header tells: that of today or, where people write, one of before. */
function headedOnly(
  workbook: Workbook,
  described: Tab,
  headers: readonly CellValue[],
  marked: ReadonlyMap<string, number>,
): { id: string; position: number }[] {
  const taken = new Set(marked.values());
  return described.columns.flatMap(({ id, header, formula }) => {
    if (marked.has(id)) return [];
    const called = formula ? [header] : headersOf(workbook, described, id);
    const position = headers.findIndex((text, index) => called.includes(String(text)) && !taken.has(index));
    if (position < 0) return [];
    taken.add(position);
    return [{ id, position }];
  });
}
