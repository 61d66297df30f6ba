/** Which case an inquiry finds: by numbers in order, and yet by nothing but the id that people typed. */
import { expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { type Cell, describeTracker, type TrackerRows, tabOf, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { differences, shownAt } from './support/compare.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { openInOffice } from './support/office.ts';

const words = wordsOf('en');
/** Alike in all that the numbers look at: the first eight characters, the last sixteen. */
const alike = (middle: string) => `PROJECT-${middle}-0000000000000017`;
const IDS: Cell[] = [
  alike('2024'),
  alike('2025'),
  alike('2026'),
  'K-1',
  'K-10',
  'k-1',
  'K*',
  '~K?',
  '案件-７',
  'Ünï-5',
  '🦊-1',
  4711,
  'x'.repeat(200),
  ' padded  inside ',
];
/** What is typed, and the place of the case that it means; `null`: none. */
const ASKED: [Cell, number | null][] = [
  [alike('2024'), 0],
  [alike('2025'), 1],
  [alike('2026').toLowerCase(), 2],
  [alike('2027'), null],
  ['K-1', 3],
  ['k-10', 4],
  ['K-1 ', 3],
  ['K-100', null],
  ['k*', 6],
  ['K?', null],
  ['~k?', 7],
  ['案件-７', 8],
  ['案件-7', null],
  ['ÜNÏ-5', 9],
  ['🦊-1', 10],
  ['🦊-2', null],
  ['4711', 11],
  [4711, 11],
  ['X'.repeat(200), 12],
  ['x'.repeat(199), null],
  ['padded inside', 13],
  ['1', null],
  [0, null],
];

const rows: TrackerRows = {
  customers: [{ id: 'C', name: 'Customer' }],
  managers: [{ id: 'M' }],
  engagements: [{ id: 'E', customer: 'C', tier: words.text('tier.premium'), manager: 'M' }],
  cases: IDS.map((id, place) => ({
    id,
    engagement: 'E',
    subject: `case ${place}`,
    status: words.text('tracker.case-open'),
  })),
  inquiries: ASKED.map(([id]) => ({ case: id, received: '2026-06-08 09:30' })),
};
// Not one row is free: nothing stands below the last case, nor below its number.
const capacity = {
  cases: IDS.length,
  inquiries: ASKED.length,
  engagements: 2,
  managers: 2,
  customers: 2,
  contacts: 2,
  activities: 2,
  calendar: 2,
  decisions: 2,
  deliverables: 2,
  violations: 2,
};
const options = { language: 'en', rulebook: serviceManagement, capacity } as const;
const workbook = describeTracker(options);

test.each([
  ['LibreOffice', async () => (await openInOffice(writeRows(rows, options))).values],
  ['IronCalc', async () => openInIronCalc(workbook, rows).values()],
] as const)('each inquiry finds its own case and no other in %s, as in core', async (_, open) => {
  // The file has room for a quarter more rows than there are; the other engine takes exactly these.
  const values = await open();
  const inquiries = tabOf(workbook, 'inquiries');
  const found = ASKED.map(([id], place) => [id, shownAt(values, inquiries, 'subject', place)]);
  expect(found).toEqual(ASKED.map(([id, place]) => [id, place === null ? '' : `case ${place}`]));
  expect(differences(values, workbook, rows)).toEqual([]);
});
