/** The deep check: reads every row, lets core judge them, and explains each finding on the Violations tab. */

import { serviceManagement } from '#core/rulebook/service-management.ts';
import {
  type Cell,
  checkTracker,
  findDeliverables,
  findInTracker,
  firstRowOf,
  type OpenTracker,
  openTracker,
  type Row,
  serialOfInstant,
  type TrackerFinding,
  type TrackerVerdict,
  tabOf,
  violationRows,
  violationTable,
  type Words,
  type Workbook,
} from '#core/tracker/index.ts';
import type { FoundTab } from './places.ts';
import { type ReadTracker, readTracker } from './read-rows.ts';
import { runsOf } from './set-up-tab.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';

export interface CheckSummary {
  findings: TrackerFinding[];
  rulebook: OpenTracker['book']['rulebook'];
  violations: number;
  warnings: number;
  unreadable: number;
}

export function checkNow(
  spreadsheet: OpenSpreadsheet,
  workbook: Workbook,
  words: Words,
  nowMs: number,
): CheckSummary | { missing: string } {
  const read = readTracker(spreadsheet, workbook, words);
  if ('missing' in read) return read;
  const tracker = openRead(read, workbook, words, nowMs);
  const found = findInTracker(tracker);
  const { rulebook } = tracker.book;
  const findings = violationRows(found, { language: words.language, rulebook });
  const violations = read.found.get('violations')!;
  const table = violationTable(findings, read.rows, words);
  writeRows(violations, table, (read.rows.violations ?? []).length);
  const before = (read.rows.deliverables ?? []).length;
  writeRows(read.found.get('deliverables')!, findDeliverables(tracker), before);
  writeCheckedAt(violations, serialOfInstant(nowMs, read.offsetMs));
  return {
    findings: found,
    rulebook,
    violations: findings.filter(({ statusLevel }) => statusLevel === 3).length,
    warnings: findings.filter(({ statusLevel }) => statusLevel === 2).length,
    unreadable: unreadableRows(checkTracker(read.rows, tracker.options)),
  };
}

/** What was read, ready for core's rules. */
export function openRead(read: ReadTracker, workbook: Workbook, words: Words, nowMs: number): OpenTracker {
  return openTracker(read.rows, {
    rulebook: serviceManagement,
    words,
    rulesRows: read.rows.rules ?? [],
    warnFromShare: warnShare(read, workbook),
    nowMs: nowMs + read.offsetMs(nowMs),
    firstRowOf: (tab) => firstRowOf(tabOf(workbook, tab)),
    titleOf: (tab) => read.found.get(tab)!.sheet.title,
  });
}

/** The share of a limit that people have set on the Rules tab; the rulebook's where what stands there is none. */
export function warnShare({ found }: ReadTracker, workbook: Workbook): number {
  const { sheet, positions } = found.get('rules')!;
  const entry = tabOf(workbook, 'rules').band.find(({ name }) => name === 'warnFromShare')!;
  const column = positions.get(entry.column)! + 1;
  const share = sheet.values({ row: entry.row, column, rows: 1, columns: 1 })[0]?.[0];
  return typeof share === 'number' && share > 0 ? share : serviceManagement.readings.warnFromShare;
}

/** Rows from the top of the table; what stood below them is emptied. */
function writeRows({ tab, sheet, positions }: FoundTab, rows: readonly Row[], before: number): void {
  const first = firstRowOf(tab);
  sheet.growTo(first + rows.length - 1, 1);
  const height = Math.max(rows.length, before);
  if (height === 0) return;
  for (const run of runsOf(tab, positions, () => true)) {
    const cells = Array.from({ length: height }, (_, place) =>
      run.columns.map(({ id }): Cell => rows[place]?.[id] ?? null),
    );
    sheet.write({ row: first, column: run.from + 1, rows: height, columns: run.columns.length }, cells);
  }
}

function writeCheckedAt({ tab, sheet, positions }: FoundTab, serial: number): void {
  const entry = tab.band.find(({ name }) => name === 'lastCheck')!;
  const area = { row: entry.row, column: positions.get(entry.column)! + 1, rows: 1, columns: 1 };
  sheet.write(area, [[serial]]);
  sheet.setFormat(area, 'date-time');
}

function unreadableRows(verdict: TrackerVerdict): number {
  const { contacts, cases, inquiries, activities, engagements, managers, customers, calendar } = verdict;
  return [contacts, cases, inquiries, activities, engagements, managers, customers, calendar]
    .flat()
    .filter(({ level }) => level === 1).length;
}
