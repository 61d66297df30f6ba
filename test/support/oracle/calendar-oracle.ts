/**
 * Business time by the letter of design.md, by walking: minute by minute, and second by second and millisecond
 * by millisecond where something changes inside a minute. It shares no code with the engine (only the type of a
 * calendar) and is for tests alone. Where the walk finds nothing for 60 days the answer is `null`.
 */
import type { Calendar, Span } from '#core/time/calendar.ts';
import { DAY, dateHappened, instantOf, remembered, wallOf } from './wall-time.ts';

const MINUTE = 60_000;
const PATIENCE_DAYS = 60;
const WEEKDAYS = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const; // 1970-01-01 was a Thursday

type Stretch = { start: number; end: number };
export type Reading = 'same-time' | 'end-of-day' | 'business-hours';
export type Amount = { businessDays: number } | { businessHours: number };

const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / DAY;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const weekdayOf = (day: number) => WEEKDAYS[((day % 7) + 7) % 7]!;
/** A span that ends at or before its start runs over midnight. */
const endMinutesOf = (span: Span) =>
  minutesOf(span.to) + (minutesOf(span.to) <= minutesOf(span.from) ? 1440 : 0);

export class CalendarOracle {
  private readonly zone: string;
  private readonly calendar: Calendar;
  private readonly holidays: Set<number>;
  private readonly overrides: Map<number, Span[]>;
  private readonly openOn = new Map<number, Stretch[]>();
  private readonly near = new Map<number, Stretch[]>();

  constructor(calendar: Calendar) {
    this.calendar = calendar;
    this.zone = calendar.zone;
    this.holidays = new Set((calendar.holidays ?? []).map((holiday) => dayOf(holiday.date)));
    this.overrides = new Map((calendar.overrides ?? []).map((o) => [dayOf(o.date), o.spans]));
  }

  /** What is open of the spans that begin on a local date. */
  spansOn(day: number): Stretch[] {
    return remembered(this.openOn, day, () => this.findSpansOn(day));
  }

  private findSpansOn(day: number): Stretch[] {
    if (!dateHappened(this.zone, day)) return [];
    const override = this.overrides.get(day);
    let open: Stretch[] = (override ?? this.calendar.week[weekdayOf(day)] ?? []).map((span) => ({
      start: instantOf(this.zone, day * DAY + minutesOf(span.from) * MINUTE),
      end: instantOf(this.zone, day * DAY + endMinutesOf(span) * MINUTE),
    }));
    for (const holiday of [day, day + 1]) {
      if (!this.holidays.has(holiday) || (override && holiday === day)) continue;
      const off = {
        start: instantOf(this.zone, holiday * DAY),
        end: instantOf(this.zone, (holiday + 1) * DAY),
      };
      open = open.flatMap(({ start, end }) => [
        { start, end: Math.min(end, off.start) },
        { start: Math.max(start, off.end), end },
      ]);
    }
    return open.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  }

  isOpen(at: number): boolean {
    const utcDay = Math.floor(at / DAY);
    const near = remembered(this.near, utcDay, () =>
      [-3, -2, -1, 0, 1, 2].flatMap((n) => this.spansOn(utcDay + n)),
    );
    return near.some(({ start, end }) => start <= at && at < end);
  }

  /**
   * The local date on which the span around an open instant began. Where the night of one date runs into the hours
   * of the next, the later of the two: its own.
   */
  businessDayAt(at: number): number | null {
    const localDay = Math.floor(wallOf(this.zone, at) / DAY);
    for (let day = localDay + 2; day >= localDay - 3; day--) {
      if (this.spansOn(day).some(({ start, end }) => start <= at && at < end)) return day;
    }
    return null;
  }

  /** Whether a date's hours run into those of a later date, on the days around an instant. */
  datesOverlapAround(at: number): boolean {
    const localDay = Math.floor(wallOf(this.zone, at) / DAY);
    let lastEnd = Number.NEGATIVE_INFINITY;
    for (let day = localDay - 15; day < localDay + 15; day++) {
      const open = this.spansOn(day);
      if (open.some(({ start }) => start < lastEnd)) return true;
      lastEnd = Math.max(lastEnd, ...open.map(({ end }) => end));
    }
    return false;
  }

  elapsed(from: number, to: number): number {
    if (to < from) return -this.elapsed(to, from) || 0;
    let open = 0;
    for (let at = from; at < to; ) {
      const step = this.evenStep(at, Math.min(MINUTE, to - at));
      if (this.isOpen(at)) open += step;
      at += step;
    }
    return open;
  }

  /** The largest of `step`, a second and a millisecond that is all open or all closed. */
  private evenStep(at: number, step: number): number {
    for (const width of [step, Math.min(step, 1000)]) {
      if (this.isOpen(at) === this.isOpen(at + width - 1)) return width;
    }
    return 1;
  }

  /** n > 0: the least later instant by which n have run; n < 0: the greatest earlier one since which they have. */
  add(at: number, n: number): number | null {
    if (n < 0) return this.addBack(at, -n);
    let left = n;
    for (let t = at; left > 0; ) {
      if (t > at + PATIENCE_DAYS * DAY) return null;
      const step = this.evenStep(t, MINUTE);
      if (this.isOpen(t)) {
        if (left <= step) return t + left;
        left -= step;
      }
      t += step;
    }
    return at;
  }

  private addBack(at: number, n: number): number | null {
    let left = n;
    for (let t = at; ; ) {
      if (t < at - PATIENCE_DAYS * DAY) return null;
      const step = [MINUTE, 1000, 1].find((width) => this.isOpen(t - width) === this.isOpen(t - 1)) ?? 1;
      if (this.isOpen(t - 1)) {
        if (left <= step) return t - left;
        left -= step;
      }
      t -= step;
    }
  }

  /** The first instant strictly after `at` at which closed turns to open. */
  nextOpen(at: number): number | null {
    return this.nextChange(at, true);
  }

  nextClose(at: number): number | null {
    return this.nextChange(at, false);
  }

  private nextChange(at: number, toOpen: boolean): number | null {
    for (let t = at + 1; t < at + PATIENCE_DAYS * DAY; ) {
      if (this.isOpen(t) === toOpen && this.isOpen(t - 1) !== toOpen) return t;
      t += this.isOpen(t - 1) === this.isOpen(t) ? this.evenStep(t, MINUTE) : 1;
    }
    return null;
  }

  /** Business days whose first opening lies in [from, to). */
  businessDaysBetween(from: number, to: number): number {
    if (to < from) return -this.businessDaysBetween(to, from) || 0;
    let days = 0;
    for (let day = Math.floor(from / DAY) - 3; day <= Math.floor(to / DAY) + 3; day++) {
      const first = this.spansOn(day)[0]?.start;
      if (first !== undefined && from <= first && first < to) days++;
    }
    return days;
  }

  /** Mean open time of the regular week's open weekdays in whole milliseconds, or what the calendar sets. */
  nominalDay(): number {
    if (this.calendar.nominalDayHours !== undefined) return this.calendar.nominalDayHours * 60 * MINUTE;
    const openDays = Object.values(this.calendar.week).filter((open) => open.length > 0);
    let minutes = 0;
    for (const open of openDays) {
      for (let m = 0; m < 2880; m++) {
        if (open.some((span) => minutesOf(span.from) <= m && m < endMinutesOf(span))) minutes++;
      }
    }
    return openDays.length === 0 ? 0 : Math.round((minutes * MINUTE) / openDays.length);
  }

  /** Where a due time is counted from: the instant itself where it is open, else the next opening. */
  countedFrom(received: number): number | null {
    return this.isOpen(received) ? received : this.nextOpen(received);
  }

  /** The due instant of design.md's three readings. */
  due(received: number, target: Amount, reading: Reading): number | null {
    const counted = this.countedFrom(received);
    if (counted === null) return null;
    if ('businessHours' in target) return this.add(counted, target.businessHours * 60 * MINUTE);
    if (reading === 'business-hours') return this.add(counted, target.businessDays * this.nominalDay());

    const first = this.businessDayAt(counted)!;
    const last = this.businessDayAfter(first, target.businessDays);
    if (last === null) return null;
    const open = this.spansOn(last);
    const lastClose = Math.max(...open.map(({ end }) => end));
    if (reading === 'end-of-day') return lastClose;

    const same = instantOf(this.zone, last * DAY + this.wallSince(first, counted));
    if (open.some(({ start, end }) => start <= same && same < end)) return same;
    return open.find(({ start }) => start > same)?.start ?? lastClose;
  }

  /** Wall time of an instant, from the midnight of a date on; dates between them that never were do not count. */
  private wallSince(day: number, at: number): number {
    const wall = wallOf(this.zone, at);
    let skipped = 0;
    for (let between = day + 1; between < Math.floor(wall / DAY); between++) {
      if (!dateHappened(this.zone, between)) skipped++;
    }
    return wall - (day + skipped) * DAY;
  }

  private businessDayAfter(day: number, n: number): number | null {
    let left = n;
    for (let next = day + 1; next < day + 1000; next++) {
      if (this.spansOn(next).length > 0 && --left === 0) return next;
    }
    return null;
  }
}
