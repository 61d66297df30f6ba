/** Where each described tab and column stands in a spreadsheet, or is to stand. */
import { headerRowOf, lastRowOf, steadyId, type Tab, type Workbook } from '#core/tracker/index.ts';
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
  const placed: PlacedTab[] = [];
  for (const tab of workbook.tabs) {
    const leader = placed.find((entry) => entry.tab.id === tab.follows);
    const capacity = Math.max(tab.capacity, leader?.tab.capacity ?? 0);
    placed.push(placeTab({ ...tab, capacity }, sheetOf(tab, remote), cells));
  }
  return placed;
}

/** By its mark, else by its title, as after an import of the .xlsx file. A copy of a tab carries its mark too. */
export function sheetOf(tab: Tab, remote: Remote): RemoteSheet | undefined {
  const marked = remote.sheets.filter(({ tabId }) => tabId === tab.id);
  return (
    marked.find(({ id }) => id === steadyId(tab.id)) ??
    marked[0] ??
    remote.sheets.find(({ title, tabId }) => tabId === undefined && title === tab.title)
  );
}

function placeTab(
  described: Tab,
  sheet: RemoteSheet | undefined,
  allCells: ReadonlyMap<number, readonly (readonly CellValue[])[]>,
): PlacedTab {
  const cells = sheet ? (allCells.get(sheet.id) ?? []) : [];
  const positions = new Map(sheet?.columns);
  const unmarked = new Set<string>();
  const taken = new Set(positions.values());
  const headers = cells[headerRowOf(described) - 1] ?? [];
  for (const { id, header } of described.columns) {
    if (positions.has(id)) continue;
    const position = headers.findIndex((text, index) => text === header && !taken.has(index));
    if (position < 0) continue;
    positions.set(id, position);
    taken.add(position);
    unmarked.add(id);
  }
  const missing = described.columns.filter(({ id }) => !positions.has(id));
  // A new tab has the described order; into one that people use, columns come at its end.
  const first = positions.size === 0 || !sheet ? 0 : sheet.columnCount;
  for (const [offset, { id }] of missing.entries()) positions.set(id, first + offset);
  const rows = Math.max(lastRowOf(described), sheet?.rowCount ?? 0);
  return {
    tab: { ...described, title: sheet?.title ?? described.title, capacity: rows - headerRowOf(described) },
    sheetId: sheet?.id ?? steadyId(described.id),
    positions,
    missing: new Set(missing.map(({ id }) => id)),
    unmarked,
    sheet,
    isNew: !sheet || sheet.isUnfinished,
    cells,
  };
}
