/** What the overview says is due next: each engagement's own first day, wherever its rows stand. */
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  type Cell,
  dateOfSerial,
  describedPosition,
  describeTracker,
  firstRowOf,
  type Row,
  serialOf,
  type TrackerRows,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { shownAt } from './support/compare.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { openInOffice } from './support/office.ts';
import { deleteRows, insertRow, paintAfter, sortRows } from './support/office-hands.ts';

vi.setConfig({ testTimeout: 3 * 60_000 });

const words = wordsOf('en');
/** Alike in all that the numbers look at: the first eight characters, the last sixteen. */
const alike = (middle: string) => `PROJECT-${middle}-0000000000000017`;
/** Engagements as they are typed, and the day and the deliverable to be shown beside each; empty ones: none. */
const ENGAGEMENTS: [id: Cell, day: string, deliverable: string][] = [
  ['E-1', '2026-06-30', 'deliverable 2'],
  ['E-10', '2026-06-19', 'deliverable 10'],
  ['E*', '2026-07-31', 'deliverable 4'],
  ['~E?', '2026-06-12', 'deliverable 7'],
  // The day is found among all rows, what it is of is not.
  [alike('2024'), '2026-08-31', ''],
  [alike('2025'), '2026-06-14', 'deliverable 6'],
  [alike('2026'), '', ''],
  [4711, '2026-06-21', 'deliverable 12'],
  [' padded  inside ', '2026-09-30', 'deliverable 9'],
  ['案件-７', '2026-06-28', 'deliverable 16'],
  ['Only as needed', '', ''],
  ['Not checked yet', '', ''],
  ['>1', '2026-12-31', 'deliverable 15'],
];
/** Rows of the check, in no order; `null`: nothing is due. */
const DUE: [engagement: string, day: string | null][] = [
  ['E-10', '2026-06-30'],
  ['Only as needed', null],
  ['e-1', '2026-06-30'],
  [alike('2024'), '2026-08-31'],
  ['E*', '2026-07-31'],
  ['Gone since', '2026-06-08'],
  [alike('2025'), '2026-06-14'],
  ['~e?', '2026-06-12'],
  ['E-1', '2026-09-30'],
  ['padded inside', '2026-09-30'],
  ['E-10', '2026-06-19'],
  ['', '2026-06-09'],
  ['4711', '2026-06-21'],
  ['E-1', null],
  [alike('2024'), '2026-12-31'],
  ['>1', '2026-12-31'],
  ['案件-７', '2026-06-28'],
  ['4711', '2026-06-30'],
];

const rows: TrackerRows = {
  customers: [{ id: 'C', name: 'Customer' }],
  managers: [{ id: 'M' }],
  engagements: ENGAGEMENTS.map(([id]) => ({
    id,
    customer: 'C',
    tier: words.text('tier.premium'),
    manager: 'M',
  })),
  deliverables: DUE.map(([engagement, day], place): Row => {
    const dueUntil = day === null ? null : serialOf(day);
    return { engagement, deliverable: `deliverable ${place}`, dueUntil };
  }),
};
// Not one row is free: nothing stands below the last day.
const capacity = {
  engagements: ENGAGEMENTS.length,
  deliverables: DUE.length,
  managers: 2,
  customers: 2,
  contacts: 2,
  cases: 2,
  inquiries: 2,
  activities: 2,
  calendar: 2,
  decisions: 2,
  violations: 2,
};
const options = { language: 'en', rulebook: serviceManagement, capacity } as const;
const workbook = describeTracker(options);
const overview = tabOf(workbook, 'overview');
const deliverables = tabOf(workbook, 'deliverables');

/** A date, or the number that an engine without our formats shows. */
const asDay = (text: string) => (/^\d+$/.test(text) ? dateOfSerial(Number(text)) : text);

function shownDays(values: ReadonlyMap<string, string[][]>) {
  return ENGAGEMENTS.map(([id], place) => [
    id,
    asDay(shownAt(values, overview, 'nextDue', place)),
    shownAt(values, overview, 'nextDeliverable', place),
  ]);
}

test.each([
  ['LibreOffice', async () => (await openInOffice(writeRows(rows, options))).values],
  ['IronCalc', async () => openInIronCalc(workbook, rows).values()],
] as const)(
  '%s shows of each engagement the first day on which something is due, and of no other',
  async (_, open) => {
    expect(shownDays(await open())).toEqual(ENGAGEMENTS);
  },
);

const first = firstRowOf(deliverables) - 1;
const at = (id: string) => describedPosition(deliverables, id);
const block = {
  firstRow: first,
  lastRow: first + DUE.length - 1,
  lastColumn: deliverables.columns.length - 1,
};
const byName = { column: at('deliverable') };
/** From the last to the first name, and within one by day. */
const turned = sortRows(deliverables.title, block, [
  { column: at('engagement'), isDescending: true },
  { column: at('dueUntil') },
]);
const backwards = sortRows(deliverables.title, block, [{ ...byName, isDescending: true }]);
const without = (...gone: number[]) => gone.map((place) => deleteRows(deliverables.title, first + place, 1));

test.each([
  ['sorted by engagement', [turned], {}],
  ['sorted from the last to the first', [backwards], {}],
  ['with a row put in between', [insertRow(deliverables.title, first + 4)], {}],
  // Rows go from the end on, so that none moves before its turn: the first day of E-10 and the only one of E*.
  ['with rows taken out', without(10, 4), { 'E-10': ['2026-06-30', 'deliverable 0'], 'E*': ['', ''] }],
  [
    'with a row put in, sorted, and rows taken out',
    [...without(10, 4), insertRow(deliverables.title, first + 2), turned],
    { 'E-10': ['2026-06-30', 'deliverable 0'], 'E*': ['', ''] },
  ],
] as const)(
  'so it does with Deliverables %s by hand',
  async (_, deeds, changed: Record<string, readonly string[]>) => {
    const sheets = await paintAfter(writeRows(rows, options), deeds);
    const sheet = sheets[workbook.tabs.indexOf(overview)]!.map((row) => row.map(({ text }) => text));
    expect(shownDays(new Map([[overview.title, sheet]]))).toEqual(
      ENGAGEMENTS.map(([id, ...due]) => [id, ...(changed[String(id)] ?? due)]),
    );
  },
);
