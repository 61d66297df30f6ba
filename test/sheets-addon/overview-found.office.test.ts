/** What the last check found beyond what formulas see stands beside its engagement in the overview, too. */
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  checkTracker,
  describedPosition,
  describeTracker,
  firstRowOf,
  type Row,
  type TrackerRows,
  tabOf,
  violationTable,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { shownAt } from './support/compare.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { openInOffice } from './support/office.ts';
import { deleteRows, paintAfter, sortRows } from './support/office-hands.ts';

vi.setConfig({ testTimeout: 3 * 60_000 });

const words = wordsOf('en');
const IDS = ['E-1', 'E*', '4711', 'E-9', 'Quiet'];
/** Findings of a check, worst first as it leaves them. */
const FINDINGS: Row[] = [
  { engagement: 'E-1', key: 'a', statusLevel: 3 },
  { engagement: 'E*', key: 'b', statusLevel: 3 },
  { engagement: 'E-1', key: 'c', statusLevel: 3 },
  { engagement: '', key: 'd', statusLevel: 3 },
  { engagement: '4711', key: 'e', statusLevel: 3 },
  { engagement: 'E-1', key: 'f', statusLevel: 3 },
  { engagement: 'E*', key: 'g', statusLevel: 2 },
  { engagement: 'E-9', key: 'h', statusLevel: 2 },
];
/** Somebody has taken note of one of the first engagement's and of the third's only one. */
const NOTED: Row[] = [
  { key: 'c', acknowledgedBy: 'Mira' },
  { key: 'e', acknowledgedBy: 'Mira', reason: 'agreed' },
];
/** Four contacts where three are agreed: what the formulas see themselves. */
const FOUR = ['a', 'b', 'c', 'd'].map((name) => ({ engagement: 'E-9', name, email: `${name}@nine.example` }));
const rows: TrackerRows = {
  customers: [{ id: 'C', name: 'Customer' }],
  managers: [{ id: 'M' }],
  engagements: IDS.map((id) => ({ id, customer: 'C', tier: words.text('tier.premium'), manager: 'M' })),
  contacts: FOUR,
  violations: violationTable(FINDINGS, { violations: NOTED }, words),
};
const WANTED = ['2 violations', '1 violation', 'ok', '1 violation', 'ok'];

// As many rows as there are, and few else: the second engine takes its time with each.
const FEW = [
  'customers',
  'managers',
  'cases',
  'inquiries',
  'activities',
  'calendar',
  'decisions',
  'deliverables',
];
const capacity = {
  ...Object.fromEntries(FEW.map((tab) => [tab, 2])),
  engagements: IDS.length,
  contacts: FOUR.length,
  violations: FINDINGS.length,
};
const options = { language: 'en', rulebook: serviceManagement, capacity } as const;
const workbook = describeTracker(options);
const overview = tabOf(workbook, 'overview');
const violations = tabOf(workbook, 'violations');
const shown = (values: ReadonlyMap<string, string[][]>) =>
  IDS.map((_, place) => shownAt(values, overview, 'status', place));

test('core says of each engagement what nobody has taken note of', () => {
  const { rows: rulesRows } = tabOf(workbook, 'rules');
  const verdict = checkTracker(rows, { rulebook: serviceManagement, words, rulesRows });
  expect(
    verdict.overview.map(({ status: { key, values } }) => words.text(`trackerStatus.${key}`, values)),
  ).toEqual(WANTED);
});

test.each([
  ['LibreOffice', async () => (await openInOffice(writeRows(rows, options))).values],
  ['IronCalc', async () => openInIronCalc(workbook, rows).values()],
] as const)('so says the sheet: %s', async (_, open) => {
  expect(shown(await open())).toEqual(WANTED);
});

const first = firstRowOf(violations) - 1;
const block = {
  firstRow: first,
  lastRow: first + FINDINGS.length - 1,
  lastColumn: violations.columns.length - 1,
};
const backwards = sortRows(violations.title, block, [
  { column: describedPosition(violations, 'key'), isDescending: true },
]);

test.each([
  ['sorted from the last to the first', [backwards], WANTED],
  [
    'with the row of one taken out',
    [deleteRows(violations.title, first + 1, 1)],
    ['2 violations', 'ok', 'ok', '1 violation', 'ok'],
  ],
] as const)('so it does with Violations %s by hand', async (_, deeds, wanted) => {
  const sheets = await paintAfter(writeRows(rows, options), deeds);
  const sheet = sheets[workbook.tabs.indexOf(overview)]!.map((row) => row.map(({ text }) => text));
  expect(shown(new Map([[overview.title, sheet]]))).toEqual(wanted);
});
