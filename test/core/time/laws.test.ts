/** Laws that business time keeps for every calendar, on random calendars around the odd days of many zones. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isProblem, type Problem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { dueAt, dueTime } from '#core/time/due-at.ts';
import { scenario } from '../../support/oracle/arbitraries.ts';
import { clockOf, oracleOf } from '../../support/oracle/expectations.ts';
import { holds } from '../../support/oracle/properties.ts';

const HOUR_MS = 3_600_000;
vi.setConfig({ testTimeout: 60_000 });

const RUNS = 200;
const amount = fc.integer({ min: 1, max: 60 * HOUR_MS });
const reading = fc.constantFrom('same-time', 'end-of-day', 'business-hours' as const);

/** The answer; a problem would mean that a calendar with weekly hours has none left. */
function answer(value: number | Problem): number {
  if (isProblem(value)) throw new Error(`unexpected problem ${value.code}`);
  return value;
}

describe('elapsed', () => {
  it('adds up over any third instant, in any order', () => {
    holds(
      fc.property(scenario, ({ calendar, a, b, c }) => {
        const clock = clockOf(calendar);
        expect(clock.elapsed(a, b) + clock.elapsed(b, c)).toBe(clock.elapsed(a, c));
      }),
      RUNS,
    );
  });

  it('is never more than the time that passes, never less than nothing, and changes its sign with the order', () => {
    holds(
      fc.property(scenario, ({ calendar, a, b }) => {
        const elapsed = clockOf(calendar).elapsed(Math.min(a, b), Math.max(a, b));
        expect(elapsed).toBeGreaterThanOrEqual(0);
        expect(elapsed).toBeLessThanOrEqual(Math.abs(b - a));
        expect(clockOf(calendar).elapsed(Math.max(a, b), Math.min(a, b))).toBe(-elapsed || 0);
      }),
      RUNS,
    );
  });

  it('is the length of the open stretches, which neither touch nor overlap', () => {
    holds(
      fc.property(scenario, ({ calendar, a, b }) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const open = clockOf(calendar).openBetween(from, to);
        let last = Number.NEGATIVE_INFINITY;
        let total = 0;
        for (const { startMs, endMs } of open) {
          expect(startMs).toBeGreaterThan(last);
          expect(endMs).toBeGreaterThan(startMs);
          last = endMs;
          total += endMs - startMs;
        }
        expect(total).toBe(clockOf(calendar).elapsed(from, to));
        expect(open.every(({ startMs, endMs }) => startMs >= from && endMs <= to)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('add', () => {
  it('gives the least later instant by which so much has elapsed', () => {
    holds(
      fc.property(scenario, amount, ({ calendar, a }, n) => {
        const clock = clockOf(calendar);
        const there = answer(clock.add(a, n));
        expect(clock.elapsed(a, there)).toBe(n);
        expect(clock.elapsed(a, there - 1)).toBe(n - 1);
      }),
      RUNS,
    );
  });

  it('gives the greatest earlier instant since which so much has elapsed', () => {
    holds(
      fc.property(scenario, amount, ({ calendar, a }, n) => {
        const clock = clockOf(calendar);
        const there = answer(clock.add(a, -n));
        expect(clock.elapsed(there, a)).toBe(n);
        expect(clock.elapsed(there + 1, a)).toBe(n - 1);
      }),
      RUNS,
    );
  });

  it('goes the whole way in two steps as in one', () => {
    holds(
      fc.property(scenario, amount, amount, fc.constantFrom(1, -1), ({ calendar, a }, m, n, way) => {
        const clock = clockOf(calendar);
        expect(clock.add(answer(clock.add(a, way * m)), way * n)).toBe(clock.add(a, way * (m + n)));
      }),
      RUNS,
    );
  });

  it('is monotone in the instant and in the amount; nothing added is nothing moved', () => {
    holds(
      fc.property(scenario, amount, amount, fc.constantFrom(1, -1), ({ calendar, a, b }, m, n, way) => {
        const clock = clockOf(calendar);
        expect(answer(clock.add(Math.min(a, b), way * m))).toBeLessThanOrEqual(
          answer(clock.add(Math.max(a, b), way * m)),
        );
        expect(answer(clock.add(a, Math.min(m, n)))).toBeLessThanOrEqual(
          answer(clock.add(a, Math.max(m, n))),
        );
        expect(clock.add(a, 0)).toBe(a);
      }),
      RUNS,
    );
  });
});

describe('nextOpen and nextClose', () => {
  it('are changes, strictly later, with no change before the nearer of them', () => {
    holds(
      fc.property(scenario, ({ calendar, a }) => {
        const clock = clockOf(calendar);
        const [opens, closes] = [clock.nextOpen(a), clock.nextClose(a)];
        fc.pre(!isProblem(opens) && !isProblem(closes));
        expect(Math.min(opens, closes)).toBeGreaterThan(a);
        expect([clock.isOpen(opens - 1), clock.isOpen(opens)]).toEqual([false, true]);
        expect([clock.isOpen(closes - 1), clock.isOpen(closes)]).toEqual([true, false]);
        const untilChange = Math.min(opens, closes) - a;
        expect(clock.elapsed(a, a + untilChange)).toBe(clock.isOpen(a) ? untilChange : 0);
      }),
      RUNS,
    );
  });
});

describe('business days', () => {
  it('add up over any third instant, and change their sign with the order', () => {
    holds(
      fc.property(scenario, ({ calendar, a, b, c }) => {
        const clock = clockOf(calendar);
        const days = (x: number, y: number) => clock.businessDaysBetween(x, y);
        expect(days(a, b) + days(b, c)).toBe(days(a, c));
        expect(days(b, a)).toBe(-days(a, b) || 0);
      }),
      RUNS,
    );
  });
});

describe('due times', () => {
  it('come later for a later inquiry, where the reading does not keep a wall time', () => {
    const hourly = fc.constantFrom('end-of-day', 'business-hours' as const);
    holds(
      fc.property(
        scenario,
        hourly,
        fc.integer({ min: 1, max: 4 }),
        ({ calendar, a, b }, by, businessDays) => {
          // A night that runs into the next day's hours may close after that day does.
          const oracle = oracleOf(calendar);
          fc.pre(!oracle.datesOverlapAround(a) && !oracle.datesOverlapAround(b));
          const due = (t: number) => answer(dueTime(clockOf(calendar), t, { businessDays }, by));
          expect(due(Math.min(a, b))).toBeLessThanOrEqual(due(Math.max(a, b)));
        },
      ),
      RUNS,
    );
  });

  it('come after the inquiry, later for more days, and the same with and without their steps', () => {
    holds(
      fc.property(scenario, reading, fc.integer({ min: 1, max: 4 }), ({ calendar, a }, by, businessDays) => {
        // A night that runs into the next day's hours may close after that day does.
        fc.pre(!oracleOf(calendar).datesOverlapAround(a));
        const clock = clockOf(calendar);
        const due = answer(dueTime(clock, a, { businessDays }, by));
        const withSteps = dueAt(clock, a, { businessDays }, by);
        expect(isProblem(withSteps) || withSteps.dueMs).toBe(due);
        expect(due).toBeGreaterThan(a);
        expect(answer(dueTime(clock, a, { businessDays: businessDays + 1 }, by))).toBeGreaterThan(due);
      }),
      RUNS,
    );
  });
});

describe('a clock', () => {
  it('answers the same whatever it was asked before', () => {
    holds(
      fc.property(scenario, amount, reading, ({ calendar, a, b, c }, n, by) => {
        const ask = (clock = compileCalendar(calendar)) => {
          if (isProblem(clock)) throw new Error(clock.code);
          return [
            clock.add(a, n),
            clock.add(a, -n),
            clock.nextOpen(b),
            dueTime(clock, c, { businessDays: 2 }, by),
          ];
        };
        const used = clockOf(calendar);
        used.elapsed(Date.UTC(1901, 0), Date.UTC(2199, 0));
        expect(ask(used)).toEqual(ask());
      }),
      10,
    );
  });
});
