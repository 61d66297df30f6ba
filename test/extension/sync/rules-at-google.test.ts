/** What managers set on a tracker’s Rules tab holds on every ticket too: not only in the sheet. */
import { afterEach, expect, test } from 'vitest';
import { openDirectory } from '#core';
import { rulebookOf, termsAt } from '#core/engagement/book.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { describeTracker, headerRowOf, tabOf } from '#core/tracker/index.ts';
import { withSheetRules } from '#core/tracker/read-rules.ts';
import { syncTracker } from '../../../extension/background/sync/sync-tracker.ts';
import type { StoredTracker } from '../../../extension/state/trackers.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { storedTracker } from '../../support/stored-tracker.ts';
import { type Bench, plainRows, trackerBench } from './google.ts';

const NOW_MS = Date.UTC(2026, 5, 8, 9);
const NEW = storedTracker();
const BUILT_IN = { use: 'service-management' as const };
const GROUND = {
  base: { rulebook: BUILT_IN, calendars: plainDirectory().calendars },
  rulebook: serviceManagement,
  nowMs: NOW_MS,
};
const RULES = tabOf(describeTracker({ language: 'en', rulebook: serviceManagement }), 'rules');
const place = (column: string) => RULES.columns.findIndex(({ id }) => id === column);
/** What stands above the table stands in the first tier’s column. */
const FIRST_TIER = place('rule') + 1;
const rowOf = (rule: string) => headerRowOf(RULES) + RULES.rows.findIndex(({ id }) => id === rule);

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

type Typed = number | string | null;

/** Reads a tracker on whose Rules tab somebody has typed; rows and columns of the sheet, from 0. */
async function synced(typed: readonly [row: number, column: number, value: Typed][] = []) {
  bench = await trackerBench(plainRows('de'), 'de');
  const sheet = bench.google.onlyBook.titled('Regeln');
  for (const [row, column, value] of typed) {
    sheet.rows[row]![column] =
      value === null
        ? {}
        : {
            userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
          };
  }
  const { state } = bench;
  return syncTracker(NEW, { state, rows: bench.sheet.rows }, GROUND);
}

function opened({ directory, rules }: StoredTracker, choice: Directory['rulebook'] = BUILT_IN) {
  const book = openDirectory({ ...directory!, rulebook: withSheetRules(choice, rules!) });
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return book;
}

/** E-1 is Premium: 3 contacts, 30 cases in hand, 10 hours a week by the documents. */
function limitsOf(book: ReturnType<typeof opened>) {
  const { contacts, casesInHand, weeklyHours } = termsAt(book, book.engagements.get('E-1')!, NOW_MS);
  return [contacts, casesInHand, weeklyHours].map((limit) => limit?.limit ?? null);
}

test('a tab that nobody has changed says what the documents say, and the rulebook keeps its name', async () => {
  const tracker = await synced();
  const book = opened(tracker);
  expect('use' in book.directory.rulebook && book.directory.rulebook.use).toBe('service-management');
  expect(limitsOf(book)).toEqual([3, 30, 10]);
  expect(book.rulebook.readings).toEqual(serviceManagement.readings);
});

test('a limit, the reading of the response target and the share hold as they stand on the tab', async () => {
  const tracker = await synced([
    [rowOf('contacts'), place('tier:premium'), 5],
    [rowOf('weeklyHours'), place('tier:premium'), null],
    [2, FIRST_TIER, 0.9],
    [3, FIRST_TIER, 2],
  ]);
  const book = opened(tracker);
  expect(limitsOf(book)).toEqual([5, 30, null]);
  expect(book.rulebook.readings.businessDay).toBe('end-of-day');
  expect(book.rulebook.readings.warnFromShare).toBe(0.9);
  // It rests on the clause that it is a limit of.
  const { contacts } = termsAt(book, book.engagements.get('E-1')!, NOW_MS);
  expect(contacts!.rests).toEqual({ kind: 'clause', clause: 'scope.contacts' });
});

test('what cannot be read above the table leaves the reading that the user has chosen', async () => {
  const tracker = await synced([
    [2, FIRST_TIER, 'neunzig'],
    [3, FIRST_TIER, 7],
  ]);
  const readings = { businessDay: 'business-hours' as const, warnFromShare: 0.7 };
  const book = opened(tracker, { ...BUILT_IN, readings });
  expect(book.rulebook.readings).toMatchObject(readings);
});

test('a share above the whole, which no directory may say, leaves the directory whole', async () => {
  const tracker = await synced([[2, FIRST_TIER, 1.5]]);
  expect(tracker.rules?.readings).not.toHaveProperty('warnFromShare');
});

test('a tracker without the tab sets nothing', async () => {
  bench = await trackerBench();
  const { state, sheet } = bench;
  const rows: typeof sheet.rows = (tabs, ifThere = []) =>
    sheet.rows(
      tabs,
      ifThere.filter((tab) => tab !== 'rules'),
    );
  expect((await syncTracker(NEW, { state, rows }, GROUND)).rules).toBeNull();
});

test('an organisation’s own tiers that the tab does not have keep their limits', () => {
  const [first, ...others] = serviceManagement.tiers;
  const own = { ...serviceManagement, tiers: [first!, ...others, { ...first!, id: 'gold' }] };
  const limits = { contacts: 4, casesInHand: 30, weeklyHours: null };
  const choice = withSheetRules({ own }, { limits: { [first!.id]: limits }, readings: {} });
  const scopes = Object.fromEntries(
    rulebookOf({ rulebook: choice }).tiers.map(({ id, scope }) => [id, scope]),
  );
  expect(scopes[first!.id]?.contacts?.limit).toBe(4);
  expect(scopes[first!.id]).not.toHaveProperty('weeklyHours');
  expect(scopes.gold).toEqual(first!.scope);
});

test('a limit that no tier of an organisation’s own rulebook knows rests on the tab alone', () => {
  const tiers = serviceManagement.tiers.map((tier) => ({ ...tier, scope: null }));
  const limits = { contacts: 4, casesInHand: null, weeklyHours: null };
  const choice = withSheetRules(
    { own: { ...serviceManagement, tiers } },
    { limits: { premium: limits }, readings: {} },
  );
  const book = openDirectory({ ...plainDirectory(), rulebook: choice });
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  expect(limitsOf(book)).toEqual([4, null, null]);
});
