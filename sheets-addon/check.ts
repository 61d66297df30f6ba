/** The deep check: reads every row, lets core judge them, and explains each finding on the Violations tab. */

import type { Rulebook } from '#core/rulebook/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import {
  asReadOnSheet,
  type Cell,
  checkRows,
  findDeliverables,
  findInTracker,
  firstRowOf,
  headerRowOf,
  type OpenTracker,
  openTracker,
  type Row,
  rowsToMend,
  serialOfInstant,
  type TrackerFinding,
  tabOf,
  violationRows,
  violationTable,
  type Words,
  type Workbook,
  wallsAt,
} from '#core/tracker/index.ts';
import { refuseLocked } from './failure.ts';
import type { FoundTab } from './places.ts';
import { type NotReadable, type ReadTracker, readTracker } from './read-rows.ts';
import { runsOf } from './runs.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';

/** Tabs that it fills. */
const WRITTEN = ['deliverables', 'violations'];

export interface CheckSummary {
  findings: TrackerFinding[];
  /** Of each of them its row, with who took note of it. */
  rows: Row[];
  rulebook: OpenTracker['book']['rulebook'];
  violations: number;
  warnings: number;
  unreadable: number;
}

/** A tracker that was read, ready to be checked and written. */
export interface OpenCheck {
  read: ReadTracker;
  tracker: OpenTracker;
  words: Words;
  nowMs: number;
  /** Once they are worked out. */
  deliverables?: Row[];
}

export function openCheck(
  spreadsheet: OpenSpreadsheet,
  workbook: Workbook,
  words: Words,
  nowMs: number,
): OpenCheck | NotReadable {
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return read;
  refuseLocked(WRITTEN.map((id) => read.found.get(id)!));
  return { read, tracker: openRead(read, workbook, words, nowMs), words, nowMs };
}

export function checkNow(
  spreadsheet: OpenSpreadsheet,
  workbook: Workbook,
  words: Words,
  nowMs: number,
): CheckSummary | NotReadable {
  const check = openCheck(spreadsheet, workbook, words, nowMs);
  if ('missing' in check) return check;
  const { found, rows } = writeViolations(check);
  writeDeliverables(check);
  const { read, tracker } = check;
  return {
    findings: found,
    rows,
    rulebook: tracker.book.rulebook,
    violations: rows.filter(({ statusLevel }) => statusLevel === 3).length,
    warnings: rows.filter(({ statusLevel }) => statusLevel === 2).length,
    unreadable: rowsToMend(checkRows(read.rows, tracker.options)),
  };
}

/** Explains each finding on the Violations tab. */
export function writeViolations(check: OpenCheck): { found: TrackerFinding[]; rows: Row[] } {
  const { read, tracker, words, nowMs } = check;
  const found = findInTracker(tracker);
  const rows = violationRows(found, { language: words.language, rulebook: tracker.book.rulebook });
  // Below them stand those that are found no longer.
  const table = violationTable(rows, read.rows, words);
  // Both tabs get what they are to hold, or neither of them gets any.
  refuseToGrow(read, 'deliverables', deliverablesOf(check));
  writeRows(read, 'violations', table);
  writeCheckedAt(read.found.get('violations')!, serialOfInstant(nowMs, read.offsetMs));
  return { found, rows: table.slice(0, found.length) };
}

/** Says of each deliverable what is due, done and missed. */
export function writeDeliverables(check: OpenCheck): void {
  writeRows(check.read, 'deliverables', deliverablesOf(check));
}

function deliverablesOf(check: OpenCheck): Row[] {
  check.deliverables ??= findDeliverables(check.tracker);
  return check.deliverables;
}

/** What was read, ready for core's rules. */
export function openRead(read: ReadTracker, workbook: Workbook, words: Words, nowMs: number): OpenTracker {
  return openTracker(read.rows, {
    rulebook: rulebookAsRead(read, workbook),
    words,
    rulesRows: read.rows.rules ?? [],
    warnFromShare: warnShare(read, workbook),
    nowMs: nowMs + read.offsetMs(nowMs),
    walls: wallsAt(nowMs, read.offsetMs),
    firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
    titleOf: (tab) => read.found.get(tab)!.sheet.title,
  });
}

/** The share of a limit that people have set on the Rules tab; the rulebook's where what stands there is none. */
export function warnShare(read: ReadTracker, workbook: Workbook): number {
  const share = inputOnRules('warnFromShare', read, workbook);
  return typeof share === 'number' && share > 0 ? share : serviceManagement.readings.warnFromShare;
}

/** The built-in rulebook, its response target read as people have chosen on the Rules tab. */
export function rulebookAsRead(read: ReadTracker, workbook: Workbook): Rulebook {
  return asReadOnSheet(serviceManagement, inputOnRules('businessDay', read, workbook));
}

function inputOnRules(name: string, read: ReadTracker, workbook: Workbook): unknown {
  const { sheet, area } = placeOnRules(name, read, workbook);
  return sheet.values(area)[0]?.[0];
}

/** Where what people have set above the table stands. */
export function placeOnRules(name: string, { found }: ReadTracker, workbook: Workbook) {
  const { sheet, positions } = found.get('rules')!;
  const entry = tabOf(workbook, 'rules').band.find((cell) => cell.name === name)!;
  const column = positions.get(entry.column)! + 1;
  return { sheet, area: { row: entry.row, column, rows: 1, columns: 1 } };
}

/** Rows from the top of the table; what stood below them is emptied. */
function writeRows(read: ReadTracker, id: string, rows: readonly Row[]): void {
  const { tab, sheet, positions } = refuseToGrow(read, id, rows);
  for (const short of tooShort(read, id, rows)) {
    short.sheet.lengthenTo(headerRowOf(short.tab) + rows.length, short.tab === tab);
  }
  const first = firstRowOf(tab);
  const height = Math.max(rows.length, read.rows[id]?.length ?? 0);
  if (height === 0) return;
  for (const run of runsOf(tab, positions, () => true)) {
    const cells = Array.from({ length: height }, (_, place) =>
      run.columns.map(({ id }): Cell => rows[place]?.[id] ?? null),
    );
    sheet.write({ row: first, column: run.from + 1, rows: height, columns: run.columns.length }, cells);
  }
}

/** Where a tab has no room for all of the rows and nobody may make any. */
function refuseToGrow(read: ReadTracker, id: string, rows: readonly Row[]): FoundTab {
  const tab = read.found.get(id)!;
  const [position] = tab.positions.values();
  const area = { row: firstRowOf(tab.tab), column: position! + 1, rows: rows.length, columns: 1 };
  refuseLocked([tab, ...tooShort(read, id, rows)], () => [area]);
  return tab;
}

/** The tab that rows are for, and whatever is as long as it: those that have too few. */
function tooShort({ found }: ReadTracker, id: string, { length }: readonly Row[]): FoundTab[] {
  return [...found.values()].filter(
    ({ tab, sheet }) => [tab.id, tab.follows].includes(id) && sheet.rowCount < headerRowOf(tab) + length,
  );
}

function writeCheckedAt({ tab, sheet, positions }: FoundTab, serial: number): void {
  const entry = tab.band.find(({ name }) => name === 'lastCheck')!;
  const area = { row: entry.row, column: positions.get(entry.column)! + 1, rows: 1, columns: 1 };
  sheet.write(area, [[serial]]);
  sheet.setFormat(area, 'date-time');
}
