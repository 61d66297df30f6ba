/** The deep check: reads every row, lets core judge them, and explains each finding on the Violations tab. */

import { serviceManagement } from '#core/rulebook/service-management.ts';
import {
  type Cell,
  checkTracker,
  findDeliverables,
  findInTracker,
  firstRowOf,
  notesInJournal,
  type OpenTracker,
  openTracker,
  type Row,
  serialOfInstant,
  type TrackerFinding,
  type TrackerRows,
  type TrackerVerdict,
  tabOf,
  textOf,
  violationRows,
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
  writeFindings(violations, findings, read.rows, words);
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

/** Findings from the top, then what people noted of findings that are gone; the rest of the tab is emptied. */
function writeFindings(found: FoundTab, findings: readonly Row[], rows: TrackerRows, words: Words): void {
  const before = rows.violations ?? [];
  const notes = notesOn(before, rows);
  const noted = (row: Row): Row => ({ ...row, ...notes.get(textOf(row.key)) });
  const current = new Set(findings.map(({ key }) => textOf(key)));
  const settled = before
    .filter(({ key }) => notes.has(textOf(key)) && !current.has(textOf(key)))
    .map((row) => ({ ...noted(row), status: words.text('trackerStatus.settled'), statusLevel: 0 }));
  writeRows(found, [...findings.map(noted), ...settled], before.length);
}

/** What people noted on tickets, and what they noted here, which goes first. */
function notesOn(before: readonly Row[], rows: TrackerRows): Map<string, Row> {
  const journal = notesInJournal(rows);
  const here = before.filter((row) => hasNote(row) && !journal.isOurs(row));
  return new Map([
    ...journal.current,
    ...here.map(({ key, acknowledgedBy, reason }) => [textOf(key), { acknowledgedBy, reason }] as const),
  ]);
}

function hasNote(row: Row): boolean {
  return textOf(row.acknowledgedBy) !== '' || textOf(row.reason) !== '';
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
