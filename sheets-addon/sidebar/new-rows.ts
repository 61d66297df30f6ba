/**
 * New rows, each below the last row of its tab. What is about to be written is remembered first, under a number that
 * the sidebar has given: asked again after an answer was lost, it ends where it had begun, and nothing stands twice.
 */
import { isLocalDate } from '#core/time/local-date.ts';
import {
  type Cell,
  type Column,
  firstRowOf,
  type Row,
  serialOf,
  type Tab,
  tabOf,
  type Workbook,
} from '#core/tracker/index.ts';
import { refuseLocked } from '../failure.ts';
import type { FoundTab } from '../places.ts';
import { type ReadTracker, readTracker } from '../read-rows.ts';
import { remember, remembered } from '../store.ts';
import { type Desk, unread } from './desk.ts';
import type { NewRow, PlacedRow, SidebarAnswer, SidebarRequest } from './protocol.ts';

type Ask<A extends SidebarRequest['ask']> = Extract<SidebarRequest, { ask: A }>;

/** How many of the last additions are remembered, and under which property. */
const KEPT = 8;
const ADDED = 'added';

interface Addition {
  key: string;
  places: number[];
}

export function addRows({ key, rows }: Ask<'add'>, desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return unread(read);
  const before = remembered<Addition[]>(ADDED) ?? [];
  const planned = before.find((addition) => addition.key === key);
  const placed = placeRows(rows, planned?.places ?? [], read, desk.workbook);
  refuseLocked(read.found.values(), ({ sheet, positions }) =>
    placed
      .filter(({ tab }) => read.found.get(tab)!.sheet === sheet)
      .flatMap(({ row, cells }) =>
        Object.keys(cells).flatMap((id) => {
          const position = positions.get(id);
          return position === undefined ? [] : [{ row, column: position + 1, rows: 1, columns: 1 }];
        }),
      ),
  );
  remember(
    ADDED,
    [{ key, places: placed.map(({ row }) => row) }, ...before.filter((one) => one !== planned)].slice(
      0,
      KEPT,
    ),
  );
  for (const entry of placed) if (entry.isOpen) writeRow(entry, read);
  const last = placed.at(-1)!;
  const { sheet } = read.found.get(last.tab)!;
  sheet.show({ row: last.row, column: 1, rows: 1, columns: sheet.columnCount });
  return {
    kind: 'added',
    rows: placed.map(({ tab, row, cells }) => ({ tab, row, cells })),
    place: sayPlaces(placed, read, desk),
  };
}

/** Empties the cells that were written, unless somebody has changed one of them since. */
export function takeBack({ rows }: Ask<'take-back'>, desk: Desk): SidebarAnswer {
  const read = readTracker(desk.spreadsheet, desk.workbook, desk.words);
  if ('missing' in read) return unread(read);
  if (rows.some((entry) => ['changed', 'foreign'].includes(standingOf(entry, read)))) {
    return { kind: 'failed', text: desk.words.text('tracker.changed-since') };
  }
  for (const entry of rows) writeRow(entry, read, () => null);
  return { kind: 'taken-back' };
}

type Standing = 'empty' | 'begun' | 'ours' | 'changed' | 'foreign';

/** A row's place, and whether it is still to be written. */
interface Placed extends PlacedRow {
  isOpen: boolean;
}

function placeRows(
  rows: readonly NewRow[],
  planned: readonly number[],
  read: ReadTracker,
  workbook: Workbook,
): Placed[] {
  const next = new Map<string, number>();
  return rows.map((entry, index) => {
    const before = planned[index];
    if (before !== undefined) {
      const placed = { ...entry, row: before };
      const state = standingOf(placed, read);
      // A row of somebody else's has come to stand there meanwhile: ours goes below.
      if (state !== 'foreign') return { ...placed, isOpen: state === 'empty' || state === 'begun' };
    }
    const row = next.get(entry.tab) ?? freeRow(tabOf(workbook, entry.tab), read);
    next.set(entry.tab, row + 1);
    return { ...entry, row, isOpen: true };
  });
}

/** The row below the last one in which anything was typed. */
function freeRow(tab: Tab, { rows }: ReadTracker): number {
  const typed = tab.columns.filter(({ role }) => role === 'typed');
  const last = (rows[tab.id] ?? []).findLastIndex((row) =>
    typed.some(({ id }) => (row[id] ?? null) !== null),
  );
  return firstRowOf(tab) + last + 1;
}

/** What stands in the cells that a row is about to fill, or has filled. */
function standingOf(entry: PlacedRow, read: ReadTracker): Standing {
  const { tab } = read.found.get(entry.tab)!;
  const standing: Row = read.rows[entry.tab]?.[entry.row - firstRowOf(tab)] ?? {};
  const states = cellsOf(entry, tab).map(({ column, cell }) => {
    const there = standing[column.id] ?? null;
    if (there === null) return 'empty';
    return there === cell ? 'ours' : 'other';
  });
  const has = (state: (typeof states)[number]) => states.includes(state);
  if (has('other')) return has('ours') ? 'changed' : 'foreign';
  if (!has('ours')) return 'empty';
  return has('empty') ? 'begun' : 'ours';
}

function writeRow(entry: PlacedRow, { found }: ReadTracker, inPlaceOf = (cell: Cell): Cell => cell): void {
  const { tab, sheet, positions } = found.get(entry.tab) as FoundTab;
  sheet.growTo(entry.row, 1);
  for (const { column, cell } of cellsOf(entry, tab)) {
    sheet.write({ row: entry.row, column: positions.get(column.id)! + 1, rows: 1, columns: 1 }, [
      [inPlaceOf(cell)],
    ]);
  }
}

/** The cells of a row that people may type into; nothing else is ever written. */
function cellsOf({ cells }: NewRow, tab: Tab): { column: Column; cell: Cell }[] {
  return tab.columns.flatMap((column) => {
    const value = cells[column.id];
    if (column.role !== 'typed' || value === undefined || value === '') return [];
    return [{ column, cell: cellOf(column, value) }];
  });
}

/** A date becomes a date where one belongs; every other text stays the text that it is. */
function cellOf({ format }: Column, value: string | number): Cell {
  return format === 'date' && typeof value === 'string' && isLocalDate(value) ? serialOf(value) : value;
}

function sayPlaces(placed: readonly PlacedRow[], { found }: ReadTracker, { words }: Desk): string {
  const tabs = [...new Set(placed.map(({ tab }) => tab))];
  return tabs
    .map((id) => {
      const rows = placed.filter(({ tab }) => tab === id).map(({ row }) => String(row));
      return words.text('tracker.rows-of', { tab: found.get(id)!.sheet.title, rows: rows.join(', ') });
    })
    .join('; ');
}
