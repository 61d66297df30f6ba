/** Exactly once, in order, and nothing of other people's overwritten: whatever happens between any two steps. */
import { expect, test } from 'vitest';
import { drive, type QueueStore } from '../../extension/background/queue/drive.ts';
import { EMPTY_QUEUE, type NewEntry, type QueueState } from '../../extension/background/queue/entry.ts';
import {
  dropped,
  enqueue,
  GRACE_MS,
  nextEntry,
  nextWakeMs,
  reconciled,
  retried,
  signedIn,
} from '../../extension/background/queue/machine.ts';
import type { SheetFailure, TrackerSheet } from '../../extension/platform/sheets/tracker-sheet.ts';
import { FakeTracker } from './fake-tracker.ts';
import { googleWorld } from './google-world.ts';
import { runSchedules } from './run-schedules.ts';

const START_MS = Date.UTC(2026, 5, 8, 9);
const HOUR_MS = 3_600_000;

test('500 schedules: nothing lost, nothing doubled, nothing out of order, no colleague’s row overwritten', async () => {
  const report = await runSchedules(1, 500);
  expect(report).toMatchObject({ lost: [], doubled: [], disordered: [], overwritten: [] });
  expect(report.faults).toBeGreaterThan(1000);
  expect(report.late).toBeGreaterThan(50);
});

test('200 schedules at Google, tabs and files renamed and another account signed in between any two requests', async () => {
  const report = await runSchedules(1, 200, googleWorld);
  expect(report).toMatchObject({ lost: [], doubled: [], disordered: [], overwritten: [] });
  expect(report.faults).toBeGreaterThan(500);
  expect(report.late).toBeGreaterThan(20);
});

test.each([1629, 1908, 3232])(
  'a column that goes between two looks does not make a row look gone that is to be taken out (seed %i)',
  async (seed) => {
    expect((await runSchedules(seed, 1, googleWorld)).lost).toEqual([]);
  },
);

function bench(entries: readonly Partial<NewEntry>[]) {
  const tracker = new FakeTracker();
  const calls: string[] = [];
  const failing: { with: SheetFailure | null } = { with: null };
  const time = { nowMs: START_MS };
  const state: { now: QueueState } = { now: EMPTY_QUEUE };
  for (const [index, entry] of entries.entries()) {
    const key = `W-${index}`;
    const cells = { date: 46181, engagement: 'E-1', hours: 1, note: 'n', id: key };
    const whole = {
      key,
      rowBy: { column: 'id', text: key },
      tracker: 'T',
      tab: 'activities',
      about: 'E-1',
      cells,
      base: null,
      madeMs: START_MS - GRACE_MS,
      ...entry,
    };
    state.now = enqueue(state.now, whole);
  }
  const store: QueueStore = {
    read: async () => state.now,
    change: async (step) => {
      state.now = step(state.now);
    },
  };
  const call = async <T>(name: string, carryOut: () => T) => {
    calls.push(name);
    return failing.with ?? carryOut();
  };
  const sheet: TrackerSheet = {
    layout: (tab, columns) => call('layout', () => tracker.layout(tab, columns)),
    insert: (layout, mark, cells) => call('insert', () => tracker.insert(layout, mark, cells)),
    rowOf: (tab, columns, by) => call('rowOf', () => tracker.rowOf(tab, columns, by)),
    pin: (tab, columns, by, mark) => call('pin', () => tracker.pin(tab, columns, by, mark)),
    rewrite: (layout, mark, cells) => call('rewrite', () => tracker.rewrite(layout, mark, cells)),
    forget: (marks) => call('forget', () => tracker.forget(marks)),
  };
  const wake = () => drive({ store, sheetOf: () => sheet, clock: () => time.nowMs });
  return { tracker, calls, failing, time, state, wake };
}

test('an hour of "too many requests" costs a dozen calls, and then the row is written once', async () => {
  const { tracker, calls, failing, time, state, wake } = bench([{}]);
  failing.with = { failed: 'busy', waitMs: null };
  while (time.nowMs < START_MS + HOUR_MS) {
    await wake();
    time.nowMs = nextWakeMs(state.now)!;
  }
  expect(calls.length).toBeLessThanOrEqual(12);
  failing.with = null;
  await wake();
  expect(tracker.count('W-0')).toBe(1);
  expect(state.now.entries).toEqual([]);
});

test('the server’s own wish to wait is kept', async () => {
  const { failing, state, wake } = bench([{}]);
  failing.with = { failed: 'busy', waitMs: 2 * HOUR_MS };
  await wake();
  expect(nextWakeMs(state.now)).toBe(START_MS + 2 * HOUR_MS);
});

test.each([
  ['deleted', (tracker: FakeTracker) => Object.assign(tracker, { isDeleted: true }), 'not-picked'],
  ['protected', (tracker: FakeTracker) => Object.assign(tracker, { isProtected: true }), 'protected'],
  ['without its tab', (tracker: FakeTracker) => Object.assign(tracker, { isTabDeleted: true }), 'tab-gone'],
  ['without a column', (tracker: FakeTracker) => tracker.activities.columns.splice(2, 1), 'columns-gone'],
])(
  'a sheet that is %s: the entry is kept with its reason, and written once it is mended',
  async (_, harm, reason) => {
    const { tracker, time, state, wake } = bench([{}]);
    const columns = [...tracker.activities.columns];
    harm(tracker);
    await wake();
    expect(state.now.entries).toMatchObject([{ status: 'held', heldFor: reason }]);
    expect(nextEntry(state.now, START_MS + HOUR_MS)).toBeNull();
    Object.assign(tracker, { isDeleted: false, isProtected: false, isTabDeleted: false });
    tracker.activities.columns = columns;
    state.now = retried(state.now, 'W-0', time.nowMs);
    await wake();
    expect(tracker.count('W-0')).toBe(1);
    expect(state.now.entries).toEqual([]);
  },
);

test('columns moved before the row is written: each value goes to its own column', async () => {
  const { tracker, wake } = bench([{}]);
  tracker.activities.moveColumn(0, 4);
  tracker.activities.insertColumn(1);
  await wake();
  expect(tracker.activities.columns).toEqual(['engagement', null, 'hours', 'note', 'id', 'date']);
  expect(tracker.activities.rows.map((row) => Array.from(row, (cell) => cell ?? null))).toEqual([
    ['E-1', null, 1, 'n', 'W-0', 46181],
  ]);
});

test('an entry that is held keeps back only what is about the same thing', async () => {
  const { tracker, state, wake } = bench([{ about: 'E-1' }, { about: 'E-1' }, { about: 'E-2' }]);
  const refuse = tracker.layout.bind(tracker);
  let calls = 0;
  tracker.layout = (tab, columns) => (++calls === 1 ? { failed: 'tab-gone' } : refuse(tab, columns));
  await wake();
  expect(tracker.log.map(({ mark }) => mark)).toEqual(['W-2']);
  expect(state.now.entries.map(({ key, status }) => [key, status])).toEqual([
    ['W-0', 'held'],
    ['W-1', 'waiting'],
  ]);
});

test('signed out, nothing is sent; signed in again, all of it is', async () => {
  const { tracker, calls, state, wake } = bench([{}, {}]);
  tracker.isSignedOut = true;
  await wake();
  await wake();
  expect(calls).toEqual(['layout']);
  tracker.isSignedOut = false;
  state.now = signedIn(state.now, 'T');
  await wake();
  expect([tracker.count('W-0'), tracker.count('W-1')]).toEqual([1, 1]);
});

test('what was logged can be changed or taken back for a minute; once sent, it stays as it was sent', async () => {
  const { failing, time, state, wake } = bench([]);
  const cells = { note: 'first', id: 'W-9' };
  const rowBy = { column: 'id', text: 'W-9' };
  const made = {
    key: 'W-9',
    rowBy,
    tracker: 'T',
    tab: 'activities',
    about: 'E-1',
    cells,
    base: null,
    madeMs: START_MS,
  };
  state.now = reconciled(state.now, [made]);
  await wake();
  expect(state.now.entries).toMatchObject([{ attempts: 0, cells: { note: 'first' } }]);
  state.now = reconciled(state.now, [{ ...made, cells: { note: 'mended', id: 'W-9' } }]);
  expect(state.now.entries).toMatchObject([{ cells: { note: 'mended' } }]);
  expect(reconciled(state.now, []).entries).toEqual([]);
  failing.with = { failed: 'no-answer' };
  time.nowMs = START_MS + 60_000;
  await wake();
  state.now = reconciled(state.now, []);
  expect(state.now.entries).toMatchObject([{ status: 'sent', cells: { note: 'mended' } }]);
  expect(dropped(state.now, 'W-9').entries).toEqual([]);
});

test('what is written is not written again, however long the tracker cannot be read back', async () => {
  const { tracker, time, state, wake } = bench([{}]);
  const wanted = [{ ...state.now.entries[0]! }];
  await wake();
  time.nowMs += 48 * HOUR_MS;
  await wake();
  expect([...tracker.marks]).toEqual([]);
  state.now = reconciled(state.now, wanted);
  await wake();
  expect(tracker.count('W-0')).toBe(1);
  expect(reconciled(state.now, []).settled).toEqual([]);
});

test('marks are taken away a day after their row was written, and no earlier', async () => {
  const { tracker, time, state, wake } = bench([{}]);
  await wake();
  expect([...tracker.marks]).toEqual(['W-0']);
  expect(nextWakeMs(state.now)).toBe(START_MS + 24 * HOUR_MS);
  time.nowMs = START_MS + 24 * HOUR_MS - 1;
  await wake();
  expect([...tracker.marks]).toEqual(['W-0']);
  time.nowMs++;
  await wake();
  expect([...tracker.marks]).toEqual([]);
  expect(nextWakeMs(state.now)).toBeNull();
});
