/** A calendar seen day by day over a year, for people who check whether it is right. */
import type { BusinessClock } from './business-clock.ts';
import type { Calendar, DayOffKind, Span } from './calendar.ts';
import { dayNumber, formatLocalDate, type LocalDate } from './local-date.ts';

export interface CalendarDay {
  date: LocalDate;
  /** `hours`: hours of its own; `closed`: the regular week has none on that weekday. */
  kind: 'open' | 'closed' | 'hours' | DayOffKind;
  name: string | null;
  /** Hours of its own, where it has them. */
  spans: Span[];
}

/**
 * Every day of a year, January first. A day with hours of its own is told as such on a holiday too, as an
 * override beats it; one without any hours is a closure.
 * @example
 * const calendar = { zone: 'UTC', week: { mon: [{ from: '09:00', to: '17:00' }] }, holidays: [{ date: '2026-06-08', name: 'Fair' }] };
 * calendarYear(calendar, compileCalendar(calendar), 2026)[158] // { date: '2026-06-08', kind: 'holiday', name: 'Fair', spans: [] }
 */
export function calendarYear(calendar: Calendar, clock: BusinessClock, year: number): CalendarDay[] {
  const overrides = new Map((calendar.overrides ?? []).map((override) => [override.date, override]));
  const days: CalendarDay[] = [];
  for (let day = dayNumber(year, 1, 1); day < dayNumber(year + 1, 1, 1); day++) {
    const date = formatLocalDate(day);
    const override = overrides.get(date);
    if (override && override.spans.length > 0) {
      days.push({ date, kind: 'hours', name: override.name ?? null, spans: override.spans });
      continue;
    }
    const [off] = clock.days.daysOffOn(day);
    const kind = off ? (off.kind ?? 'holiday') : clock.days.isBusinessDay(day) ? 'open' : 'closed';
    days.push({ date, kind, name: off?.name || null, spans: [] });
  }
  return days;
}
