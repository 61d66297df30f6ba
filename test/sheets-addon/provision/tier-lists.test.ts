/** At Google a dropdown's list is chosen cell by cell: each activity gets that of its engagement's tier. */
import { beforeEach, expect, test, vi } from 'vitest';
import { columnLetters, describedPosition, firstRowOf, tabOf } from '#core/tracker/index.ts';
import type { PlacedTab } from '../../../sheets-addon/provision/online/placed.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { tierRowsOf, wrongTierRuns } from '../../../sheets-addon/provision/online/tier-lists.ts';
import { QUIET, wantedTracker } from './account.ts';
import { type TrackerWorld, trackerWorld } from './world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

const ROWS = {
  engagements: [
    { id: 'E-1', tier: 'Premium' },
    { id: 'E-3', tier: 'TSAM' },
    { id: 'E-4', tier: 'Standard' },
  ],
  activities: ['E-4', 'E-4', 'E-1', 'E-9', 'E-3'].map((engagement) => ({
    engagement,
    deliverable: 'Service reviews',
  })),
};
const wanted = wantedTracker('en', ROWS);
const activities = tabOf(wanted.workbook, 'activities');
const FIRST = firstRowOf(activities) - 1;
const DELIVERABLE = describedPosition(activities, 'deliverable');
const METHOD = describedPosition(activities, 'method');

let google: TrackerWorld['google'];
let account: TrackerWorld['account'];
let id: TrackerWorld['id'];
let book: TrackerWorld['book'];
beforeEach(async () => {
  ({ google, account, id, book } = await trackerWorld(wanted));
});

const update = async () => (await settle(account, id, wanted, QUIET)).changes;

const PLACES = [0, 1, 2, 3, 4, 5];
const LIST = /^='?Lists'?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/;

/** What a cell's list holds, as somebody who opens it sees it. */
function listAt(place: number, column: number): string[] {
  const { dataValidation } = book()
    .titled('Activities')
    .at(FIRST + place, column)!;
  const [, letters, from, to] = LIST.exec(dataValidation!.condition!.values![0]!.userEnteredValue!)!;
  const lists = book().titled('Lists');
  const position = lists.rows[0]!.findIndex((_, index) => columnLetters(index) === letters);
  return lists.rows
    .slice(Number(from) - 1, Number(to))
    .map((row) => row![position]!.userEnteredValue!.stringValue!);
}

/** How many deliverables each of the six prepared rows offers. */
const offered = () => PLACES.map((place) => listAt(place, DELIVERABLE).length);
const methods = () => PLACES.map((place) => listAt(place, METHOD).join(', '));
/** Table 2's methods of a service review; TSAM states none. */
const ALL = 'in person, video conference, phone, e-mail, online self-paced training';
const [STANDARD, PREMIUM] = ['video conference', 'in person, video conference'];

test('from the beginning, with the one write of its tab; an update has nothing to add', async () => {
  expect(offered()).toEqual([8, 8, 15, 15, 11, 15]);
  expect(methods()).toEqual([STANDARD, STANDARD, PREMIUM, ALL, ALL, ALL]);
  // The tabs themselves, then the contents of each.
  const writes = google.calls.filter(({ path }) => path.endsWith(':batchUpdate'));
  expect(writes).toHaveLength(1 + wanted.workbook.tabs.length);
  expect(await update()).toEqual([]);
});

test('after an engagement was given another tier, in its rows alone', async () => {
  const engagements = tabOf(wanted.workbook, 'engagements');
  const tier = book()
    .titled('Engagements')
    .cell(firstRowOf(engagements) - 1 + 2, describedPosition(engagements, 'tier'));
  tier.userEnteredValue = { stringValue: 'TSAM' };
  const own = book()
    .titled('Activities')
    .cell(FIRST + 1, DELIVERABLE);
  own.dataValidation = { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'a' }] } };
  const changes = await update();
  expect(changes.map(({ says, values }) => [says, values])).toEqual([
    ['provision.change-check', { tab: 'Activities', column: 'Deliverable' }],
    ['provision.change-check', { tab: 'Activities', column: 'Method' }],
  ]);
  expect(changes[0]!.requests).toHaveLength(1);
  expect(methods()).toEqual([ALL, ALL, PREMIUM, ALL, ALL, ALL]);
  expect(
    book()
      .titled('Activities')
      .at(FIRST + 1, DELIVERABLE)!.dataValidation!.condition!.type,
  ).toBe('TEXT_CONTAINS');
  own.dataValidation = {
    condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Lists!$A$2:$A$3' }] },
  };
  await update();
  expect(offered()).toEqual([11, 11, 15, 15, 11, 15]);
});

test('a list that stands on a tab of somebody’s own stays', async () => {
  const made = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='Our words'!$A$2:$A$9" }] };
  const cells = [FIRST, FIRST + 5].map((row) => book().titled('Activities').cell(row, DELIVERABLE));
  for (const cell of cells) cell.dataValidation = { condition: made };
  expect(await update()).toEqual([]);
  for (const cell of cells) expect(cell.dataValidation!.condition).toEqual(made);
});

test('of a tracker whose methods were refused where they are none of the list, the method only warns from now on', async () => {
  const column = book().titled('Activities');
  const whole = LIST.exec(
    column.at(FIRST + 3, METHOD)!.dataValidation!.condition!.values![0]!.userEnteredValue!,
  )!;
  for (let row = FIRST; row < FIRST + activities.capacity; row++) {
    const rule = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: whole[0] }] };
    column.cell(row, METHOD).dataValidation = { condition: rule, strict: true, showCustomUi: true };
  }
  await update();
  expect(methods()).toEqual([STANDARD, STANDARD, PREMIUM, ALL, ALL, ALL]);
  const last = book()
    .titled('Activities')
    .at(FIRST + activities.capacity - 1, METHOD)!;
  expect(last.dataValidation!.strict ?? false).toBe(false);
  expect(await update()).toEqual([]);
});

test('where more rows lie apart than one request can say, the last ones have their lists', () => {
  const rows = Array.from({ length: 5000 }, (_, place) => ({ engagement: place % 2 ? 'E-4' : 'E-3' }));
  const placed = wanted.workbook.tabs.map((tab) => ({ tab, isNew: true })) as unknown as PlacedTab[];
  const entry = placed.find(({ tab }) => tab.id === 'activities')!;
  const [found] = tierRowsOf(entry, placed, { ...ROWS, activities: rows });
  expect([found!.from, found!.numbers.length]).toEqual([3000, 2000]);
  const first = firstRowOf(activities) - 1 + 3000;
  const runs = wrongTierRuns(entry, found!, (row) => row % 2 === first % 2);
  expect(runs).toHaveLength(1000);
  expect(runs[0]).toMatchObject({ first: first + 1, count: 1 });
});
