/** What every rival answers, and what they share in reading a calendar. */
import type { Calendar, Weekday } from '#core/time/calendar.ts';
import type { Case, Question } from '../cases.ts';

export const MINUTE_MS = 60_000;
export const SUNDAY_FIRST = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export const MONDAY_FIRST = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Answers in epoch milliseconds, or milliseconds of business time; a question may be one that a rival cannot take. */
export type Answers = Partial<Record<Question, (of: Case) => number>>;

export interface Rival {
  name: string;
  prepare(calendar: Calendar): Answers;
}

export function hoursOf(calendar: Calendar, day: Weekday) {
  return calendar.week[day] ?? [];
}

export function datesOf(calendar: Calendar): string[] {
  return (calendar.holidays ?? []).map(({ date }) => date);
}
