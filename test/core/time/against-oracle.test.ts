/** The engine against an oracle that walks the wall clock by Intl, on random calendars around odd days. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { dueAt } from '#core/time/due-at.ts';
import { calendarAround, instantAround, ODD_DAYS } from '../../support/oracle/arbitraries.ts';
import type { Amount, Reading } from '../../support/oracle/calendar-oracle.ts';
import { clockOf, oracleOf, shown } from '../../support/oracle/expectations.ts';
import { holds } from '../../support/oracle/properties.ts';
import { wallOf } from '../../support/oracle/wall-time.ts';

const HOUR_MS = 3_600_000;
vi.setConfig({ testTimeout: 60_000 });

const RUNS = 8;
const READINGS: readonly Reading[] = ['same-time', 'end-of-day', 'business-hours'];

const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.record({ businessDays: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ businessHours: fc.integer({ min: 1, max: 30 }) }),
);

describe.each(ODD_DAYS)('%s around %s (%s)', (zone, date) => {
  const calendar = calendarAround(zone, date);
  const instant = instantAround(date);

  it('is open when the wall says so, and opens and closes next when it does', () => {
    holds(
      fc.property(calendar, instant, (hours, t) => {
        const clock = clockOf(hours);
        const oracle = oracleOf(hours);
        expect(clock.isOpen(t)).toBe(oracle.isOpen(t));
        for (const change of ['nextOpen', 'nextClose'] as const) {
          const expected = oracle[change](t);
          const got = clock[change](t);
          // The oracle looks 60 days far; what it does not find may come later, or be a problem.
          if (expected !== null || !isProblem(got))
            expect(shown(zone, got), change).toBe(shown(zone, expected));
        }
      }),
      RUNS,
    );
  });

  it('elapses as many open minutes as there are between two instants', () => {
    holds(
      fc.property(calendar, instant, instant, (hours, a, b) => {
        expect(clockOf(hours).elapsed(a, b)).toBe(oracleOf(hours).elapsed(a, b));
        expect(clockOf(hours).businessDaysBetween(a, b)).toBe(oracleOf(hours).businessDaysBetween(a, b));
      }),
      RUNS,
    );
  });

  it('adds business time forward and backward', () => {
    const size = fc.integer({ min: -40 * HOUR_MS, max: 40 * HOUR_MS });
    holds(
      fc.property(calendar, instant, size, (hours, t, n) => {
        const expected = oracleOf(hours).add(t, n);
        fc.pre(expected !== null);
        expect(shown(zone, clockOf(hours).add(t, n))).toBe(shown(zone, expected));
      }),
      RUNS,
    );
  });

  it.each(READINGS)('is due when the reading %s says so', (reading) => {
    holds(
      fc.property(calendar, instant, amount, (hours, received, target) => {
        const expected = oracleOf(hours).due(received, target, reading);
        fc.pre(expected !== null);
        const due = dueAt(clockOf(hours), received, target, reading);
        expect(shown(zone, isProblem(due) ? due : due.dueMs)).toBe(shown(zone, expected));
      }),
      RUNS,
    );
  });

  it('knows the local date', () => {
    holds(
      fc.property(calendar, instant, (hours, t) => {
        expect(clockOf(hours).localDateOf(t)).toBe(new Date(wallOf(zone, t)).toISOString().slice(0, 10));
      }),
      RUNS,
    );
  });
});
