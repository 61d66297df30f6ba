/** The queue's rules: pure functions from one state to the next. Who carries them out may be killed after any of them. */
import type { Cells, SheetFailure } from '../../platform/sheets/tracker-sheet.ts';
import { type HeldFor, isRefusedChange, type NewEntry, type QueueEntry, type QueueState } from './entry.ts';

const SECOND_MS = 1000;
/** So long after it was made an entry can still be changed where it was made. */
export const GRACE_MS = 60 * SECOND_MS;
const FIRST_WAIT_MS = 5 * SECOND_MS;
const LONGEST_WAIT_MS = 15 * 60 * SECOND_MS;
/** No request is under way for so long: after it a mark has nothing left to guard against. */
export const MARK_KEPT_MS = 24 * 60 * 60 * SECOND_MS;

/** Adds an entry; the same key again is the same entry. */
export function enqueue(state: QueueState, entry: NewEntry): QueueState {
  const isKnown =
    state.entries.some(({ key }) => key === entry.key) || state.settled.some(({ key }) => key === entry.key);
  if (isKnown) return state;
  const added: QueueEntry = {
    ...entry,
    status: 'waiting',
    attempts: 0,
    notBeforeMs: entry.madeMs + GRACE_MS,
    heldFor: null,
    detail: null,
  };
  return { ...state, entries: [...state.entries, added] };
}

/**
 * Brings the queue to what its user wants written now: new entries join, and those that were never sent follow a change
 * or leave. What is written is remembered for as long as it is wanted, so that it is not written again.
 */
export function reconciled(state: QueueState, wanted: readonly NewEntry[]): QueueState {
  const byKey = new Map(wanted.map((entry) => [entry.key, entry]));
  const kept = state.entries.flatMap((entry) => {
    const now = byKey.get(entry.key);
    if (entry.attempts > 0) return now || !isRefusedChange(entry) ? [entry] : [];
    if (!now) return [];
    const { cells, rowBy, about, base, origin } = now;
    return [{ ...entry, cells, rowBy, about, base, ...(origin && { origin }) }];
  });
  const settled = state.settled.filter(({ key, isMarked }) => isMarked || byKey.has(key));
  return wanted.reduce(enqueue, { ...state, entries: kept, settled });
}

/** The entry whose turn it is; `null` where none may be sent now. */
export function nextEntry(state: QueueState, nowMs: number): QueueEntry | null {
  return sendable(state).find(({ notBeforeMs }) => notBeforeMs <= nowMs) ?? null;
}

/** When to look again; `null` where only the user can go on. */
export function nextWakeMs(state: QueueState): number | null {
  const times = [
    ...sendable(state).map(({ notBeforeMs }) => notBeforeMs),
    ...state.settled.flatMap(({ atMs, isMarked }) => (isMarked ? [atMs + MARK_KEPT_MS] : [])),
  ];
  return times.length === 0 ? null : Math.min(...times);
}

/** The first entry about each thing, unless it is held or its tracker is signed out. */
function sendable({ entries, signedOut }: QueueState): QueueEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ tracker, about, status }) => {
    const thing = JSON.stringify([tracker, about]);
    const isFirst = !seen.has(thing);
    seen.add(thing);
    return isFirst && status !== 'held' && !signedOut.includes(tracker);
  });
}

/** Written down before anything is sent: whoever starts after a kill knows that it may have been. */
export function sent(state: QueueState, key: string): QueueState {
  return changed(state, key, (entry) => ({ ...entry, status: 'sent', attempts: entry.attempts + 1 }));
}

export function settled(state: QueueState, key: string, nowMs: number): QueueState {
  const entry = state.entries.find((one) => one.key === key);
  if (!entry) return state;
  return {
    ...state,
    entries: state.entries.filter((one) => one.key !== key),
    // A change leaves no mark behind.
    settled: [...state.settled, { key, tracker: entry.tracker, atMs: nowMs, isMarked: entry.base === null }],
  };
}

/** What follows from a call that gave nothing. */
export function failed(state: QueueState, key: string, failure: SheetFailure, nowMs: number): QueueState {
  if (failure.failed === 'signed-out') {
    const tracker = state.entries.find((entry) => entry.key === key)?.tracker;
    return tracker === undefined || state.signedOut.includes(tracker)
      ? state
      : { ...state, signedOut: [...state.signedOut, tracker] };
  }
  if (failure.failed === 'busy') return postponed(state, key, nowMs, failure.waitMs);
  if (failure.failed === 'no-answer') return postponed(state, key, nowMs, null);
  return held(state, key, failure.failed, 'detail' in failure ? failure.detail : null);
}

export function held(state: QueueState, key: string, heldFor: HeldFor, detail: string | null): QueueState {
  return changed(state, key, (entry) => ({ ...entry, status: 'held', heldFor, detail }));
}

/** The row says something else: the sheet wins, and the entry is kept beside what the sheet says. */
export function clashed(state: QueueState, key: string, theirs: Cells | null): QueueState {
  const heldFor = theirs === null ? 'missing' : 'different';
  return changed(state, key, (entry) => ({ ...entry, status: 'held', heldFor, detail: null, theirs }));
}

/** The user has seen what the row says, and wants their own word all the same. */
export function insisted(state: QueueState, key: string, nowMs: number): QueueState {
  const seen = changed(state, key, (entry) => ({ ...entry, base: entry.theirs ?? entry.base }));
  return retried(seen, key, nowMs);
}

/** The user's own word goes as another row, whose id is kept for as long as this entry stands. */
export function sentAs(state: QueueState, key: string, id: string): QueueState {
  return changed(state, key, (entry) => ({ ...entry, otherId: id }));
}

function postponed(state: QueueState, key: string, nowMs: number, waitMs: number | null): QueueState {
  return changed(state, key, (entry) => ({
    ...entry,
    notBeforeMs: nowMs + Math.max(waitMs ?? 0, backOffMs(entry.attempts)),
  }));
}

/** Twice as long each time, up to a quarter of an hour: an hour of refusals costs a dozen calls. */
function backOffMs(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20));
}

/** The user asks to send it now. */
export function retried(state: QueueState, key: string, nowMs: number): QueueState {
  return changed(state, key, (entry) => ({
    ...entry,
    status: entry.attempts === 0 ? 'waiting' : 'sent',
    notBeforeMs: nowMs,
    heldFor: null,
    detail: null,
    theirs: null,
  }));
}

export function dropped(state: QueueState, key: string): QueueState {
  return { ...state, entries: state.entries.filter((entry) => entry.key !== key) };
}

/** Takes an entry out that nobody has sent yet; one that may be in the sheet is the sheet's. */
export function takenOut(state: QueueState, key: string): { state: QueueState; isOurs: boolean } {
  const entry = state.entries.find((one) => one.key === key);
  const isOurs = entry ? entry.attempts === 0 : !state.settled.some((one) => one.key === key);
  return { state: isOurs ? dropped(state, key) : state, isOurs };
}

export function signedIn(state: QueueState, tracker: string): QueueState {
  return { ...state, signedOut: state.signedOut.filter((one) => one !== tracker) };
}

/** Marks of one tracker that nothing can need any more. */
export function marksToForget(state: QueueState, nowMs: number): { tracker: string; keys: string[] } | null {
  const old = state.settled.filter(
    ({ atMs, isMarked, tracker }) =>
      isMarked && nowMs - atMs >= MARK_KEPT_MS && !state.signedOut.includes(tracker),
  );
  const [first] = old;
  if (!first) return null;
  return {
    tracker: first.tracker,
    keys: old.filter(({ tracker }) => tracker === first.tracker).map(({ key }) => key),
  };
}

export function forgotten(state: QueueState, keys: readonly string[]): QueueState {
  return {
    ...state,
    settled: state.settled.map((one) => (keys.includes(one.key) ? { ...one, isMarked: false } : one)),
  };
}

function changed(state: QueueState, key: string, change: (entry: QueueEntry) => QueueEntry): QueueState {
  return { ...state, entries: state.entries.map((entry) => (entry.key === key ? change(entry) : entry)) };
}
