/** Hours by ISO week, and the limit of each week. */
import { oncePerEngagement } from '../../cadence/remembered.ts';
import { termsIn, termsTimeline } from '../../cadence/terms-timeline.ts';
import { eachDay, hoursToMs, readWorked, type Worked, workedOf } from '../../cadence/worked.ts';
import { clockOf, type DirectoryBook } from '../../engagement/book.ts';
import type { Activity, Engagement } from '../../engagement/schema.ts';
import type { Limit } from '../../engagement/terms.ts';
import type { BusinessClock } from '../../time/business-clock.ts';
import { type DayNumber, isoWeekOf, mondayOf } from '../../time/local-date.ts';
import { HOUR_MS } from '../../time/units.ts';

/** The hours of one week, in whole milliseconds: sums of decimal hours stay exact. */
export interface WeekOfHours {
  monday: DayNumber;
  week: string;
  ms: number;
  /** The same by day, Monday first. */
  daysMs: number[];
  activities: string[];
}

/**
 * Hours with two decimals, never rounded across a limit: cut down up to it, cut up beyond it, so that 9.996 of
 * 10 shows as 9.99 and 10.004 as 10.01.
 * @example
 * showHours(35_985_600, 10) // 9.99
 * showHours(36_014_400, 10) // 10.01
 */
export function showHours(ms: number, limitHours: number | null): number {
  const hundredths = (ms * 100) / HOUR_MS;
  const over = limitHours !== null && ms > hoursToMs(limitHours);
  return (over ? Math.ceil(hundredths) : Math.floor(hundredths)) / 100;
}

/** An engagement's hours by ISO week of its zone, oldest first. A stretch over midnight on Sunday is split there. */
export function hoursByWeek(activities: readonly Activity[], clock: BusinessClock): WeekOfHours[] {
  return addUp(readWorked(activities, clock), clock);
}

/** The weeks of an engagement in which it has hours, oldest first. */
export const weeksOf = oncePerEngagement((book: DirectoryBook, engagement: Engagement) =>
  addUp(workedOf(book, engagement), clockOf(book, engagement)),
);

function addUp(all: readonly Worked[], clock: BusinessClock): WeekOfHours[] {
  const weeks = new Map<DayNumber, WeekOfHours>();
  for (const worked of all) {
    const { id } = worked.activity;
    eachDay(worked, clock, (day, ms) => {
      const monday = mondayOf(day);
      let week = weeks.get(monday);
      if (!week) {
        week = emptyWeek(monday);
        weeks.set(monday, week);
      }
      week.ms += ms;
      week.daysMs[day - monday]! += ms;
      if (week.activities[week.activities.length - 1] !== id) week.activities.push(id);
    });
  }
  return [...weeks.values()].sort((a, b) => a.monday - b.monday);
}

/** The week that begins on a Monday, without hours where the engagement has none in it. */
export function weekOf(book: DirectoryBook, engagement: Engagement, monday: DayNumber): WeekOfHours {
  const found = weeksOf(book, engagement).findLast((week) => week.monday === monday);
  return found ?? emptyWeek(monday);
}

/** The limit of a week: that of the terms on its Monday. It is never prorated. */
export function hoursLimitOf(book: DirectoryBook, engagement: Engagement, monday: DayNumber): Limit | null {
  return termsIn(termsTimeline(book, engagement), monday).weeklyHours;
}

function emptyWeek(monday: DayNumber): WeekOfHours {
  return { monday, week: isoWeekOf(monday), ms: 0, daysMs: [0, 0, 0, 0, 0, 0, 0], activities: [] };
}
