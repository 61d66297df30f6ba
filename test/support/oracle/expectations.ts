/**
 * Assertions about business time that read like the case they state. Each asks the engine and the oracle the
 * same question and holds both to the answer that was worked out by hand, so that a wrong oracle shows as well.
 * Instants are ISO 8601 with an offset; durations are text such as `1:44:00`, or milliseconds.
 */
import { expect } from 'vitest';
import { isProblem, type Problem } from '#core/problem.ts';
import { type BusinessClock, compileCalendar } from '#core/time/business-clock.ts';
import type { Calendar, Span, Weekday } from '#core/time/calendar.ts';
import { dueAt, dueTime } from '#core/time/due-at.ts';
import { type Amount, CalendarOracle, type Reading } from './calendar-oracle.ts';
import { remembered, wallOf } from './wall-time.ts';

export const PREMIUM = { businessDays: 1 };
export const STANDARD = { businessDays: 2 };
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** `'09:00-13:00, 14:00-18:00'` as spans. */
export function spans(text: string): Span[] {
  return text.split(',').map((span) => {
    const [from = '', to = ''] = span.trim().split('-');
    return { from, to };
  });
}

/** The same hours on each of some weekdays. */
export function on(weekdays: string, hours: string): Calendar['week'] {
  return Object.fromEntries(weekdays.split(' ').map((day) => [day as Weekday, spans(hours)]));
}

export const MON_FRI = 'mon tue wed thu fri';
export const DAILY = 'mon tue wed thu fri sat sun';
export const BERLIN: Calendar = { zone: 'Europe/Berlin', week: on(MON_FRI, '09:00-17:00') };

const clocks = new WeakMap<Calendar, BusinessClock>();
const oracles = new WeakMap<Calendar, CalendarOracle>();

export function clockOf(calendar: Calendar): BusinessClock {
  return remembered(clocks, calendar, () => {
    const clock = compileCalendar(calendar);
    if (isProblem(clock)) throw new Error(`not a calendar: ${JSON.stringify(clock)}`);
    return clock;
  });
}

export function oracleOf(calendar: Calendar): CalendarOracle {
  return remembered(oracles, calendar, () => new CalendarOracle(calendar));
}

/** Epoch milliseconds of an ISO instant, which must carry its offset: the process zone must not matter. */
export function at(iso: string): number {
  const ms = Date.parse(iso);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(iso) || Number.isNaN(ms))
    throw new Error(`not an instant with an offset: ${iso}`);
  return ms;
}

/** An instant as the zone's wall shows it, with its offset; problems by their code. */
export function shown(zone: string, instant: number | Problem | null): string {
  if (instant === null) return 'nothing';
  if (isProblem(instant)) return `problem ${instant.code}`;
  const wall = wallOf(zone, instant);
  const offset = Math.round((wall - instant) / 1000);
  const sign = offset < 0 ? '-' : '+';
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const seconds = Math.abs(offset) % 60 ? `:${two(Math.abs(offset) % 60)}` : '';
  const text = new Date(wall)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, '')
    .replace(/:00$/, '');
  return `${text}${sign}${two(Math.abs(offset) / 3600)}:${two((Math.abs(offset) / 60) % 60)}${seconds}`;
}

function same(zone: string, who: string, got: number | Problem | null, expected: string): void {
  expect(shown(zone, got), who).toBe(shown(zone, at(expected)));
}

/** The answer to an inquiry received at one instant is due at the other. */
export function expectDue(
  calendar: Calendar,
  target: Amount,
  received: string,
  expected: string,
  reading: Reading = 'same-time',
): void {
  const { zone } = calendar;
  const due = dueAt(clockOf(calendar), at(received), target, reading);
  same(zone, 'dueAt', isProblem(due) ? due : due.dueMs, expected);
  same(zone, 'dueTime', dueTime(clockOf(calendar), at(received), target, reading), expected);
  same(zone, 'oracle', oracleOf(calendar).due(at(received), target, reading), expected);
}

/** `from` and so much business time make `expected`. */
export function expectAdd(calendar: Calendar, from: string, amount: string | number, expected: string): void {
  const ms = typeof amount === 'number' ? amount : durationMs(amount);
  same(calendar.zone, 'add', clockOf(calendar).add(at(from), ms), expected);
  same(calendar.zone, 'oracle', oracleOf(calendar).add(at(from), ms), expected);
}

/** So much business time lies between two instants, and the opposite the other way round. */
export function expectElapsed(calendar: Calendar, from: string, to: string, expected: string): void {
  expect(durationText(clockOf(calendar).elapsed(at(from), at(to))), 'elapsed').toBe(expected);
  expect(clockOf(calendar).elapsed(at(to), at(from)), 'elapsed backwards').toBe(-durationMs(expected) || 0);
  expect(durationText(oracleOf(calendar).elapsed(at(from), at(to))), 'oracle').toBe(expected);
}

/** The open stretches within a range, as `from/to` in the calendar's zone. */
export function expectOpen(calendar: Calendar, from: string, to: string, expected: string[]): void {
  const { zone } = calendar;
  const open = clockOf(calendar).openBetween(at(from), at(to));
  expect(open.map(({ startMs, endMs }) => `${shown(zone, startMs)}/${shown(zone, endMs)}`)).toEqual(expected);
  const oracle = oracleOf(calendar);
  for (const { startMs, endMs } of open) {
    const edges = [startMs - 1, startMs, endMs - 1, endMs].filter((t) => at(from) <= t && t < at(to));
    expect(
      edges.map((t) => oracle.isOpen(t)),
      'oracle',
    ).toEqual(edges.map((t) => startMs <= t && t < endMs));
  }
  const total = open.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  expect(durationText(total), 'total against the oracle').toBe(
    durationText(oracle.elapsed(at(from), at(to))),
  );
}

/** The first opening and the first close strictly after an instant. */
export function expectNext(
  calendar: Calendar,
  from: string,
  expected: { open: string; close: string },
): void {
  const clock = clockOf(calendar);
  same(calendar.zone, 'nextOpen', clock.nextOpen(at(from)), expected.open);
  same(calendar.zone, 'nextClose', clock.nextClose(at(from)), expected.close);
  same(calendar.zone, 'oracle, open', oracleOf(calendar).nextOpen(at(from)), expected.open);
  same(calendar.zone, 'oracle, close', oracleOf(calendar).nextClose(at(from)), expected.close);
}

/** `-1:44:00` or `0:00:00.001` as milliseconds. */
export function durationMs(text: string): number {
  const match = /^(-?)(\d+):(\d\d):(\d\d)(?:\.(\d{3}))?$/.exec(text);
  if (!match) throw new Error(`not a duration: ${text}`);
  const [, sign, hours, minutes, seconds, ms = '0'] = match;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000 + Number(ms);
  return sign ? -size : size;
}

export function durationText(ms: number): string {
  const size = Math.abs(ms);
  const two = (n: number) => String(Math.floor(n) % 60).padStart(2, '0');
  const rest = size % 1000 ? `.${String(size % 1000).padStart(3, '0')}` : '';
  return `${ms < 0 ? '-' : ''}${Math.floor(size / HOUR)}:${two(size / MINUTE)}:${two(size / 1000)}${rest}`;
}
