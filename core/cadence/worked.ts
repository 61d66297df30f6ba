/** Activities on the local dates of their engagement. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Activity } from '../engagement/schema.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { type DayNumber, formatLocalDate, type LocalDate, parseLocalDate } from '../time/local-date.ts';
import { HOUR_MS } from '../time/units.ts';
import { oncePerEngagement } from './remembered.ts';

/** An activity and the local date on which it began. */
export interface Worked {
  activity: Activity;
  day: DayNumber;
  date: LocalDate;
}

export interface DayPart {
  day: DayNumber;
  ms: number;
}

/**
 * Decimal hours as whole milliseconds, so that sums of them are exact.
 * @example
 * hoursToMs(0.1) * 100 === hoursToMs(10) // true
 * hoursToMs(10.004) > hoursToMs(10) // true
 */
export function hoursToMs(hours: number): number {
  return Math.round(hours * HOUR_MS);
}

/** The activities of an engagement with their dates, in the directory's order. */
export const workedOf = oncePerEngagement((book: DirectoryBook, engagement): readonly Worked[] => {
  const clock = clockOf(book, engagement);
  return (book.activitiesOf.get(engagement.id) ?? []).flatMap((activity) => {
    const { date } = activity;
    if (date !== undefined) {
      const day = parseLocalDate(date);
      return typeof day === 'number' ? { activity, day, date } : [];
    }
    const day = dayOfInstant(Date.parse(activity.at ?? ''), clock);
    return day === null ? [] : { activity, day, date: formatLocalDate(day) };
  });
});

/** An activity's hours by local date: all on its date, or from its instant on and split at each midnight. */
export function partsByDay(activity: Activity, clock: BusinessClock): DayPart[] {
  const ms = hoursToMs(activity.hours);
  if (activity.date !== undefined) {
    const day = parseLocalDate(activity.date);
    return typeof day === 'number' ? [{ day, ms }] : [];
  }
  return splitAtMidnights(Date.parse(activity.at ?? ''), ms, clock);
}

/** Longer than this, an activity is taken to have happened on the date on which it began. */
const LONGEST_SPLIT_MS = 31 * 24 * HOUR_MS;

function splitAtMidnights(atMs: number, ms: number, clock: BusinessClock): DayPart[] {
  const first = dayOfInstant(atMs, clock);
  if (first === null) return [];
  if (ms > LONGEST_SPLIT_MS) return [{ day: first, ms }];
  const parts: DayPart[] = [];
  const endMs = atMs + ms;
  let startMs = atMs;
  do {
    const day = clock.localDayOf(startMs);
    // A date that never happened has no midnight of its own: the next day's lies where this one's does.
    const untilMs = Math.min(endMs, Math.max(startMs + 1, clock.instantOf(day + 1, 0)));
    parts.push({ day, ms: untilMs - startMs });
    startMs = untilMs;
  } while (startMs < endMs);
  return parts;
}

function dayOfInstant(atMs: number, clock: BusinessClock): DayNumber | null {
  return Number.isFinite(atMs) ? clock.localDayOf(atMs) : null;
}
