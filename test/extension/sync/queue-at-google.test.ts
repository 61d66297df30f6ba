/** The whole way of a logged row to a strict Google, with every kind of failure at every call. */
import { expect, test } from 'vitest';
import { openDirectory } from '#core';
import { drive, type QueueStore } from '../../../extension/background/queue/drive.ts';
import { EMPTY_QUEUE, type QueueState } from '../../../extension/background/queue/entry.ts';
import {
  GRACE_MS,
  nextWakeMs,
  reconciled,
  retried,
  signedIn,
} from '../../../extension/background/queue/machine.ts';
import { wantedEntries } from '../../../extension/background/queue/wanted.ts';
import { isFailure } from '../../../extension/platform/sheets/tracker-sheet.ts';
import { FAULTS, type FaultName } from '../../support/google/faults.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { trackerBench } from './google.ts';

const START_MS = Date.UTC(2026, 5, 8, 9);
/** A silent server is waited for with a real clock; the schedules of the queue cover it. */
const KINDS = (Object.keys(FAULTS) as FaultName[]).filter((name) => !name.startsWith('silent'));
const MOST_ROUNDS = 50;

const ACTIVITY = {
  id: 'log-1',
  engagement: 'E-1',
  date: '2026-06-08',
  hours: 1.5,
  method: 'e-mail' as const,
  note: '=1+1',
};

test.each(KINDS)('%s at any call: the row is there once, and the queue is empty in the end', async (kind) => {
  const bench = await trackerBench();
  const directory = plainDirectory();
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error('the directory does not open');
  const stored = {
    name: 'T',
    version: '1',
    directory,
    readMs: 0,
    shown: { 'method.e-mail': 'e-mail' },
    trouble: null,
  };
  try {
    let calls = 0;
    for (let at = 1; at === 1 || at <= calls; at++) {
      const id = `log-${at}`;
      const additions = { activities: [{ ...ACTIVITY, id }], noAnswerNeeded: [] };
      let state: QueueState = reconciled(
        EMPTY_QUEUE,
        wantedEntries(additions, { [bench.id]: stored }, book, START_MS),
      );
      let nowMs = START_MS + GRACE_MS;
      const store: QueueStore = {
        read: async () => state,
        change: async (step) => {
          state = step(state);
        },
      };
      const first = bench.google.calls.length;
      bench.google.plan = ({ number }) => (number - first === at ? kind : undefined);
      for (let round = 0; round < MOST_ROUNDS && state.entries.length > 0; round++) {
        await drive({ store, sheetOf: () => bench.sheet, clock: () => nowMs });
        // The user signs in again, and tries again what is held.
        state = signedIn(state, bench.id);
        for (const { key, status } of state.entries)
          if (status === 'held') state = retried(state, key, nowMs);
        nowMs = Math.max(nowMs, nextWakeMs(state) ?? 0);
      }
      if (at === 1) calls = bench.google.calls.length - first;
      bench.google.plan = () => undefined;
      expect(state.entries).toEqual([]);
      const rows = await bench.sheet.rows(['activities']);
      if (isFailure(rows)) throw new Error(rows.failed);
      expect(rows.activities!.filter((row) => row.id === id)).toMatchObject([
        { engagement: 'E-1', hours: 1.5, method: 'e-mail', note: '=1+1', date: 46181 },
      ]);
    }
    expect(calls).toBeGreaterThan(5);
  } finally {
    await bench.close();
  }
});
