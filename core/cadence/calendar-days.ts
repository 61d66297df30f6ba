/** The dates of one calendar: regular business day or not, closed or not. Each date is asked of the clock once. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { type Calendar, WEEKDAYS } from '../time/calendar.ts';
import { type DayNumber, dayNumber, weekdayOf } from '../time/local-date.ts';
import { FIRST_YEAR, LAST_YEAR } from '../time/timetable-window.ts';
import { oncePerBook } from './remembered.ts';

const FIRST_DAY = dayNumber(FIRST_YEAR, 1, 2);
const LAST_DAY = dayNumber(LAST_YEAR, 12, 30);

export class CalendarDays {
  private readonly regular: readonly boolean[];
  private readonly closed = new Map<DayNumber, boolean>();
  private readonly anyOpen = new Map<DayNumber, boolean>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly clock: BusinessClock,
    week: Calendar['week'],
  ) {
    this.regular = WEEKDAYS.map((weekday) => (week[weekday]?.length ?? 0) > 0);
  }

  /** Whether the regular week has hours that begin on that weekday. */
  isRegular(day: DayNumber): boolean {
    return this.regular[weekdayOf(day)]!;
  }

  /** Whether any time of the date, midnight to midnight, is open; `true` beyond the years that are known. */
  hasOpenTime(day: DayNumber): boolean {
    if (!isKnown(day)) return true;
    let answer = this.anyOpen.get(day);
    if (answer === undefined) {
      answer = this.clock.elapsed(this.clock.instantOf(day, 0), this.clock.instantOf(day + 1, 0)) > 0;
      this.anyOpen.set(day, answer);
    }
    return answer;
  }

  /** Whether anything opens on a date in `[fromDay, untilDay)`. */
  hasBusinessDay(fromDay: DayNumber, untilDay: DayNumber): boolean {
    for (let day = fromDay; day < untilDay; day++) if (isKnown(day) && !this.isClosed(day)) return true;
    return false;
  }

  /** Regular business days in `[fromDay, untilDay)`; with `open`, only those on which something opens. */
  countRegular(fromDay: DayNumber, untilDay: DayNumber, open: 'open' | 'all'): number {
    const key = `${fromDay} ${untilDay} ${open}`;
    let count = this.counts.get(key);
    if (count === undefined) {
      count = 0;
      for (let day = fromDay; day < untilDay; day++) {
        if (this.isRegular(day) && (open === 'all' || !this.isClosed(day))) count++;
      }
      this.counts.set(key, count);
    }
    return count;
  }

  /** Whether no hours begin on the date: a holiday, a closure, or never any. */
  private isClosed(day: DayNumber): boolean {
    if (!isKnown(day)) return false;
    let answer = this.closed.get(day);
    if (answer === undefined) {
      answer = !this.clock.days.isBusinessDay(day);
      this.closed.set(day, answer);
    }
    return answer;
  }
}

/** The dates of an engagement's calendar. */
export function calendarDaysOf(book: DirectoryBook, engagement: Engagement): CalendarDays {
  const known = daysOfCalendars(book);
  let days = known.made.get(engagement.calendar);
  if (!days) {
    days = new CalendarDays(clockOf(book, engagement), known.weeks.get(engagement.calendar) ?? {});
    known.made.set(engagement.calendar, days);
  }
  return days;
}

const daysOfCalendars = oncePerBook((book) => ({
  weeks: new Map(book.directory.calendars.map(({ id, week }) => [id, week])),
  made: new Map<string, CalendarDays>(),
}));

function isKnown(day: DayNumber): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}
