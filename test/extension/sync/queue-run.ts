/** Rows of every kind on their way to a strict Google, with something happening at each call in turn. */
import { expect } from 'vitest';
import { openDirectory } from '#core';
import { type Additions, NO_ADDITIONS } from '#core/engagement/additions.ts';
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
import type { FaultName } from '../../support/google/faults.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { storedTracker } from '../../support/stored-tracker.ts';
import type { Bench } from './google.ts';

const START_MS = Date.UTC(2026, 5, 8, 9);
const MOST_ROUNDS = 50;

const ACTIVITY = {
  id: 'log-1',
  engagement: 'E-1',
  date: '2026-06-08',
  hours: 1.5,
  method: 'e-mail' as const,
  note: '=1+1',
};

const CASE = {
  engagement: 'E-1',
  subject: '=cmd|x',
  status: 'open' as const,
  opened: '2026-06-08',
  link: 'https://desk.example',
};
const DECISION = {
  decision: 'acknowledged' as const,
  engagement: 'E-1',
  ticket: 'https://desk.example/7',
  about: 'hours|E-1',
  by: 'Mira',
  at: '2026-06-08T09:00:00.000Z',
  reason: 'agreed',
};

export const ROWS = {
  activities: {
    additionsOf: (id: string) => ({ ...NO_ADDITIONS, activities: [{ ...ACTIVITY, id }] }),
    written: { engagement: 'E-1', hours: 1.5, method: 'e-mail', note: '=1+1', date: 46181 },
  },
  cases: {
    additionsOf: (id: string) => ({ ...NO_ADDITIONS, cases: [{ ...CASE, id, link: `${CASE.link}/${id}` }] }),
    written: { engagement: 'E-1', subject: '=cmd|x', status: 'open', opened: 46181, closed: null },
  },
  decisions: {
    additionsOf: (id: string) => ({ ...NO_ADDITIONS, decisions: [{ ...DECISION, id }] }),
    written: {
      date: 46181,
      decision: 'taken note of',
      engagement: 'E-1',
      by: 'Mira',
      reason: 'agreed',
      at: DECISION.at,
    },
  },
};
export const TABS = Object.keys(ROWS) as (keyof typeof ROWS)[];

export type Happening = {
  /** At one call, before it is carried out. */
  at: () => FaultName | undefined;
  /** Before the user signs in again and tries again what is held. */
  after?: () => void;
  /** Nothing is ever held for its user to go on. */
  alone?: true;
};

/** How many calls one row takes; each of them has been met, and the row is there once and as it was meant. */
export async function metAtEveryCall(
  bench: Bench,
  tab: keyof typeof ROWS,
  { at: happens, after = () => undefined, alone }: Happening,
): Promise<number> {
  const directory = plainDirectory();
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error('the directory does not open');
  const shown = {
    'method.e-mail': 'e-mail',
    'caseStatus.open': 'open',
    'decision.acknowledged': 'taken note of',
  };
  const stored = storedTracker({ name: 'T', version: '1', directory, readMs: 0, shown });
  const { additionsOf, written } = ROWS[tab];
  let calls = 0;
  for (let at = 1; at === 1 || at <= calls; at++) {
    const id = `${tab}-${at}`;
    const additions: Additions = additionsOf(id);
    let state: QueueState = reconciled(
      EMPTY_QUEUE,
      wantedEntries(additions, [], { [bench.id]: stored }, book, START_MS),
    );
    let nowMs = START_MS + GRACE_MS;
    const store: QueueStore = {
      read: async () => state,
      change: async (step) => {
        state = step(state);
      },
    };
    const first = bench.google.calls.length;
    bench.google.plan = ({ number }) => (number - first === at ? happens() : undefined);
    for (let round = 0; round < MOST_ROUNDS && state.entries.length > 0; round++) {
      await drive({ store, sheetOf: () => bench.sheet, clock: () => nowMs });
      if (alone) expect(state.entries.filter(({ status }) => status === 'held')).toEqual([]);
      if (round === 0) after();
      // The user signs in again, and tries again what is held.
      state = signedIn(state, bench.id);
      for (const { key, status } of state.entries) if (status === 'held') state = retried(state, key, nowMs);
      nowMs = Math.max(nowMs, nextWakeMs(state) ?? 0);
    }
    if (at === 1) calls = bench.google.calls.length - first;
    bench.google.plan = () => undefined;
    expect(state.entries).toEqual([]);
    const rows = await bench.sheet.rows([tab]);
    if (isFailure(rows)) throw new Error(rows.failed);
    expect(rows[tab]!.filter((row) => row.id === id)).toMatchObject([written]);
  }
  return calls;
}
