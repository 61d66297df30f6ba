/**
 * The compiled years of a calendar, widened as questions need more of them, and the look-ups in them.
 * An instant must be covered before it is looked up.
 */
import { type ProblemOf, problem } from '../problem.ts';
import { civilOf, type DayNumber } from './local-date.ts';
import { compileTimetable, type Timetable } from './timetable.ts';
import { DAY_MS } from './units.ts';
import type { Hours } from './week-hours.ts';
import type { Zone } from './zone.ts';

/** Instants outside these years are refused. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;
/** Without an opening (or a close) for this many years, there is none. */
export const REACH_YEARS = 20;

const REACH_MS = REACH_YEARS * 365.25 * DAY_MS;

/** The fewest years that are compiled at a time while looking for something far away. */
const STEP_YEARS = 5;
/** Within so many intervals a walk from where we stand beats a search through the whole table. */
const WALK_INTERVALS = 8;

export type Unreachable =
  | ProblemOf<'nothing-open'>
  | ProblemOf<'never-closes'>
  | ProblemOf<'instant-out-of-range'>;

const NOTHING_COMPILED = 0;

/** A window of compiled years that grows with the questions asked. */
export class TimetableWindow {
  table: Timetable;
  private longGap = false;

  constructor(
    private readonly zone: Zone,
    private readonly hours: Hours,
  ) {
    this.table = {
      ...compileTimetable(zone, hours, 2000, 2000),
      fromMs: NOTHING_COMPILED,
      untilMs: NOTHING_COMPILED,
    };
  }

  /** Compiles what two instants need; throws where they are out of range. */
  cover(aMs: number, bMs: number): void {
    if (this.covers(aMs) && this.covers(bMs)) return;
    if (this.tryCover(aMs) || this.tryCover(bMs)) {
      throw new RangeError(`instants must be finite and within the years ${FIRST_YEAR}–${LAST_YEAR}`);
    }
  }

  /** Compiles what an instant needs; a problem where it is out of range. */
  tryCover(atMs: number): ProblemOf<'instant-out-of-range'> | null {
    if (this.covers(atMs)) return null;
    const year = Number.isFinite(atMs) ? yearOf(atMs) : Number.NaN;
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return outOfRange();
    const { firstYear, lastYear, untilMs } = this.table;
    // A year of room on each side, so that the usual next question needs no more.
    if (untilMs === NOTHING_COMPILED) this.compile(year - 1, year + 1);
    else this.compile(Math.min(firstYear, year - 1), Math.max(lastYear, year + 1));
    return null;
  }

  /** Compiles later years until one brings an opening; a problem where 20 years after the last bring none. */
  widenForward(atMs: number): Unreachable | null {
    const reached = this.table.openMs.length;
    const lastMs = reached > 1 ? this.table.closeMs[reached - 2]! : atMs;
    const limitMs = Math.max(lastMs, atMs) + REACH_MS;
    while (this.table.untilMs <= limitMs) {
      if (this.table.lastYear > LAST_YEAR) return outOfRange();
      this.compile(this.table.firstYear, Math.min(this.table.lastYear + this.stepYears(), LAST_YEAR + 1));
      if (this.table.openMs.length > reached) return null;
    }
    return nothingOpen();
  }

  /** Compiles earlier years until one brings an opening; a problem where 20 years before the first bring none. */
  widenBackward(atMs: number): Unreachable | null {
    const reached = this.table.openMs.length;
    const limitMs = Math.min(reached > 1 ? this.table.openMs[0]! : atMs, atMs) - REACH_MS;
    while (this.table.fromMs > limitMs) {
      if (this.table.firstYear < FIRST_YEAR) return outOfRange();
      this.compile(Math.max(this.table.firstYear - this.stepYears(), FIRST_YEAR - 1), this.table.lastYear);
      if (this.table.openMs.length > reached) return null;
    }
    return nothingOpen();
  }

  /** The first instant that `look` finds inside the window, at most 20 years after `atMs`. */
  firstAfter(
    atMs: number,
    look: (atMs: number) => number,
    nothing: 'nothing-open' | 'never-closes',
  ): number | Unreachable {
    const refused = this.tryCover(atMs);
    if (refused) return refused;
    for (;;) {
      const found = look(atMs);
      if (Math.min(found, this.table.untilMs) > atMs + REACH_MS)
        return problem(nothing, [], { years: REACH_YEARS });
      if (found < this.table.untilMs) return found;
      if (this.table.lastYear > LAST_YEAR) return outOfRange();
      this.compile(this.table.firstYear, Math.min(this.table.lastYear + this.stepYears(), LAST_YEAR + 1));
    }
  }

  /** Whether 20 years or more without an opening lie between two instants; what lies beyond is out of reach. */
  isBeyondReach(fromMs: number, toMs: number): boolean {
    if (!this.longGap) return false;
    const { openMs, closeMs } = this.table;
    let lastMs = fromMs;
    for (let i = this.intervalAfter(fromMs); openMs[i]! < toMs; i++) {
      if (openMs[i]! - lastMs > REACH_MS) return true;
      lastMs = closeMs[i]!;
    }
    return toMs - lastMs > REACH_MS;
  }

  /** First interval that closes after an instant. */
  intervalAfter(atMs: number): number {
    const { closeMs, firstOfDay, fromMs } = this.table;
    let interval = firstOfDay[Math.floor((atMs - fromMs) / DAY_MS)]!;
    while (closeMs[interval]! <= atMs) interval++;
    return interval;
  }

  /** Open milliseconds from the table's beginning to an instant. */
  openBefore(atMs: number): number {
    const interval = this.intervalAfter(atMs);
    const sinceOpen = atMs - this.table.openMs[interval]!;
    return sinceOpen > 0 ? this.table.beforeMs[interval]! + sinceOpen : this.table.beforeMs[interval]!;
  }

  /** First interval by whose close `target` open milliseconds have run, looked for from interval `from` on. */
  intervalReaching(target: number, from: number): number {
    const { beforeMs } = this.table;
    const near = Math.min(from + WALK_INTERVALS, beforeMs.length - 1);
    for (let i = from; i < near; i++) if (beforeMs[i + 1]! >= target) return i;
    return partition(near, beforeMs.length - 2, (i) => beforeMs[i + 1]! >= target);
  }

  /** Last interval before whose opening at most `target` open milliseconds have run. */
  intervalLeaving(target: number, from: number): number {
    const { beforeMs } = this.table;
    const last = Math.min(from, beforeMs.length - 2);
    return partition(0, last, (i) => beforeMs[i + 1]! > target);
  }

  /** Business days whose first opening lies before an instant. */
  daysBegunBefore(atMs: number): number {
    const { firstPiece, pieceStartMs, days } = this.table;
    return partition(0, days.length, (i) => pieceStartMs[firstPiece[i]!]! >= atMs);
  }

  /** Index of the first business day on or after a date. */
  dayIndex(day: DayNumber): number {
    const { days, firstDay, firstOnOrAfter } = this.table;
    return firstOnOrAfter[day - firstDay] ?? days.length;
  }

  private covers(atMs: number): boolean {
    return atMs >= this.table.fromMs && atMs < this.table.untilMs;
  }

  /** As many years again as there are: what is far away is reached in a few steps. */
  private stepYears(): number {
    return Math.max(STEP_YEARS, this.table.lastYear - this.table.firstYear);
  }

  private compile(firstYear: number, lastYear: number): void {
    this.table = compileTimetable(this.zone, this.hours, firstYear, lastYear);
    this.longGap = hasLongGap(this.table);
  }
}

/** Long gaps are so rare that they are looked for only once, when the years are compiled. */
function hasLongGap({ openMs, closeMs, fromMs, untilMs }: Timetable): boolean {
  let lastMs = Math.min(fromMs, openMs[0]!);
  for (let i = 0; i < openMs.length; i++) {
    if (Math.min(openMs[i]!, untilMs) - lastMs > REACH_MS) return true;
    lastMs = closeMs[i]!;
  }
  return false;
}

export function outOfRange(): ProblemOf<'instant-out-of-range'> {
  return problem('instant-out-of-range', [], { firstYear: FIRST_YEAR, lastYear: LAST_YEAR });
}

export function nothingOpen(): ProblemOf<'nothing-open'> {
  return problem('nothing-open', [], { years: REACH_YEARS });
}

function yearOf(atMs: number): number {
  return civilOf(Math.floor(atMs / DAY_MS)).year;
}

/** First index in `[low, high]` for which a test that turns true once holds; `high` where none before it does. */
function partition(low: number, high: number, holds: (index: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
