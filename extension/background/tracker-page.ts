/** Answers the options page about trackers: what is picked, how fresh it is, and what waits to be written. */

import type { Language } from '#core/language/index.ts';
import { lookUp, translator } from '#core/language/index.ts';
import type { Message } from '#core/language/message.ts';
import { sayProblem } from '#core/language/say-problem.ts';
import { type Problem, problem } from '#core/problem.ts';
import type { SaidProblem } from '../platform/said.ts';
import { maySend } from '../platform/sending.ts';
import { redirectAddress } from '../platform/sheets/google-edge.ts';
import type { TrackerAction, TrackersAnswer } from '../platform/tracker-messages.ts';
import {
  clientItem,
  makingItem,
  queueItem,
  type StoredTracker,
  tokensItem,
  trackerBaseItem,
  trackersItem,
} from '../state/trackers.ts';
import { managedParts, policy } from './policy.ts';
import { push } from './push.ts';
import type { QueueEntry } from './queue/entry.ts';
import { insisted, retried, signedIn } from './queue/machine.ts';
import { driveQueue, queueStore, takeIn } from './queue/store.ts';
import { bringBack, dropEntry, editEntry, sendAsNew } from './queue/ways-out.ts';
import { spoken, surfaceLanguage } from './speak.ts';
import { clientNow, signInAndPick, signOut } from './sync/account.ts';
import { engagementsToFill, giveUpMaking, makeTracker, takeTrackerBack } from './sync/make-tracker.ts';
import { isOverruled, rulingTracker } from './sync/ruling.ts';
import { addTrackers, forgetTracker, syncTrackers } from './sync/trackers.ts';
import { waitingViews } from './waiting.ts';

export async function answerTrackers(action: TrackerAction, clock: () => number): Promise<TrackersAnswer> {
  const outcome = await act(action, clock);
  const [made, failed] = typeof outcome === 'string' ? [outcome, null] : [null, outcome];
  // What is shown is the queue as this has left it.
  await takeIn(clock);
  if (action.do !== 'show') await push({ type: 'changed' });
  return view(failed, made, clock());
}

/** What has gone wrong, or the id of what was made. */
async function act(action: TrackerAction, clock: () => number): Promise<Problem | string | null> {
  switch (action.do) {
    case 'show':
      return null;
    case 'set-client':
      return setClient(action.id.trim(), action.secret.trim());
    case 'sign-in': {
      const picked = await signInAndPick(clock);
      if (!Array.isArray(picked)) return picked;
      await addTrackers(picked);
      await goOn(clock);
      return null;
    }
    case 'create': {
      const made = await makeTracker(action, clock);
      if (typeof made === 'string') await goOn(clock);
      return made;
    }
    case 'give-up':
      return giveUpMaking(clock);
    case 'take-back':
      return takeTrackerBack(action.id, clock);
    case 'sign-out':
      return signOut(clock);
    case 'read':
      await bringUpToDate(clock);
      return null;
    case 'remove':
      await forgetTracker(action.id);
      return null;
    case 'retry':
      await queueStore.change((state) => retried(state, action.key, clock()));
      await driveQueue(clock);
      return null;
    case 'insist':
      await queueStore.change((state) => insisted(state, action.key, clock()));
      await driveQueue(clock);
      return null;
    case 'as-new':
      return sendAsNew(action.key, clock());
    case 'edit':
      return editEntry(action.key, action.entry);
    case 'drop':
      return dropEntry(action.key);
    case 'bring-back':
      return bringBack();
  }
}

/** Signed in again: what waited for it goes on. */
async function goOn(clock: () => number): Promise<void> {
  const trackers = Object.keys(await trackersItem.getValue());
  await queueStore.change((state) => trackers.reduce(signedIn, state));
  await bringUpToDate(clock);
}

export async function bringUpToDate(clock: () => number): Promise<void> {
  await syncTrackers(clock);
  await driveQueue(clock);
}

async function setClient(id: string, secret: string): Promise<Problem | null> {
  if (managedParts(await policy()).googleClient) return problem('managed', [], {});
  await clientItem.setValue(id === '' ? null : { id, secret: secret === '' ? null : secret });
  return null;
}

async function view(failed: Problem | null, made: string | null, nowMs: number): Promise<TrackersAnswer> {
  const [language, client, tokens, trackers, queue] = await Promise.all([
    surfaceLanguage(),
    clientNow(),
    tokensItem.getValue(),
    trackersItem.getValue(),
    queueItem.getValue(),
  ]);
  const translate = translator(language);
  const ruling = rulingTracker(trackers, await trackerBaseItem.getValue());
  const said = (one: Problem): SaidProblem => ({
    code: one.code,
    text: sayProblem(named(one, language), translate),
  });
  return {
    kind: 'trackers',
    nowMs,
    ...spoken(language, ['sheets', 'overlay', 'method']),
    client: client && { id: client.id, hasSecret: client.secret !== null },
    clientIsManaged: managedParts(await policy()).googleClient,
    redirect: redirectAddress(),
    signedIn: tokens !== null && (await maySend()),
    trackers: Object.entries(trackers).map(([id, stored]) => ({
      id,
      name: stored.name,
      engagements: stored.directory?.engagements.length ?? null,
      readMs: stored.readMs,
      trouble: stored.trouble && {
        problems: stored.trouble.problems.map(said),
        sinceMs: stored.trouble.sinceMs,
      },
      overruledBy: isOverruled(stored, ruling) ? ruling!.name : null,
    })),
    making: (await makingItem.getValue())?.title ?? null,
    made,
    toFill: await engagementsToFill(),
    waiting: await waitingViews(queue.entries, translate, said, nowMs),
    queue: exported(queue.entries, trackers),
    problem: failed && said(failed),
  };
}

/** A cell's tab and column by the words that stand in the workbook, not by their ids. */
function named(one: Problem, language: Language): Problem {
  if (!('tab' in one.values && 'column' in one.values)) return one;
  const { tab, column } = one.values;
  const word = (key: string, otherwise: string) => {
    const message: Message | undefined = lookUp(language, key);
    return typeof message === 'string' ? message : otherwise;
  };
  const values = {
    ...one.values,
    tab: word(`tab.${tab}`, tab),
    column: word(`column.${tab}.${column}`, column),
  };
  return { ...one, values } as Problem;
}

/** The rows that wait, with nothing of how they are sent. */
function exported(entries: readonly QueueEntry[], trackers: Readonly<Record<string, StoredTracker>>): string {
  const rows = entries.map(({ tracker, tab, cells }) => ({
    tracker: trackers[tracker]?.name ?? tracker,
    tab,
    cells,
  }));
  return rows.length === 0 ? '' : `${JSON.stringify(rows, null, 2)}\n`;
}
