/** Activities on the local dates of their engagement. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Activity } from '../engagement/schema.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { type DayNumber, type LocalDate, parseLocalDate } from '../time/local-date.ts';
import { HOUR_MS } from '../time/units.ts';
import { oncePerBook, oncePerEngagement } from './remembered.ts';

/** An activity with its hours in milliseconds and the local date on which it began. */
export interface Worked {
  activity: Activity;
  day: DayNumber;
  /** The instant at which it began; `null` where only the date is known. */
  atMs: number | null;
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
export const workedOf = oncePerEngagement((book: DirectoryBook, engagement): readonly Worked[] =>
  readWorked(book.activitiesOf.get(engagement.id) ?? [], clockOf(book, engagement), daysByDate(book)),
);

/** Activities with their local dates; one whose date cannot be read is left out, `openDirectory` refuses it. */
export function readWorked(
  activities: readonly Activity[],
  clock: BusinessClock,
  known = new Map<string, DayNumber | null>(),
): Worked[] {
  const read: Worked[] = [];
  for (const activity of activities) {
    const { date, at, hours } = activity;
    const atMs = date === undefined ? Date.parse(at ?? '') : null;
    const day = atMs === null ? dayOfDate(date!, known) : Number.isNaN(atMs) ? null : clock.localDayOf(atMs);
    if (day !== null) read.push({ activity, day, atMs, ms: hoursToMs(hours) });
  }
  return read;
}

/** Longer than this, an activity is taken to have happened on the date on which it began. */
const LONGEST_SPLIT_MS = 31 * 24 * HOUR_MS;

/** Hands each local date of an activity its hours: all on its date, or split at each midnight from its instant on. */
export function eachDay(
  { day, atMs, ms }: Worked,
  clock: BusinessClock,
  take: (day: DayNumber, ms: number) => void,
): void {
  if (atMs === null || ms > LONGEST_SPLIT_MS) {
    take(day, ms);
    return;
  }
  const endMs = atMs + ms;
  let startMs = atMs;
  let date = day;
  do {
    // A date that never happened has no midnight of its own: the next day's lies where this one's does.
    const untilMs = Math.min(endMs, Math.max(startMs + 1, clock.instantOf(date + 1, 0)));
    take(date, untilMs - startMs);
    startMs = untilMs;
    if (startMs < endMs) date = clock.localDayOf(startMs);
  } while (startMs < endMs);
}

/** A directory has far fewer dates than activities. */
const daysByDate = oncePerBook(() => new Map<string, DayNumber | null>());

function dayOfDate(date: LocalDate, known: Map<string, DayNumber | null>): DayNumber | null {
  let day = known.get(date);
  if (day === undefined) {
    const read = parseLocalDate(date);
    day = typeof read === 'number' ? read : null;
    known.set(date, day);
  }
  return day;
}
