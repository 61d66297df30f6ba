/** One seeded schedule of faults against the write-back queue, and what it may not lose. */
import { drive, type QueueStore } from '../../extension/background/queue/drive.ts';
import { EMPTY_QUEUE, type QueueState } from '../../extension/background/queue/entry.ts';
import {
  enqueue,
  GRACE_MS,
  nextWakeMs,
  retried,
  signedIn,
} from '../../extension/background/queue/machine.ts';
import type { SheetFailure, TrackerSheet } from '../../extension/platform/sheets/tracker-sheet.ts';
import { diceOf } from '../fuzz/mutate.ts';
import { FakeTracker } from './fake-tracker.ts';

/** The background is gone: nothing of it runs on. */
class Killed extends Error {}

const CALL_FAULTS = ['busy', 'cut', 'cut-after', 'late', 'killed', 'killed-after', 'signed-out'] as const;
const STORE_FAULTS = ['killed', 'killed-after', 'full'] as const;
const PEOPLE = ['move', 'insert', 'type', 'sort', 'protect', 'delete', 'tab', 'restore'] as const;

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 5, 8, 9);
const MOST_ROUNDS = 400;

export interface Outcome {
  entries: number;
  faults: number;
  /** Neither in the sheet nor in the queue. */
  lost: string[];
  doubled: string[];
  /** Written in another order than they were made, about one thing. */
  disordered: string[];
  /** Rows of the sheet's people that are gone. */
  overwritten: string[];
  /** Still with the user, with a reason, after everything has healed. */
  kept: number;
  /** What was carried out after the answer had been given up. */
  late: number;
}

export async function runSchedule(seed: number): Promise<Outcome> {
  const { chance, pick } = diceOf(seed);
  const tracker = new FakeTracker();
  const typed: string[] = [];
  let nowMs = START_MS;
  let faults = 0;
  let late = 0;
  let isHealed = false;
  let stored = EMPTY_QUEUE;
  const underWay: (() => void)[] = [];

  const fault = <T extends string>(kinds: readonly T[], share: number): T | null => {
    if (isHealed || !chance(share)) return null;
    faults++;
    return pick(kinds);
  };
  const people = () => {
    const did = fault(PEOPLE, 0.12);
    const place = Math.floor(tracker.columns.length / 2);
    if (did === 'move') tracker.moveColumn(pick([0, 1, 2, 3, 4]), pick([0, 1, 2, 3, 4]));
    else if (did === 'insert') tracker.insertColumn(place);
    else if (did === 'type') {
      typed.push(`typed ${typed.length}`);
      tracker.typeRow(typed.at(-1)!);
    } else if (did === 'sort') tracker.sort();
    else if (did === 'protect') tracker.isProtected = true;
    else if (did === 'delete') tracker.isDeleted = true;
    else if (did === 'tab') tracker.isTabDeleted = true;
    else if (did === 'restore')
      Object.assign(tracker, { isProtected: false, isDeleted: false, isTabDeleted: false });
  };
  const arriveLate = () => {
    for (const request of underWay.splice(0)) {
      late++;
      request();
    }
  };

  /** A call to the server, with whatever may happen to it. */
  const call = async <T>(carryOut: () => T | SheetFailure): Promise<T | SheetFailure> => {
    people();
    if (underWay.length > 0 && chance(0.3)) arriveLate();
    const fate = fault(CALL_FAULTS, 0.25);
    if (fate === 'busy') return { failed: 'busy', waitMs: pick([null, MINUTE_MS, 60 * MINUTE_MS]) };
    if (fate === 'cut') return { failed: 'no-answer' };
    if (fate === 'killed') throw new Killed();
    if (fate === 'signed-out') tracker.isSignedOut = true;
    if (fate === 'late') {
      underWay.push(carryOut);
      return { failed: 'no-answer' };
    }
    const answer = carryOut();
    people();
    if (fate === 'killed-after') throw new Killed();
    return fate === 'cut-after' ? { failed: 'no-answer' } : answer;
  };
  const sheet: TrackerSheet = {
    layout: (_tab, columns) => call(() => tracker.layout(columns)),
    insert: (layout, mark, cells) => call(() => tracker.insert(layout, mark, cells)),
    rowOf: (_tab, columns, id) => call(() => tracker.rowOf(columns, id)),
    forget: (marks) => call(() => tracker.forget(marks)),
  };
  const store: QueueStore = {
    read: async () => stored,
    change: async (step) => {
      const fate = fault(STORE_FAULTS, 0.08);
      if (fate === 'killed' || fate === 'full') throw new Killed();
      // What is stored is text: nothing of a running background lives on in it.
      stored = JSON.parse(JSON.stringify(step(stored))) as QueueState;
      if (fate === 'killed-after') throw new Killed();
    },
  };
  const wake = async () => {
    try {
      await drive({ store, sheetOf: () => sheet, clock: () => nowMs });
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  };

  const accepted: string[] = [];
  const entries = pick([1, 3, 6, 10]);
  for (let made = 0; made < entries; made++) {
    const key = `W-${made}`;
    const cells = { date: 46181, engagement: 'E-1', hours: 0.25 * (made + 1), note: `note ${made}`, id: key };
    const entry = {
      key,
      tracker: 'T',
      tab: 'activities',
      about: pick(['E-1', 'E-2']),
      cells,
      madeMs: nowMs - GRACE_MS,
    };
    // The user is told that it is kept only once the store has said so.
    try {
      await store.change((state) => enqueue(state, entry));
      accepted.push(key);
    } catch {
      if (stored.entries.some((one) => one.key === key)) accepted.push(key);
    }
    if (chance(0.6)) await wake();
    nowMs += pick([0, 1000, MINUTE_MS, 60 * MINUTE_MS]);
    if (tracker.isSignedOut && chance(0.5)) {
      tracker.isSignedOut = false;
      await store.change((state) => signedIn(state, 'T')).catch(() => undefined);
    }
  }
  const about = new Map(stored.entries.map((entry) => [entry.key, entry.about]));

  isHealed = true;
  Object.assign(tracker, { isProtected: false, isDeleted: false, isTabDeleted: false, isSignedOut: false });
  await store.change((state) => signedIn(state, 'T'));
  for (const { key, status } of stored.entries) {
    if (status === 'held') await store.change((state) => retried(state, key, nowMs));
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await wake();
    if (underWay.length > 0) arriveLate();
    const wakeMs = nextWakeMs(stored);
    if (wakeMs === null) break;
    nowMs = Math.max(nowMs + 1, wakeMs);
  }

  const inQueue = new Set(stored.entries.map(({ key }) => key));
  return {
    entries: accepted.length,
    faults,
    lost: accepted.filter((key) => tracker.count(key) === 0 && !inQueue.has(key)),
    doubled: accepted.filter((key) => tracker.count(key) > 1),
    disordered: disorderOf(tracker, accepted, about),
    overwritten: typed.filter((text) => tracker.count(text) !== 1),
    kept: stored.entries.filter(({ status }) => status === 'held').length,
    late,
  };
}

/** Keys that were carried out before an earlier one about the same thing. */
function disorderOf(
  tracker: FakeTracker,
  accepted: readonly string[],
  about: ReadonlyMap<string, string>,
): string[] {
  const written = tracker.log.map(({ mark }) => mark);
  return accepted.filter((key, index) =>
    accepted
      .slice(0, index)
      .some(
        (earlier) =>
          about.has(key) &&
          about.get(earlier) === about.get(key) &&
          written.includes(key) &&
          (!written.includes(earlier) || written.indexOf(earlier) > written.indexOf(key)),
      ),
  );
}
