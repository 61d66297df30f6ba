/** What a user changes of work that the tracker has already, and whether the tracker says so in the end. */
import { type Amendment, isSameWork } from '#core/engagement/amendments.ts';
import type { Activity } from '#core/engagement/schema.ts';
import { dateOfSerial } from '#core/tracker/rows.ts';
import type { QueueEntry } from '../../extension/background/queue/entry.ts';
import type { World } from './world.ts';

/** The work that a tracker holds, as far as it can be read. */
export function workIn(tracker: Pick<World, 'read'>): Activity[] {
  return tracker
    .read('activities')
    .flatMap(({ id, engagement, date, hours }) =>
      typeof id === 'string' &&
      typeof engagement === 'string' &&
      typeof date === 'number' &&
      typeof hours === 'number'
        ? [{ id, engagement, date: dateOfSerial(date), hours }]
        : [],
    );
}

/** Those that the tracker does not say itself yet. */
export function stillOpen(amendments: readonly Amendment[], tracker: Pick<World, 'read'>): Amendment[] {
  const now = new Map(workIn(tracker).map((activity) => [activity.id, activity]));
  return amendments.filter(({ base, next }) => !isSameWork(now.get(base.id) ?? null, next));
}

/** Ids whose row says something else than their user said last, with nothing here that would tell them so. */
export function lostChanges(
  told: ReadonlyMap<string, number | null>,
  tracker: Pick<World, 'read'>,
  waiting: readonly QueueEntry[],
): string[] {
  const now = new Map(workIn(tracker).map(({ id, hours }) => [id, hours]));
  const waits = new Set(waiting.map(({ rowBy }) => rowBy.text));
  return [...told].flatMap(([id, hours]) =>
    (now.get(id) ?? null) === hours || waits.has(id) ? [] : [`the change of ${id}`],
  );
}
