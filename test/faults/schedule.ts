/** One seeded schedule of faults against everything that is written back, and what it may not lose. */
import { openDirectory } from '#core';
import { type Additions, missingIn, NO_ADDITIONS } from '#core/engagement/additions.ts';
import type { Amendment } from '#core/engagement/amendments.ts';
import { dismissedInquiries } from '#core/engagement/decisions.ts';
import { drive, type QueueStore } from '../../extension/background/queue/drive.ts';
import { EMPTY_QUEUE, type QueueState } from '../../extension/background/queue/entry.ts';
import { nextWakeMs, reconciled, retried, signedIn } from '../../extension/background/queue/machine.ts';
import type { SheetFailure } from '../../extension/platform/sheets/tracker-sheet.ts';
import { diceOf } from '../fuzz/mutate.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { lostChanges, stillOpen } from './changes.ts';
import { disorderOf } from './order.ts';
import { CASES, decisionsIn, elsewhere, INQUIRIES, readBack, type Told, userOf, wantedOf } from './user.ts';
import { TABS, type World } from './world.ts';

/** The background is gone: nothing of it runs on. */
class Killed extends Error {}

const CALL_FAULTS = ['busy', 'cut', 'cut-after', 'late', 'killed', 'killed-after', 'signed-out'] as const;
const STORE_FAULTS = ['killed', 'killed-after', 'full'] as const;

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 5, 8, 9);
const MOST_ROUNDS = 400;

export interface Outcome {
  /** What the user was told is kept. */
  entries: number;
  faults: number;
  /** Neither in the sheet nor in the queue; of a decision: the sheet says something else than its user said last. */
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

const BOOK = openDirectory(plainDirectory());

export async function runSchedule(seed: number, worldOf: () => World): Promise<Outcome> {
  if (Array.isArray(BOOK)) throw new Error('the directory does not open');
  const book = BOOK;
  const dice = diceOf(seed);
  const { chance, pick } = dice;
  const tracker = worldOf();
  const deeds = [...Object.keys(tracker.deeds), 'type'];
  const typed: string[] = [];
  const foreign = new Set<string>();
  let nowMs = START_MS;
  let faults = 0;
  let late = 0;
  let isCalm = true;
  let stored = EMPTY_QUEUE;
  let additions = NO_ADDITIONS;
  /** About what each entry was, in the order in which they were made. */
  const about = new Map<string, string>();
  const underWay: (() => void)[] = [];

  const fault = <T extends string>(kinds: readonly T[], share: number): T | null => {
    if (isCalm || !chance(share)) return null;
    faults++;
    return pick(kinds);
  };
  const people = async () => {
    const did = fault(deeds, 0.12);
    if (did === 'type') {
      const text = `typed ${typed.length}`;
      tracker.type(pick(TABS), text, dice);
      if (tracker.count(text) > 0) typed.push(text);
    } else if (did !== null) tracker.deeds[did]!(dice);
    if (!isCalm && chance(0.03)) {
      const link = pick(CASES);
      foreign.add(`case ${link}`);
      await elsewhere(
        tracker.sheet(async (carryOut) => carryOut()),
        link,
      );
    }
  };
  const arriveLate = () => {
    for (const request of underWay.splice(0)) {
      late++;
      request();
    }
  };

  let die = () => {};
  /** The background has ended in the middle of a call: whoever waits for its answer waits for ever. */
  const gone = () => {
    die();
    return new Promise<never>(() => {});
  };
  /** A call to the server, with whatever may happen to it. */
  const call = async <T>(carryOut: () => T | SheetFailure): Promise<T | SheetFailure> => {
    await people();
    if (underWay.length > 0 && chance(0.3)) arriveLate();
    const fate = fault(CALL_FAULTS, 0.25);
    if (fate === 'busy') return { failed: 'busy', waitMs: pick([null, MINUTE_MS, 60 * MINUTE_MS]) };
    if (fate === 'cut') return { failed: 'no-answer' };
    if (fate === 'killed') return gone();
    if (fate === 'signed-out') tracker.isSignedOut = true;
    if (fate === 'late') {
      underWay.push(carryOut);
      return { failed: 'no-answer' };
    }
    const answer = carryOut();
    await people();
    // The user goes on working while the request is on its way.
    if (!isCalm && chance(0.05)) await user.turn(pick(INQUIRIES), nowMs++);
    if (fate === 'killed-after') return gone();
    return fate === 'cut-after' ? { failed: 'no-answer' } : answer;
  };
  const sheet = tracker.sheet(call);
  /** What is stored is text: nothing of a running background lives on in it. */
  const put = (write: () => void) => {
    const fate = fault(STORE_FAULTS, 0.08);
    if (fate === 'killed' || fate === 'full') throw new Killed();
    write();
    if (fate === 'killed-after') throw new Killed();
  };
  const store: QueueStore = {
    read: async () => stored,
    change: async (step) =>
      put(() => {
        stored = JSON.parse(JSON.stringify(step(stored))) as QueueState;
        for (const entry of stored.entries) about.set(entry.key, entry.about);
      }),
  };
  const changeAdditions = async (change: (now: Additions) => Additions) =>
    put(() => {
      additions = JSON.parse(JSON.stringify(change(additions))) as Additions;
    });
  let amendments: readonly Amendment[] = [];
  const changeAmendments = async (change: (now: readonly Amendment[]) => readonly Amendment[]) =>
    put(() => {
      amendments = change(amendments);
    });
  const user = userOf(
    {
      additions: () => additions,
      changeAdditions,
      amendments: () => amendments,
      changeAmendments,
      changeQueue: store.change,
    },
    tracker,
  );
  /** What stands in the tracker is the tracker's from now on. */
  const readAll = async () => {
    if (!tracker.isWhole()) return;
    await changeAdditions((now) => missingIn(readBack(tracker), now));
    await changeAmendments((now) => stillOpen(now, tracker));
  };
  const wake = async () => {
    try {
      const wanted = wantedOf(additions, amendments, book, nowMs);
      await store.change((state) => reconciled(state, wanted));
      const killed = new Promise<never>((_, kill) => {
        die = () => kill(new Killed());
      });
      await Promise.race([drive({ store, sheetOf: () => sheet, clock: () => nowMs }), killed]);
      if (chance(0.3)) await readAll();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  };

  // Work from before, which can be changed.
  for (const hours of [1, 1.5]) await user.log('E-1', hours);
  nowMs += await wake().then(() => 60 * MINUTE_MS);
  await wake().then(readAll);
  isCalm = false;
  const times = pick([1, 3, 6, 12]);
  for (let deed = 0; deed < times; deed++) {
    const kind = pick(['log', 'log', 'list', 'turn', 'turn', 'change', 'change'] as const);
    const engagement = pick(['E-1', 'E-2']);
    if (kind === 'log') await user.log(engagement, 0.25 * (deed + 1));
    else if (kind === 'change') {
      await readAll().catch(() => undefined);
      await user.change(pick([null, 2, 3, 4]), pick);
    } else if (kind === 'list') await user.list(pick(CASES), engagement);
    else await user.turn(pick(INQUIRIES), nowMs);
    if (chance(0.6)) await wake();
    nowMs += pick([1, 1000, MINUTE_MS, 60 * MINUTE_MS]);
    if (tracker.isSignedOut && chance(0.5)) {
      tracker.isSignedOut = false;
      await store.change((state) => signedIn(state, 'T')).catch(() => undefined);
    }
  }

  // Whatever state the sheet is in now: what its user was told is kept stands there, or here, where it can be exported.
  const here = new Set([
    ...stored.entries.flatMap(({ rowBy }) => rowBy.text),
    ...[...additions.activities, ...additions.cases].flatMap(
      ({ id, link = '' }: { id: string; link?: string }) => [id, link],
    ),
  ]);
  const standing = ({ activities, changed }: Told) => activities.filter((id) => changed.get(id) !== null);
  const lostMeanwhile = [...standing(user.told), ...user.told.cases].filter(
    (text) => !here.has(text) && tracker.count(text) === 0,
  );
  isCalm = true;
  tracker.heal();
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

  const { told } = user;
  const inQueue = new Set(stored.entries.map(({ key }) => key));
  const waitsAbout = new Set(stored.entries.map((entry) => entry.about));
  const written = decisionsIn(tracker);
  const dismissed = new Set(dismissedInquiries({ decisions: written }).map(({ ticket }) => ticket));
  const wrongWord = INQUIRIES.filter(
    ({ ticket, about: inquiry }) =>
      told.dismissed.has(ticket) &&
      told.dismissed.get(ticket) !== dismissed.has(ticket) &&
      !waitsAbout.has(`inquiry ${ticket} ${Date.parse(inquiry)}`),
  ).map(({ ticket }) => ticket);
  const ids = [...told.activities, ...written.map(({ id }) => id)];
  return {
    entries: told.activities.length + told.cases.length + told.dismissed.size + told.changed.size,
    faults,
    lost: [
      ...standing(told).filter((id) => tracker.count(id) === 0 && !inQueue.has(id)),
      ...told.cases.filter((link) => tracker.count(link) === 0 && !inQueue.has(`case ${link}`)),
      ...wrongWord,
      ...lostChanges(told.changed, tracker, stored.entries),
      ...lostMeanwhile.map((text) => `${text}, before all has healed`),
    ],
    doubled: [...ids, ...CASES].filter((text) => tracker.count(text) > 1),
    disordered: disorderOf(tracker.log, about, foreign),
    overwritten: typed.filter((text) => tracker.count(text) !== 1),
    kept: stored.entries.filter(({ status }) => status === 'held').length,
    late,
  };
}
