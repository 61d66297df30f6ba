/** Logged time changed or taken out after it was sent: once, in its own row, and never over somebody else's word. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDirectory } from '#core';
import { NO_ADDITIONS } from '#core/engagement/additions.ts';
import type { Amendment } from '#core/engagement/amendments.ts';
import type { Activity } from '#core/engagement/schema.ts';
import { drive, type QueueStore } from '../../../extension/background/queue/drive.ts';
import { EMPTY_QUEUE, type QueueState } from '../../../extension/background/queue/entry.ts';
import {
  insisted,
  nextWakeMs,
  reconciled,
  retried,
  signedIn,
} from '../../../extension/background/queue/machine.ts';
import { wantedEntries } from '../../../extension/background/queue/wanted.ts';
import { isFailure } from '../../../extension/platform/sheets/tracker-sheet.ts';
import { FAULTS, type FaultName } from '../../support/google/faults.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { storedTracker } from '../../support/stored-tracker.ts';
import { type Bench, trackerBench } from './google.ts';

const START_MS = Date.UTC(2026, 5, 8, 9);
const KINDS = (Object.keys(FAULTS) as FaultName[]).filter((name) => !name.startsWith('silent'));
const MOST_ROUNDS = 50;
const WORK: Activity = {
  id: 'log-1',
  engagement: 'E-1',
  date: '2026-06-08',
  hours: 1.5,
  method: 'e-mail',
  note: 'Call',
};
const MORE: Activity = { ...WORK, hours: 2.25, note: '=1+1' };

let bench: Bench;
let state: QueueState;
let nowMs: number;
beforeEach(async () => {
  bench = await trackerBench();
  state = EMPTY_QUEUE;
  nowMs = START_MS;
  await want([WORK], []);
  await carryOut();
});
afterEach(() => bench.close());

const store: QueueStore = {
  read: async () => state,
  change: async (step) => {
    state = JSON.parse(JSON.stringify(step(state))) as QueueState;
  },
};

function want(activities: Activity[], amendments: Amendment[]): Promise<void> {
  const book = openDirectory(plainDirectory());
  if (Array.isArray(book)) throw new Error('the directory does not open');
  const directory = plainDirectory();
  const stored = storedTracker({ name: 'T', version: '1', directory, readMs: 0 });
  const additions = { ...NO_ADDITIONS, activities };
  return store.change((now) =>
    reconciled(now, wantedEntries(additions, amendments, { [bench.id]: stored }, book, nowMs)),
  );
}

async function carryOut(isTriedAgain = false): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS && state.entries.length > 0; round++) {
    nowMs = Math.max(nowMs, nextWakeMs(state) ?? 0);
    await drive({ store, sheetOf: () => bench.sheet, clock: () => nowMs });
    await store.change((now) => signedIn(now, bench.id));
    for (const { key, status } of isTriedAgain ? state.entries : [])
      if (status === 'held') await store.change((now) => retried(now, key, nowMs));
  }
}

async function rows() {
  const read = await bench.sheet.rows(['activities']);
  if (isFailure(read)) throw new Error(read.failed);
  return read.activities!.filter((row) => row.id !== null || row.note !== null);
}

const sheet = () => bench.google.onlyBook.titled('Activities');
const place = (column: string) => {
  const title = sheet().rows[0]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === column);
  if (title < 0) throw new Error(`no column ${column}`);
  return title;
};
const pins = () =>
  bench.google.onlyBook.marks.filter(({ metadataKey }) => metadataKey === 'dueline-changing');
function typeOver(column: string, text: string): void {
  const row = sheet().rows.findIndex((cells) =>
    cells?.some((cell) => cell?.userEnteredValue?.stringValue === 'log-1'),
  );
  sheet().cell(row, place(column)).userEnteredValue = { stringValue: text };
}

const change = (next: Activity | null): Amendment[] => [{ key: 'log-1 change', base: WORK, next }];

test('a change goes into the row that is there, text as text, and leaves no mark', async () => {
  const before = await rows();
  await want([], change(MORE));
  await carryOut();
  expect(state.entries).toEqual([]);
  const after = await rows();
  expect(after).toHaveLength(before.length);
  expect(after.filter(({ id }) => id === 'log-1')).toMatchObject([
    { hours: 2.25, note: '=1+1', method: 'e-mail', engagement: 'E-1' },
  ]);
  expect(pins()).toEqual([]);
});

test('what is taken out is gone, and the rows of others stay', async () => {
  const before = await rows();
  await want([], change(null));
  await carryOut();
  expect(state.entries).toEqual([]);
  expect(await rows()).toEqual(before.filter(({ id }) => id !== 'log-1'));
});

test('both-edited: a row that was changed by hand stays as it is; both words are kept until the user decides', async () => {
  typeOver('Note', 'agreed by phone');
  await want([], change(MORE));
  await carryOut();
  const [entry] = state.entries;
  expect(entry).toMatchObject({ status: 'held', heldFor: 'different', theirs: { note: 'agreed by phone' } });
  expect(entry?.cells.note).toBe('=1+1');
  expect((await rows()).find(({ id }) => id === 'log-1')).toMatchObject({
    note: 'agreed by phone',
    hours: 1.5,
  });
  await store.change((now) => insisted(now, entry!.key, nowMs));
  await carryOut();
  expect((await rows()).find(({ id }) => id === 'log-1')).toMatchObject({ note: '=1+1', hours: 2.25 });
});

test('a row with somebody’s own remark beside it is not taken out', async () => {
  const row = sheet().rows.findIndex((cells) =>
    cells?.some((cell) => cell?.userEnteredValue?.stringValue === 'log-1'),
  );
  const own = sheet().columnCount;
  sheet().append('COLUMNS', 1);
  sheet().cell(row, own).userEnteredValue = { stringValue: 'billed' };
  await want([], change(null));
  await carryOut();
  expect(state.entries).toMatchObject([{ status: 'held', heldFor: 'different' }]);
  expect((await rows()).filter(({ id }) => id === 'log-1')).toHaveLength(1);
});

test('a row that was deleted by hand needs no taking out, and a change of it asks', async () => {
  for (const column of ['Note', 'Id']) typeOver(column, 'x');
  await want([], change(null));
  await carryOut();
  expect(state.entries).toEqual([]);
  await want([], [{ key: 'another', base: WORK, next: MORE }]);
  await carryOut();
  expect(state.entries).toMatchObject([{ status: 'held', heldFor: 'missing' }]);
});

test('rows that are put in above while the change is on its way do not lead it astray', async () => {
  const book = bench.google.onlyBook;
  let isMoved = false;
  bench.google.plan = ({ path }) => {
    if (path.endsWith('values:batchUpdateByDataFilter') && !isMoved) {
      isMoved = true;
      bench.google.books
        .get(bench.id)!
        .shift(bench.google.books.get(bench.id)!.titled('Activities'), 'ROWS', 1, 3);
    }
    return undefined;
  };
  const others = (await rows()).filter(({ id }) => id !== 'log-1');
  await want([], change(MORE));
  await carryOut();
  expect(isMoved && book !== undefined).toBe(true);
  const after = await rows();
  expect(after.filter(({ id }) => id === 'log-1')).toMatchObject([{ hours: 2.25 }]);
  expect(after.filter(({ id }) => id !== 'log-1')).toEqual(others);
});

test.each(KINDS)('changed and taken out exactly once with %s at any of the calls', async (kind) => {
  let base = WORK;
  let calls = 0;
  for (let at = 1; at === 1 || at <= calls; at++) {
    const next = { ...WORK, hours: 2 + at };
    const first = bench.google.calls.length;
    bench.google.plan = ({ number }) => (number - first === at ? kind : undefined);
    await want([], [{ key: `change ${at}`, base, next }]);
    await carryOut(true);
    if (at === 1) calls = bench.google.calls.length - first;
    bench.google.plan = () => undefined;
    expect(state.entries).toEqual([]);
    expect((await rows()).filter(({ id }) => id === 'log-1')).toMatchObject([{ hours: 2 + at }]);
    base = next;
  }
  expect(calls).toBeGreaterThan(8);
  const before = bench.google.calls.length;
  bench.google.plan = ({ number }) => (number - before < 40 && number % 7 === 3 ? kind : undefined);
  await want([], [{ key: 'out', base, next: null }]);
  await carryOut(true);
  bench.google.plan = () => undefined;
  expect(state.entries).toEqual([]);
  expect((await rows()).filter(({ id }) => id === 'log-1')).toEqual([]);
});
