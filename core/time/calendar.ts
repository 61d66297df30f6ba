/**
 * A calendar as data: a zone, weekly hours, holidays and dated overrides (design, "Business time").
 * Wall times are `HH:MM` in the calendar's zone; `24:00` closes a day; a span that ends at or before its
 * start runs over midnight into the next day.
 */
import type { LocalDate } from './local-date.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Open from `from` (inclusive) to `to` (exclusive), wall time of the date on which it starts. */
export interface Span {
  from: string;
  to: string;
}

/** Why a date is off: a recognised holiday, the vendor's internal training, or another closure. */
export type DayOffKind = 'holiday' | 'training' | 'closure';

/** Takes local 00:00–24:00 of its date out of every span, whichever date's span covers it. */
export interface DayOff {
  date: LocalDate;
  name?: string | undefined;
  kind?: DayOffKind | undefined;
}

/** Replaces the spans that start on its date, on a holiday too. No spans: closed. */
export interface Override {
  date: LocalDate;
  spans: Span[];
  name?: string | undefined;
}

export interface Calendar {
  /** IANA name. */
  zone: string;
  /** Spans by weekday; a weekday that is absent is closed. */
  week: Partial<Record<Weekday, Span[] | undefined>>;
  holidays?: DayOff[] | undefined;
  overrides?: Override[] | undefined;
  /**
   * Hours of one business day under the reading `business-hours`; where absent, the mean open hours of the
   * regular week's open weekdays.
   */
  nominalDayHours?: number | undefined;
}
