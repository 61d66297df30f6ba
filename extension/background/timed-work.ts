/** What a stopped timer is logged as: an activity for each local day of the engagement on which it ran. */
import { eachDay } from '#core/cadence/worked.ts';
import { clockOf, type DirectoryBook } from '#core/engagement/book.ts';
import type { Activity } from '#core/engagement/schema.ts';
import { HOUR_MS } from '#core/time/units.ts';
import type { StoredTimer } from '../state/settings.ts';
import { newId } from './new-id.ts';

/** An activity remembers the ticket that it was logged on. */
export type Logged = Activity & { ticket?: string };

const HUNDREDTHS = 100;
const SHORTEST_HOURS = 0.01;

/**
 * Hours have two decimals, and those of all days together are the rounded whole: each midnight cuts down, so that no
 * day reaches into the next. Stopped once more, the same timer has the same ids.
 */
export function timedWork(timer: StoredTimer, nowMs: number, book: DirectoryBook | null): Logged[] {
  const { startedMs, id = newId(startedMs) } = timer;
  const days: { atMs: number; hundredths: number }[] = [];
  const wholeMs = Math.max(0, nowMs - startedMs);
  let passedMs = 0;
  let loggedHundredths = 0;
  for (const ms of stretches(timer, wholeMs, book)) {
    const atMs = startedMs + passedMs;
    passedMs += ms;
    const exact = (passedMs * HUNDREDTHS) / HOUR_MS;
    const until = passedMs === wholeMs ? Math.round(exact) : Math.floor(exact);
    if (until > loggedHundredths) days.push({ atMs, hundredths: until - loggedHundredths });
    loggedHundredths = until;
  }
  if (days.length === 0) days.push({ atMs: startedMs, hundredths: SHORTEST_HOURS * HUNDREDTHS });
  return days.map(({ atMs, hundredths }, index) => ({
    id: index === 0 ? id : `${id}-${index + 1}`,
    engagement: timer.engagement,
    at: new Date(atMs).toISOString(),
    hours: hundredths / HUNDREDTHS,
    ...(timer.deliverable !== null && { deliverable: timer.deliverable }),
    ticket: timer.url,
  }));
}

function stretches(
  { engagement, startedMs }: StoredTimer,
  wholeMs: number,
  book: DirectoryBook | null,
): number[] {
  const found = book?.engagements.get(engagement);
  if (!book || !found) return [wholeMs];
  const clock = clockOf(book, found);
  const activity: Activity = { id: '', engagement, hours: wholeMs / HOUR_MS };
  const lengths: number[] = [];
  const worked = { activity, day: clock.localDayOf(startedMs), atMs: startedMs, ms: wholeMs };
  eachDay(worked, clock, (_day, ms) => lengths.push(ms));
  return lengths;
}
