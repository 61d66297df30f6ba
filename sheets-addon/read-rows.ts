/** The tracker's rows as they stand in the open spreadsheet, each tab in one read. */
import { isProblem, zoneOf } from '#core';
import {
  type Cell,
  firstRowOf,
  type Row,
  serialOfInstant,
  type TrackerRows,
  type Words,
  type Workbook,
} from '#core/tracker/index.ts';
import { type FoundTab, findTabs } from './places.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';

export interface ReadTracker {
  rows: TrackerRows;
  found: ReadonlyMap<string, FoundTab>;
  /** The zone in which the sheet's dates are meant, as an offset. */
  offsetMs(atMs: number): number;
}

/** What is missing, in words that name the tab and the column. */
export interface NotReadable {
  missing: string;
  /** Whether there is nothing of a tracker at all. */
  isBare: boolean;
}

export function readTracker(
  spreadsheet: OpenSpreadsheet,
  workbook: Workbook,
  words: Words,
): ReadTracker | NotReadable {
  const found = findTabs(spreadsheet, workbook, { helpers: false });
  const missing = firstMissing(workbook, found, words);
  if (missing !== null) return { missing, isBare: found.size === 0 };
  const zone = zoneOf(spreadsheet.zone);
  if (isProblem(zone)) {
    return { missing: words.text('problem.zone-unknown', { zone: spreadsheet.zone }), isBare: false };
  }
  const offsetMs = remembered((atMs) => zone.offsetMs(atMs));
  const rows = Object.fromEntries(
    [...found].map(([id, tab]) => [id, readRowsOf(tab, offsetMs)] as [string, Row[]]),
  );
  return { rows, found, offsetMs };
}

function firstMissing(workbook: Workbook, found: ReadonlyMap<string, FoundTab>, words: Words): string | null {
  for (const tab of workbook.tabs) {
    const here = found.get(tab.id);
    if (!here) return words.text('tracker.missing-tab', { tab: tab.title });
    const column = tab.columns.find(({ id, role }) => role !== 'helper' && !here.positions.has(id));
    if (column) {
      return words.text('tracker.missing-column', { tab: here.sheet.title, column: column.header });
    }
  }
  return null;
}

/** Every row below the header, empty ones too: a row's place is its number in the sheet. */
export function readRowsOf({ tab, sheet, positions }: FoundTab, offsetMs: (atMs: number) => number): Row[] {
  const first = firstRowOf(tab);
  const count = sheet.rowCount - first + 1;
  const wanted = tab.columns.filter(({ role }) => role === 'typed' || role === 'written' || role === 'fixed');
  if (count < 1 || wanted.length === 0) return [];
  const values = sheet.values({ row: first, column: 1, rows: count, columns: sheet.columnCount });
  return values.map((cells) =>
    Object.fromEntries(wanted.map(({ id }) => [id, cellOf(cells[positions.get(id)!], offsetMs)])),
  );
}

function cellOf(value: unknown, offsetMs: (atMs: number) => number): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  // A date comes as an instant: midnight in the spreadsheet's own zone, whatever the script's.
  if (Object.prototype.toString.call(value) === '[object Date]') {
    return serialOfInstant((value as Date).getTime(), offsetMs);
  }
  return String(value);
}

function remembered(ask: (atMs: number) => number): (atMs: number) => number {
  const known = new Map<number, number>();
  return (atMs) => {
    const before = known.get(atMs);
    if (before !== undefined) return before;
    const answer = ask(atMs);
    known.set(atMs, answer);
    return answer;
  };
}
