/**
 * Business time of one calendar: is it open, when does that change, how much open time lies between two
 * instants, and which instant lies so much open time away. Instants are epoch milliseconds.
 */
import { isProblem, type Path, type Problem } from '../problem.ts';
import { BusinessDays } from './business-days.ts';
import type { Calendar } from './calendar.ts';
import type { Interval } from './interval.ts';
import { type DayNumber, formatLocalDate, type LocalDate } from './local-date.ts';
import { nothingOpen, outOfRange, TimetableWindow, type Unreachable } from './timetable-window.ts';
import { DAY_MS } from './units.ts';
import { type Hours, readHours } from './week-hours.ts';
import { type Zone, zoneOf } from './zone.ts';

/**
 * Reads a calendar and makes its clock. The first thing that cannot be read comes back as a problem under
 * `path`: an unknown zone, a date that does not exist, a span that says nothing.
 * @example
 * compileCalendar({ zone: 'Europe/Berlin', week: { mon: [{ from: '09:00', to: '17:00' }] } }).isOpen(1_780_905_600_000) // true
 * compileCalendar({ zone: 'Europe/Nowhere', week: {} }).code // 'zone-unknown'
 */
export function compileCalendar(calendar: Calendar, path: Path = []): BusinessClock | Problem {
  const zone = zoneOf(calendar.zone, [...path, 'zone']);
  if (isProblem(zone)) return zone;
  const { hours, problems } = readHours(calendar, path);
  return problems[0] ?? new BusinessClock(zone, hours);
}

/** Business time of one calendar. Pure: the same question has the same answer, whatever was asked before. */
export class BusinessClock {
  /** IANA name of the calendar's zone. */
  readonly zone: string;
  /** Milliseconds of one business day under the reading `business-hours`; 0 where no weekday is ever open. */
  readonly nominalDayMs: number;
  /** The same hours seen as business days. */
  readonly days: BusinessDays;
  private readonly window: TimetableWindow;

  /** Made by `compileCalendar`. */
  constructor(zone: Zone, hours: Hours) {
    this.zone = zone.name;
    this.nominalDayMs = hours.nominalDayMs;
    this.window = new TimetableWindow(zone, hours);
    this.days = new BusinessDays(this.window, hours);
  }

  /**
   * Whether the calendar is open at an instant; the opening itself is open, the close is not.
   * @throws RangeError for an instant that is not finite or outside the years 1900–2200
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.isOpen(Date.parse('2026-06-12T09:00+02:00')) // true
   * berlin.isOpen(Date.parse('2026-06-12T17:00+02:00')) // false
   */
  isOpen(atMs: number): boolean {
    this.window.cover(atMs, atMs);
    return this.window.table.openMs[this.window.intervalAfter(atMs)]! <= atMs;
  }

  /**
   * The first opening strictly after an instant. A problem where there is none within 20 years, or where the
   * instant is out of range.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.nextOpen(Date.parse('2026-06-12T16:00+02:00')) === Date.parse('2026-06-15T09:00+02:00') // true
   * compileCalendar({ zone: 'UTC', week: {} }).nextOpen(0).code // 'nothing-open'
   */
  nextOpen(atMs: number): number | Unreachable {
    const look = (after: number) => {
      const { openMs } = this.window.table;
      const interval = this.window.intervalAfter(after);
      return openMs[interval]! > after ? openMs[interval]! : openMs[interval + 1]!;
    };
    return this.window.firstAfter(atMs, look, 'nothing-open');
  }

  /**
   * The instant itself where it is open, else the next opening: the moment from which a target counts (reading
   * "Business day"). A problem where there is none within 20 years.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.openFrom(Date.parse('2026-06-13T12:00+02:00')) === Date.parse('2026-06-15T09:00+02:00') // true
   */
  openFrom(atMs: number): number | Unreachable {
    const refused = this.window.tryCover(atMs);
    if (refused) return refused;
    const opensMs = this.window.table.openMs[this.window.intervalAfter(atMs)]!;
    if (opensMs <= atMs) return atMs;
    return opensMs < this.window.table.untilMs && !this.window.isBeyondReach(atMs, opensMs)
      ? opensMs
      : this.nextOpen(atMs);
  }

  /**
   * The first close strictly after an instant; a problem where there is none within 20 years.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.nextClose(Date.parse('2026-06-12T16:00+02:00')) === Date.parse('2026-06-12T17:00+02:00') // true
   */
  nextClose(atMs: number): number | Unreachable {
    const look = (after: number) => this.window.table.closeMs[this.window.intervalAfter(after)]!;
    return this.window.firstAfter(atMs, look, 'never-closes');
  }

  /**
   * Open milliseconds in `[fromMs, toMs)`; negative where `toMs` lies before `fromMs`.
   * @throws RangeError for an instant that is not finite or outside the years 1900–2200
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.elapsed(Date.parse('2026-06-12T16:00+02:00'), Date.parse('2026-06-15T10:00+02:00')) // 7_200_000
   */
  elapsed(fromMs: number, toMs: number): number {
    this.window.cover(fromMs, toMs);
    return this.window.openBefore(toMs) - this.window.openBefore(fromMs);
  }

  /**
   * For n > 0 the least instant by which n open milliseconds have run since `atMs` (a target reached exactly
   * at a close stays on that close); for n < 0 the greatest instant from which |n| run until `atMs`; 0 is
   * `atMs` itself. Instants are whole milliseconds: parts of one are rounded away from `atMs`. A problem where 20
   * years bring no opening.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.add(Date.parse('2026-06-11T16:00+02:00'), 3_600_000) === Date.parse('2026-06-11T17:00+02:00') // true
   * berlin.add(Date.parse('2026-06-15T09:00+02:00'), -1_000) === Date.parse('2026-06-12T16:59:59+02:00') // true
   */
  add(atMs: number, businessMs: number): number | Unreachable {
    const refused = Number.isFinite(businessMs) ? this.window.tryCover(atMs) : outOfRange();
    if (refused) return refused;
    if (businessMs === 0) return atMs;
    return businessMs > 0 ? this.addForward(atMs, businessMs) : this.addBackward(atMs, businessMs);
  }

  /**
   * Business days whose first opening lies in `[fromMs, toMs)`; negative where `toMs` lies before `fromMs`.
   * A business day is a local date on which a span begins (reading "Business day").
   * @throws RangeError for an instant that is not finite or outside the years 1900–2200
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.businessDaysBetween(Date.parse('2026-06-12T08:00+02:00'), Date.parse('2026-06-16T08:00+02:00')) // 2
   */
  businessDaysBetween(fromMs: number, toMs: number): number {
    this.window.cover(fromMs, toMs);
    return this.window.daysBegunBefore(toMs) - this.window.daysBegunBefore(fromMs);
  }

  /**
   * The merged open intervals within `[fromMs, toMs)`, cut to it; empty where `toMs` does not lie after `fromMs`.
   * @throws RangeError for an instant that is not finite or outside the years 1900–2200
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.openBetween(Date.parse('2026-06-12T16:00+02:00'), Date.parse('2026-06-15T10:00+02:00')).length // 2
   */
  openBetween(fromMs: number, toMs: number): Interval[] {
    this.window.cover(fromMs, toMs);
    const { openMs, closeMs } = this.window.table;
    const intervals: Interval[] = [];
    if (fromMs >= toMs) return intervals;
    for (let i = this.window.intervalAfter(fromMs); openMs[i]! < toMs; i++) {
      intervals.push({ startMs: Math.max(openMs[i]!, fromMs), endMs: Math.min(closeMs[i]!, toMs) });
    }
    return intervals;
  }

  /**
   * Local date of an instant in the calendar's zone.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.localDateOf(Date.parse('2026-06-11T22:30Z')) // '2026-06-12'
   */
  localDateOf(atMs: number): LocalDate {
    return formatLocalDate(this.localDayOf(atMs));
  }

  /**
   * Day number of the local date of an instant: days since 1970-01-01.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * berlin.localDayOf(Date.parse('2026-06-11T22:30Z')) === dayNumber(2026, 6, 12) // true
   */
  localDayOf(atMs: number): DayNumber {
    return Math.floor(this.wallOf(atMs) / DAY_MS);
  }

  /**
   * Wall time of an instant, as milliseconds that would be its epoch time if the zone were UTC.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * new Date(berlin.wallOf(Date.parse('2026-06-12T15:00Z'))).toISOString() // '2026-06-12T17:00:00.000Z'
   */
  wallOf(atMs: number): number {
    this.window.cover(atMs, atMs);
    return this.window.table.offsets.wallOf(atMs);
  }

  /**
   * Instant of a wall time, in milliseconds from the midnight that begins a date; in a gap moved forward by the gap,
   * in an overlap the first.
   * @example
   * const berlin = compileCalendar({ zone: 'Europe/Berlin', week: serviceManagement.availability.week });
   * // The clocks go from 02:00 to 03:00 on 29 March 2026.
   * new Date(berlin.instantOf(dayNumber(2026, 3, 29), 2.5 * HOUR_MS)).toISOString() // '2026-03-29T01:30:00.000Z'
   */
  instantOf(day: DayNumber, wallMs: number): number {
    const wall = day * DAY_MS + wallMs;
    this.window.cover(wall, wall);
    return this.window.table.offsets.instantOf(wall);
  }

  private addForward(atMs: number, businessMs: number): number | Unreachable {
    const { window } = this;
    for (;;) {
      const { openMs, beforeMs, untilMs } = window.table;
      const target = window.openBefore(atMs) + businessMs;
      if (beforeMs[beforeMs.length - 1]! >= target) {
        const interval = window.intervalReaching(target, window.intervalAfter(atMs));
        const found = openMs[interval]! + Math.ceil(target - beforeMs[interval]!);
        if (found < untilMs) return window.isBeyondReach(atMs, found) ? nothingOpen() : found;
      }
      const failed = window.widenForward(atMs);
      if (failed) return failed;
    }
  }

  private addBackward(atMs: number, businessMs: number): number | Unreachable {
    const { window } = this;
    for (;;) {
      const { openMs, beforeMs, fromMs } = window.table;
      const target = window.openBefore(atMs) + businessMs;
      if (target >= 0) {
        const interval = window.intervalLeaving(target, window.intervalAfter(atMs));
        const found = openMs[interval]! + Math.floor(target - beforeMs[interval]!);
        if (found >= fromMs) return window.isBeyondReach(found, atMs) ? nothingOpen() : found;
      }
      const failed = window.widenBackward(atMs);
      if (failed) return failed;
    }
  }
}
