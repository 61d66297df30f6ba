/** Random questions about two calendars, the same for everybody, and the right answers by the slow oracle. */
import type { Calendar, Span } from '#core/time/calendar.ts';
import { CalendarOracle } from '../support/oracle/calendar-oracle.ts';

export const BENCH_ZONE = 'America/New_York';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2026, 0, 1);
const DAYS = 365;

function weekOf(
  days: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[],
  spans: Span[],
): Calendar['week'] {
  return Object.fromEntries(days.map((day) => [day, spans]));
}

const HOLIDAYS = [
  '2026-01-01',
  '2026-01-19',
  '2026-05-25',
  '2026-07-03',
  '2026-09-07',
  '2026-11-26',
  '2026-12-25',
];
const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Both as plain as the packages allow: no overnight span, no half day, the process' own zone. */
export const CALENDARS: Record<string, Calendar> = {
  'office hours': {
    zone: BENCH_ZONE,
    week: weekOf(WORKDAYS, [{ from: '09:00', to: '17:00' }]),
    holidays: HOLIDAYS.map((date) => ({ date })),
  },
  'open on Sundays, with a break': {
    zone: BENCH_ZONE,
    week: weekOf(
      [...WORKDAYS, 'sun'],
      [
        { from: '00:30', to: '04:00' },
        { from: '13:00', to: '18:30' },
      ],
    ),
    holidays: HOLIDAYS.map((date) => ({ date })),
  },
};

export interface Case {
  fromMs: number;
  toMs: number;
  businessMinutes: number;
  businessDays: number;
}

export const QUESTIONS = ['elapsed', 'add', 'due'] as const;
export type Question = (typeof QUESTIONS)[number];

/** mulberry32: small, seeded, good enough to draw questions with. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whole minutes in 2026, up to 14 days apart; a third of them around the two changes of daylight saving. */
export function casesOf(count: number, seed = 20_260_608): Case[] {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const changes = [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)];
  return Array.from({ length: count }, (_, index) => {
    const anywhere = FIRST_MS + below(DAYS * 24 * 60) * MINUTE_MS;
    const around = (changes[index % 2] ?? FIRST_MS) - 3 * DAY_MS + below(4 * 24 * 60) * MINUTE_MS;
    const fromMs = index % 3 === 0 ? around : anywhere;
    return {
      fromMs,
      toMs: fromMs + below(14 * 24 * 60) * MINUTE_MS,
      businessMinutes: 1 + below(20 * 60),
      businessDays: 1 + below(3),
    };
  });
}

/** What the slow oracle answers, in milliseconds. */
export function rightAnswers(
  calendar: Calendar,
  cases: readonly Case[],
): Record<Question, (number | null)[]> {
  const oracle = new CalendarOracle(calendar);
  return {
    elapsed: cases.map(({ fromMs, toMs }) => oracle.elapsed(fromMs, toMs)),
    add: cases.map(({ fromMs, businessMinutes }) => oracle.add(fromMs, businessMinutes * MINUTE_MS)),
    due: cases.map(({ fromMs, businessDays }) => oracle.due(fromMs, { businessDays }, 'same-time')),
  };
}
