/** When an answer is due: a target counted from the moment an inquiry was received, under a named reading. */
import { isProblem, type Problem, type ProblemOf, problem } from '../problem.ts';
import type { BusinessDayReading } from '../rulebook/business-day-readings.ts';
import type { BusinessClock } from './business-clock.ts';
import type { DayOffKind } from './calendar.ts';
import { type DayNumber, formatLocalDate, type LocalDate, weekdayOf } from './local-date.ts';
import { DAY_MS, HOUR_MS } from './units.ts';

/** So many business days, or so many hours of business time. */
export interface TargetAmount {
  businessDays?: number | undefined;
  businessHours?: number | undefined;
}

/** Why a date is passed over: nothing opens on a Saturday or Sunday, or on another weekday, or it is off. */
export type PassedOverReason = 'weekend' | 'no-hours' | DayOffKind;

/** One step of the way to a due time, in order; each names the reading or the kind of fact that it rests on. */
export type DerivationStep =
  /** `day`: the business day that an open instant belongs to, the date on which its span began. */
  | { step: 'received'; atMs: number; open: boolean; day: LocalDate | null }
  | { step: 'counted-from'; atMs: number; day: LocalDate }
  | { step: 'passed-over'; from: LocalDate; until: LocalDate; reason: PassedOverReason; name?: string }
  | { step: 'business-day'; date: LocalDate; number: number }
  | { step: 'business-hours'; ms: number }
  /** The same wall time is not open on the last business day: the next opening on it, or its last close. */
  | { step: 'moved'; to: 'next-opening' | 'last-close'; fromMs: number }
  | { step: 'due'; atMs: number; reading: BusinessDayReading };

/**
 * The due instant alone, for lists and measurements; nothing is allocated but what the answer needs.
 * @example
 * const clock = compileCalendar({ zone: 'Europe/Berlin', week: { thu: [{ from: '09:00', to: '17:00' }], fri: [{ from: '09:00', to: '17:00' }] } });
 * dueTime(clock, Date.parse('2026-06-11T16:50+02:00'), { businessDays: 1 }, 'same-time') === Date.parse('2026-06-12T16:50+02:00') // true
 */
export function dueTime(
  clock: BusinessClock,
  receivedMs: number,
  target: TargetAmount,
  reading: BusinessDayReading,
): number | Problem {
  return settle(clock, receivedMs, target, reading, null);
}

/**
 * When the answer to an inquiry received at `receivedMs` is due, with the steps that lead there.
 *
 * Reading "Business day": received outside business hours it counts from the next opening. `same-time`: the
 * same wall time n business days later, moved to the next opening of that day or to its last close where that
 * time is not open. `end-of-day`: the last close of the nth business day. `business-hours`: after n nominal
 * days of open time. A target in hours always counts open time.
 *
 * A problem where the calendar has no opening within 20 years, or the instant is out of range.
 * @example
 * const clock = compileCalendar({ zone: 'Europe/Berlin', week: { thu: [{ from: '09:00', to: '17:00' }], fri: [{ from: '09:00', to: '17:00' }] } });
 * dueAt(clock, Date.parse('2026-06-11T16:50+02:00'), { businessDays: 1 }, 'end-of-day').dueMs === Date.parse('2026-06-12T17:00+02:00') // true
 */
export function dueAt(
  clock: BusinessClock,
  receivedMs: number,
  target: TargetAmount,
  reading: BusinessDayReading,
): { dueMs: number; steps: DerivationStep[] } | Problem {
  const steps: DerivationStep[] = [];
  const dueMs = settle(clock, receivedMs, target, reading, steps);
  return isProblem(dueMs) ? dueMs : { dueMs, steps };
}

function settle(
  clock: BusinessClock,
  receivedMs: number,
  target: TargetAmount,
  reading: BusinessDayReading,
  steps: DerivationStep[] | null,
): number | Problem {
  const wrong = wrongAmount(target);
  if (wrong) return wrong;
  const fromMs = clock.openFrom(receivedMs);
  if (isProblem(fromMs)) return fromMs;
  if (steps) explainStart(clock, receivedMs, fromMs, steps);
  const { businessDays } = target;
  const inHours = businessDays === undefined || reading === 'business-hours';
  const dueMs = inHours
    ? afterHours(clock, fromMs, hoursOf(target, clock), steps)
    : afterDays(clock, fromMs, businessDays, reading, steps);
  if (steps && !isProblem(dueMs)) {
    steps.push({ step: 'due', atMs: dueMs, reading: inHours ? 'business-hours' : reading });
  }
  return dueMs;
}

function wrongAmount({ businessDays, businessHours }: TargetAmount): ProblemOf<'value-invalid'> | null {
  const right =
    businessDays === undefined
      ? businessHours !== undefined && businessHours > 0 && Number.isFinite(businessHours)
      : businessDays > 0 && Number.isInteger(businessDays);
  if (right) return null;
  const detail = String(businessDays ?? businessHours ?? '');
  return problem('value-invalid', ['target'], { entry: 'target', detail });
}

/** Business milliseconds of a target that is counted in open time. */
function hoursOf({ businessDays, businessHours }: TargetAmount, clock: BusinessClock): number {
  return businessDays === undefined
    ? Math.round(businessHours! * HOUR_MS)
    : businessDays * clock.nominalDayMs;
}

function explainStart(
  clock: BusinessClock,
  receivedMs: number,
  fromMs: number,
  steps: DerivationStep[],
): void {
  const open = fromMs === receivedMs;
  const first = businessDayOf(clock, fromMs);
  const day = formatLocalDate(first);
  steps.push({ step: 'received', atMs: receivedMs, open, day: open ? day : null });
  if (open) return;
  const received = clock.localDayOf(receivedMs);
  // The day of receipt was open and is over, or will open later: only what lies between is passed over.
  const begun = clock.days.piecesOf(received).some((piece) => piece.startMs <= receivedMs);
  // What follows the business day that is counted from is passed over on the way from there.
  passOver(clock, begun ? received + 1 : received, Math.min(first, clock.localDayOf(fromMs)), steps);
  steps.push({ step: 'counted-from', atMs: fromMs, day });
}

function afterHours(
  clock: BusinessClock,
  fromMs: number,
  ms: number,
  steps: DerivationStep[] | null,
): number | Problem {
  const dueMs = clock.add(fromMs, ms);
  if (isProblem(dueMs) || !steps) return dueMs;
  passOver(clock, clock.localDayOf(fromMs) + 1, clock.localDayOf(dueMs), steps);
  steps.push({ step: 'business-hours', ms });
  return dueMs;
}

function afterDays(
  clock: BusinessClock,
  fromMs: number,
  days: number,
  reading: 'same-time' | 'end-of-day',
  steps: DerivationStep[] | null,
): number | Problem {
  const first = businessDayOf(clock, fromMs);
  const last = clock.days.after(first, days);
  if (isProblem(last)) return last;
  if (steps) countDays(clock, first, days, steps);
  if (reading === 'end-of-day') return clock.days.lastCloseOf(last);

  // Wall time since the midnight of its own business day: 26:00 inside an overnight span. Two days and more
  // are a night over a date that the zone skipped, which has no hours of its own.
  const wallMs = clock.wallOf(fromMs) - first * DAY_MS;
  const sameTimeMs = clock.instantOf(last, wallMs < 2 * DAY_MS ? wallMs : wallMs - DAY_MS);
  if (clock.days.isOpenOn(last, sameTimeMs)) return sameTimeMs;
  const nextMs = clock.days.openingAfter(last, sameTimeMs);
  steps?.push({ step: 'moved', to: nextMs === null ? 'last-close' : 'next-opening', fromMs: sameTimeMs });
  return nextMs ?? clock.days.lastCloseOf(last);
}

/** The business day of an instant that is known to be open. */
function businessDayOf(clock: BusinessClock, openMs: number): DayNumber {
  const day = clock.days.at(openMs);
  if (day === null) throw new RangeError(`no business day has the open instant ${openMs}`);
  return day;
}

/** Names each business day from the first one on, and what lies between them. */
function countDays(clock: BusinessClock, first: DayNumber, days: number, steps: DerivationStep[]): void {
  let day = first;
  for (let number = 1; number <= days; number++) {
    const next = clock.days.after(day, 1);
    if (isProblem(next)) return;
    passOver(clock, day + 1, next, steps);
    steps.push({ step: 'business-day', date: formatLocalDate(next), number });
    day = next;
  }
}

type PassedOver = Extract<DerivationStep, { step: 'passed-over' }>;

/** Tells why the dates in `[from, until)` without business hours are passed over, stretches of one reason as one. */
function passOver(clock: BusinessClock, from: DayNumber, until: DayNumber, steps: DerivationStep[]): void {
  let last: PassedOver | null = null;
  for (let day = from; day < until; day++) {
    const step = clock.days.isBusinessDay(day) ? null : passedOver(clock, day);
    if (step && last && last.reason === step.reason && last.name === step.name) {
      last.until = step.until;
      continue;
    }
    if (step) steps.push(step);
    last = step;
  }
}

/** A single date without business hours; the first of its days off gives the reason. */
function passedOver(clock: BusinessClock, day: DayNumber): PassedOver {
  const [off] = clock.days.daysOffOn(day);
  const date = formatLocalDate(day);
  return {
    step: 'passed-over',
    from: date,
    until: date,
    reason: off ? (off.kind ?? 'holiday') : weekdayOf(day) >= 5 ? 'weekend' : 'no-hours',
    ...(off?.name !== undefined && { name: off.name }),
  };
}
