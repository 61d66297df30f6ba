/** At Google a dropdown's list is chosen cell by cell: each activity gets that of its engagement's tier. */
import { beforeEach, expect, test, vi } from 'vitest';
import { describedPosition, firstRowOf, tabOf } from '#core/tracker/index.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
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
  activities: ['E-4', 'E-4', 'E-1', 'E-9', 'E-3'].map((engagement) => ({ engagement })),
};
const wanted = wantedTracker('en', ROWS);
const activities = tabOf(wanted.workbook, 'activities');
const FIRST = firstRowOf(activities) - 1;
const DELIVERABLE = describedPosition(activities, 'deliverable');

let google: TrackerWorld['google'];
let account: TrackerWorld['account'];
let id: TrackerWorld['id'];
let book: TrackerWorld['book'];
beforeEach(async () => {
  ({ google, account, id, book } = await trackerWorld(wanted));
});

const update = async () => (await settle(account, id, wanted, QUIET)).changes;

/** How many deliverables each of the six prepared rows offers. */
function offered(): number[] {
  return [0, 1, 2, 3, 4, 5].map((place) => {
    const { dataValidation } = book()
      .titled('Activities')
      .at(FIRST + place, DELIVERABLE)!;
    const range = dataValidation!.condition!.values![0]!.userEnteredValue!;
    const [, from, to] = /^='?Lists'?!\$[A-Z]+\$(\d+):\$[A-Z]+\$(\d+)$/.exec(range)!;
    return Number(to) - Number(from) + 1;
  });
}

test('from the beginning, with the one write of its tab; an update has nothing to add', async () => {
  expect(offered()).toEqual([8, 8, 15, 15, 11, 15]);
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
  ]);
  expect(changes[0]!.requests).toHaveLength(1);
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
