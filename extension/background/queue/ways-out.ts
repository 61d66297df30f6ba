/** What a user does about an entry of the queue: changed while it waits, sent as another, dropped, and brought back. */

import { NO_ADDITIONS } from '#core/engagement/additions.ts';
import { type Problem, problem } from '#core/problem.ts';
import type { LogEntry } from '../../platform/changes.ts';
import { amendmentsItem, droppedItem } from '../../state/settings.ts';
import { amend } from '../amend.ts';
import { changeAdditions, changeAmendments } from '../directory.ts';
import { rememberLogged } from '../logged.ts';
import { newId } from '../new-id.ts';
import { workIn } from '../work.ts';
import type { Origin, QueueEntry } from './entry.ts';
import { dropped, sentAs } from './machine.ts';
import { isStillOurs, queueStore } from './store.ts';

const gone = () => problem('entry-gone', [], {});

async function entryBy(key: string): Promise<QueueEntry | undefined> {
  return (await queueStore.read()).entries.find((entry) => entry.key === key);
}

/** Changes an entry that was never sent. */
export async function editEntry(key: string, entry: LogEntry): Promise<Problem | null> {
  const found = await entryBy(key);
  if (found?.origin?.kind !== 'activity' || found.attempts > 0) return problem('already-written', [], {});
  const { id, engagement } = found.origin.entry;
  const { ticket } = found.origin.entry;
  const amended = await amend(id, { id, engagement, ...workIn(entry), ticket });
  if (amended === false) return gone();
  return amended === true ? null : amended;
}

/** Takes an entry out for good, with what it came from; it can be brought back until the browser ends. */
export async function dropEntry(key: string): Promise<Problem | null> {
  const entry = await entryBy(key);
  if (!entry) return gone();
  const amendments = (await amendmentsItem.getValue()).filter((one) => isOf(entry, one.base.id));
  const failed = await takeOut(entry);
  if (failed === null) await droppedItem.setValue({ entry, amendments });
  return failed;
}

export async function bringBack(): Promise<Problem | null> {
  const last = await droppedItem.getValue();
  if (last === null) return gone();
  const { entry, amendments } = last;
  const failed =
    entry.base === null
      ? await putIn(entry.origin)
      : await changeAmendments((now) => joined(now, amendments, ({ key }) => key));
  if (failed) return failed;
  await queueStore.change((state) => ({
    ...state,
    entries: joined(state.entries, [entry], ({ key }) => key),
  }));
  await droppedItem.setValue(null);
  return null;
}

/** What stands in the sheet stays; the user's own word goes there as another row. */
export async function sendAsNew(key: string, nowMs: number): Promise<Problem | null> {
  const entry = await entryBy(key);
  const origin = entry?.origin;
  if (!entry || !origin || origin.kind === 'case') return gone();
  const id = entry.otherId ?? newId(nowMs);
  // Before anything is put in: asked for again after a kill, it is the same row.
  await queueStore.change((state) => sentAs(state, key, id));
  const failed = await putIn(
    origin.kind === 'activity'
      ? { kind: 'activity', entry: { ...origin.entry, id } }
      : { kind: 'decision', entry: { ...origin.entry, id, at: new Date(nowMs).toISOString() } },
  );
  return failed ?? takeOut(entry);
}

function isOf({ base, rowBy }: QueueEntry, id: string): boolean {
  return base !== null && rowBy.text === id;
}

async function takeOut(entry: QueueEntry): Promise<Problem | null> {
  const isHeld = entry.status === 'held';
  if (!isHeld && !(await isStillOurs(entry.key))) return problem('already-written', [], {});
  const failed = await takeBack(entry);
  // Last: as long as it is listed, its user can ask for it again after a kill.
  if (failed === null && isHeld) await queueStore.change((state) => dropped(state, entry.key));
  return failed;
}

/** What it came from. */
async function takeBack(entry: QueueEntry): Promise<Problem | null> {
  if (entry.base !== null) return changeAmendments((now) => now.filter(({ base }) => !isOf(entry, base.id)));
  const { column, text } = entry.rowBy;
  return changeAdditions(({ activities, cases, decisions }) => ({
    activities: activities.filter(({ id }) => id !== text),
    cases: cases.filter(({ link }) => column !== 'link' || link !== text),
    decisions: decisions.filter(({ id }) => id !== text),
  }));
}

async function putIn(origin: Origin | undefined): Promise<Problem | null> {
  const { activities, cases, decisions } = NO_ADDITIONS;
  const added = {
    activities: origin?.kind === 'activity' ? [origin.entry] : activities,
    cases: origin?.kind === 'case' ? [origin.entry] : cases,
    decisions: origin?.kind === 'decision' ? [origin.entry] : decisions,
  };
  for (const { id, ticket } of added.activities)
    if (typeof ticket === 'string') await rememberLogged(id, ticket);
  return changeAdditions((now) => ({
    activities: joined(now.activities, added.activities, ({ id }) => id),
    cases: joined(now.cases, added.cases, ({ id }) => id),
    decisions: joined(now.decisions, added.decisions, ({ id }) => id),
  }));
}

/** Asked twice, or once more after a kill, what is there already is there once. */
function joined<T>(now: readonly T[], more: readonly T[], nameOf: (entry: T) => string): T[] {
  const names = new Set(more.map(nameOf));
  return [...now.filter((entry) => !names.has(nameOf(entry))), ...more];
}
