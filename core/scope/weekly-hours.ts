/** Rule `weekly-hours`: the hours of one engagement in one ISO week of its own zone. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Activity, Engagement } from '../engagement/schema.ts';
import { type Limit, termsOn } from '../engagement/terms.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { type DayNumber, formatLocalDate, isoWeekOf, mondayOf, parseLocalDate } from '../time/local-date.ts';
import { HOUR_MS } from '../time/units.ts';
import { type Finding, type ScopeRule, severityOf, type Usage } from './finding.ts';

/** The hours of one week, in whole milliseconds: sums of decimal hours stay exact. */
export interface WeekOfHours {
  monday: DayNumber;
  week: string;
  ms: number;
  activities: string[];
}

/** Decimal hours as whole milliseconds: 0.1 h a hundred times is 10 h, and 10.004 h is more than that. */
export function hoursToMs(hours: number): number {
  return Math.round(hours * HOUR_MS);
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
  const weeks = new Map<DayNumber, WeekOfHours>();
  const add = (day: DayNumber, ms: number, id: string) => {
    const monday = mondayOf(day);
    const week = weeks.get(monday) ?? { monday, week: isoWeekOf(monday), ms: 0, activities: [] };
    weeks.set(monday, week);
    week.ms += ms;
    if (week.activities[week.activities.length - 1] !== id) week.activities.push(id);
  };
  for (const activity of activities) {
    for (const part of partsByDay(activity, clock)) add(part.day, part.ms, activity.id);
  }
  return [...weeks.values()].sort((a, b) => a.monday - b.monday);
}

/** An activity's hours by local date: on its date, or from its instant on and split at each midnight. */
function partsByDay(activity: Activity, clock: BusinessClock): { day: DayNumber; ms: number }[] {
  const ms = hoursToMs(activity.hours);
  if (activity.date !== undefined) {
    const day = parseLocalDate(activity.date);
    return typeof day === 'number' ? [{ day, ms }] : [];
  }
  let startMs = Date.parse(activity.at ?? '');
  const endMs = startMs + ms;
  const parts: { day: DayNumber; ms: number }[] = [];
  for (let left = ms; Number.isFinite(startMs) && (left > 0 || parts.length === 0); ) {
    const day = clock.localDayOf(startMs);
    const untilMs = Math.min(endMs, clock.instantOf(day + 1, 0));
    parts.push({ day, ms: untilMs - startMs });
    left = endMs - untilMs;
    startMs = untilMs;
  }
  return parts;
}

export const weeklyHours: ScopeRule = {
  id: 'weekly-hours',
  check(book) {
    return book.directory.engagements.flatMap((engagement) => findings(book, engagement));
  },
  usage(book, engagement, { nowMs }): Usage | null {
    const clock = clockOf(book, engagement);
    const monday = mondayOf(clock.localDayOf(nowMs));
    const limit = limitOn(book, engagement, monday);
    if (!limit) return null;
    const ms =
      hoursByWeek(book.activitiesOf.get(engagement.id) ?? [], clock).find((week) => week.monday === monday)
        ?.ms ?? 0;
    return {
      rule: 'weekly-hours',
      used: showHours(ms, limit.limit),
      limit: limit.limit,
      severity: severityOf(ms, hoursToMs(limit.limit), book.rulebook.readings.warnFromShare),
      rests: limit.rests,
    };
  },
};

function findings(book: DirectoryBook, engagement: Engagement): Finding[] {
  return hoursByWeek(book.activitiesOf.get(engagement.id) ?? [], clockOf(book, engagement)).flatMap(
    (week) => {
      const limit = limitOn(book, engagement, week.monday);
      const severity =
        limit && severityOf(week.ms, hoursToMs(limit.limit), book.rulebook.readings.warnFromShare);
      if (!limit || !severity) return [];
      return {
        rule: 'weekly-hours',
        message: severity === 'violation' ? 'weekly-hours-over' : 'weekly-hours-near',
        severity,
        subject: { kind: 'engagement', id: engagement.id },
        rests: limit.rests,
        values: { used: showHours(week.ms, limit.limit), limit: limit.limit, week: week.week },
        rows: week.activities.map((id) => ({ kind: 'activity', engagement: engagement.id, row: id })),
        since: week.week,
      };
    },
  );
}

/** The limit of a week: that of the terms on its Monday. */
function limitOn(book: DirectoryBook, engagement: Engagement, monday: DayNumber): Limit | null {
  return termsOn(engagement, book.rulebook, formatLocalDate(monday)).weeklyHours;
}
