/**
 * Whatever goes wrong at whichever call: in the end there is one tracker, the same as without the fault. What the
 * command can sit out it sits out; after the rest, the same command run again goes on.
 */
import { afterEach, expect, test } from 'vitest';
import { CallFailed } from '../../../sheets-addon/provision/google/failure.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import type { FaultName } from '../../support/google/faults.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { accountAt, makeTracker, QUIET, SHORT_MS, wantedTracker } from './account.ts';
import { snapshotOf } from './snapshot.ts';

const running: StandInGoogle[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((google) => google.stop()));
});

const ROWS = {
  customers: [{ id: 'C-1', name: '=1+1' }],
  contacts: [{ engagement: 'E-1', name: 'Ann', email: 'ann@a.example', from: 46_181 }],
};

async function world(): Promise<StandInGoogle> {
  const google = new StandInGoogle();
  await google.start();
  running.push(google);
  return google;
}

async function undisturbed() {
  const google = await world();
  await makeTracker(accountAt(google), wantedTracker('en', ROWS));
  return { calls: google.calls.length, snapshot: snapshotOf(google.onlyBook) };
}

/** Faults that the command sits out: each of the first at every call, the others in turn. */
const SAT_OUT: FaultName[][] = [
  ...(['429', '500-after', 'cut-after', 'half-after', 'silent-after'] as const).map((name) => [name]),
  ['403-rate', '409', '500', '503-after', 'cut'],
];
/** Faults after which its user has to do something first. */
const GIVEN_UP: [FaultName, string][] = [
  ['401', 'signed-out'],
  ['403', 'not-allowed'],
  ['403-full', 'full'],
  ['404', 'missing'],
];
const ENOUGH_MS = 6 * 60_000;
const AT_ONCE = 6;

/** Runs the positions a few at a time: each has a world of its own. */
async function atEachCall(count: number, check: (position: number, google: StandInGoogle) => Promise<void>) {
  const positions = Array.from({ length: count }, (_, index) => index + 1);
  const worker = async () => {
    for (let position = positions.shift(); position !== undefined; position = positions.shift()) {
      await check(position, await world());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

test.each(SAT_OUT.map((faults) => ({ faults })))(
  '$faults at any call is sat out: one tracker, complete, nothing doubled',
  async ({ faults }) => {
    const { calls, snapshot } = await undisturbed();
    await atEachCall(calls, async (position, google) => {
      const fault = faults[position % faults.length]!;
      google.plan = ({ number }) => (number === position ? fault : undefined);
      const account = accountAt(google, fault === 'silent-after' ? SHORT_MS : undefined);
      await makeTracker(account, wantedTracker('en', ROWS));
      const living = google.files.all.filter(({ trashed }) => !trashed);
      expect(living.map(({ appProperties }) => appProperties?.duelineState)).toEqual(['done']);
      expect(snapshotOf(google.book(living[0]!.id!)), `${fault} at call ${position}`).toEqual(snapshot);
      // On a busy machine an answer may come too late as well, and is then sat out like the fault.
      expect(account.waits.length).toBeGreaterThanOrEqual(1);
    });
  },
  ENOUGH_MS,
);

test(
  'no right at any call stops with its name, and the next run completes the same tracker',
  async () => {
    const { calls, snapshot } = await undisturbed();
    await atEachCall(calls, async (position, google) => {
      const [fault, kind] = GIVEN_UP[position % GIVEN_UP.length]!;
      google.plan = ({ number }) => (number === position ? fault : undefined);
      const account = accountAt(google);
      const first = await makeTracker(account, wantedTracker('en', ROWS)).catch((error: unknown) => error);
      expect(first).toBeInstanceOf(CallFailed);
      expect((first as CallFailed).kind).toBe(kind);
      google.plan = () => undefined;
      await makeTracker(account, wantedTracker('en', ROWS));
      expect(google.files.all.map(({ appProperties }) => appProperties?.duelineState)).toEqual(['done']);
      expect(snapshotOf(google.onlyBook), `${fault} at call ${position}`).toEqual(snapshot);
    });
  },
  ENOUGH_MS,
);

test('Google out of order for good ends in a message, not in waiting for ever', async () => {
  const google = await world();
  google.plan = () => '500';
  const account = accountAt(google);
  await expect(makeTracker(account)).rejects.toMatchObject({ kind: 'no-answer' });
  // 1, 2, 4 … s, each a quarter more by the chance of 0.5: never more than eight attempts.
  expect(account.waits).toEqual([1250, 2500, 5000, 10_000, 20_000, 40_000, 80_000]);
});

test('two people who run it at once make each part once', async () => {
  const google = await world();
  const [first, second] = [accountAt(google), accountAt(google)];
  const { id } = await makeTracker(first, wantedTracker('en', ROWS));
  const alone = snapshotOf(google.book(id));
  // A tab and a column go, and both set out to repair them.
  const book = google.book(id);
  book.remove(book.titled('Contacts').id);
  const wanted = wantedTracker('en', ROWS);
  await Promise.all([first, second].map((account) => settle(account, id, wanted, QUIET)));
  const together = snapshotOf(google.book(id));
  expect(together.sheets.map(({ properties }) => properties.title)).toEqual(
    alone.sheets.map(({ properties }) => properties.title),
  );
  expect(together.marks).toEqual(alone.marks);
});
