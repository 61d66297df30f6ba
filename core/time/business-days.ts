/**
 * Business days of a calendar: a business day is a local date on which a span begins, and what is left of its
 * spans (pieces) belongs to it, past midnight too (reading "Business day").
 */
import type { DayOff } from './calendar.ts';
import type { Interval } from './interval.ts';
import type { DayNumber } from './local-date.ts';
import { nothingOpen, type TimetableWindow, type Unreachable } from './timetable-window.ts';
import { DAY_MS } from './units.ts';
import type { Hours } from './week-hours.ts';

/** The business days of one calendar. */
export class BusinessDays {
  /** Made by the clock whose hours these are. */
  constructor(
    private readonly window: TimetableWindow,
    private readonly hours: Hours,
  ) {}

  /**
   * The business day to which an open instant belongs: the date on which its span began, and where spans of two
   * dates overlap the later one, or a business day could shrink to minutes. `null` where the calendar is closed.
   * @example
   * const nights = compileCalendar({ zone: 'UTC', week: { mon: [{ from: '22:00', to: '06:00' }] } });
   * nights.days.at(Date.parse('2026-06-09T02:00Z')) === dayNumber(2026, 6, 8) // true
   * nights.days.at(Date.parse('2026-06-09T07:00Z')) // null
   */
  at(atMs: number): DayNumber | null {
    this.window.cover(atMs, atMs);
    const local = Math.floor(this.window.table.offsets.wallOf(atMs) / DAY_MS);
    // A day ahead where clocks go back over midnight into the date before; two days back for a span that runs
    // over a date which the zone skipped.
    for (let day = local + 1; day >= local - 2; day--) if (this.isOpenOn(day, atMs)) return day;
    return null;
  }

  /**
   * The nth business day after a date, n ≥ 1; a problem where 20 years bring none.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week, holidays: [{ date: '2026-05-25', name: 'Whit Monday' }] });
   * formatLocalDate(berlin.days.after(dayNumber(2026, 5, 22), 1)) // '2026-05-26'
   */
  after(day: DayNumber, n: number): DayNumber | Unreachable {
    const fromMs = day * DAY_MS;
    const refused = this.window.tryCover(fromMs);
    if (refused) return refused;
    for (;;) {
      const { days, untilMs } = this.window.table;
      const found = days[this.window.dayIndex(day + 1) + n - 1];
      // The last days of the table lie in its margin, where they may still be cut.
      if (found !== undefined && (found + 1) * DAY_MS < untilMs) {
        return this.window.isBeyondReach(fromMs, found * DAY_MS) ? nothingOpen() : found;
      }
      const failed = this.window.widenForward(fromMs);
      if (failed) return failed;
    }
  }

  /**
   * What is left of the spans that begin on a date, by start; empty where it is no business day.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week, holidays: [{ date: '2026-05-25', name: 'Whit Monday' }] });
   * berlin.days.piecesOf(dayNumber(2026, 5, 26)) // [{ startMs: Date.parse('2026-05-26T09:00+02:00'), endMs: Date.parse('2026-05-26T17:00+02:00') }]
   * berlin.days.piecesOf(dayNumber(2026, 5, 25)) // []
   */
  piecesOf(day: DayNumber): Interval[] {
    const index = this.indexOf(day);
    if (index < 0) return [];
    const { firstPiece, pieceStartMs, pieceEndMs } = this.window.table;
    const pieces: Interval[] = [];
    for (let i = firstPiece[index]!; i < firstPiece[index + 1]!; i++) {
      pieces.push({ startMs: pieceStartMs[i]!, endMs: pieceEndMs[i]! });
    }
    return pieces;
  }

  /**
   * Whether anything opens on a date.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week, holidays: [{ date: '2026-05-25', name: 'Whit Monday' }] });
   * berlin.days.isBusinessDay(dayNumber(2026, 5, 25)) // false
   */
  isBusinessDay(day: DayNumber): boolean {
    return this.indexOf(day) >= 0;
  }

  /**
   * Whether an instant lies in one of a business day's own pieces.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week, holidays: [{ date: '2026-05-25', name: 'Whit Monday' }] });
   * berlin.days.isOpenOn(dayNumber(2026, 5, 26), Date.parse('2026-05-26T09:00+02:00')) // true
   */
  isOpenOn(day: DayNumber, atMs: number): boolean {
    const index = this.indexOf(day);
    if (index < 0) return false;
    const { firstPiece, pieceStartMs, pieceEndMs } = this.window.table;
    for (let i = firstPiece[index]!; i < firstPiece[index + 1]!; i++) {
      if (pieceStartMs[i]! <= atMs && atMs < pieceEndMs[i]!) return true;
    }
    return false;
  }

  /**
   * The first opening of a business day after an instant; `null` where none is left on that day.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week, holidays: [{ date: '2026-05-25', name: 'Whit Monday' }] });
   * berlin.days.openingAfter(dayNumber(2026, 5, 26), Date.parse('2026-05-26T09:00+02:00')) // null
   */
  openingAfter(day: DayNumber, atMs: number): number | null {
    const index = this.indexOf(day);
    if (index < 0) return null;
    const { firstPiece, pieceStartMs } = this.window.table;
    for (let i = firstPiece[index]!; i < firstPiece[index + 1]!; i++) {
      if (pieceStartMs[i]! > atMs) return pieceStartMs[i]!;
    }
    return null;
  }

  /**
   * The last close of a business day; `-Infinity` where the date is none.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week, holidays: [{ date: '2026-05-25', name: 'Whit Monday' }] });
   * berlin.days.lastCloseOf(dayNumber(2026, 5, 26)) === Date.parse('2026-05-26T17:00+02:00') // true
   */
  lastCloseOf(day: DayNumber): number {
    const index = this.indexOf(day);
    let lastMs = Number.NEGATIVE_INFINITY;
    if (index < 0) return lastMs;
    const { firstPiece, pieceEndMs } = this.window.table;
    for (let i = firstPiece[index]!; i < firstPiece[index + 1]!; i++)
      lastMs = Math.max(lastMs, pieceEndMs[i]!);
    return lastMs;
  }

  /**
   * Holidays, training days and closures on a date.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week, holidays: [{ date: '2026-05-25', name: 'Whit Monday' }] });
   * berlin.days.daysOffOn(dayNumber(2026, 5, 25)) // [{ date: '2026-05-25', name: 'Whit Monday' }]
   */
  daysOffOn(day: DayNumber): readonly DayOff[] {
    const override = this.hours.overrides.get(day);
    if (override?.spans.length === 0) {
      return [{ date: override.override.date, name: override.override.name, kind: 'closure' }];
    }
    return this.hours.daysOff.get(day) ?? [];
  }

  /** Index of a date among the business days, -1 where it is none. */
  private indexOf(day: DayNumber): number {
    this.window.cover(day * DAY_MS, day * DAY_MS);
    const index = this.window.dayIndex(day);
    return this.window.table.days[index] === day ? index : -1;
  }
}
