import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, type PeriodKind, periodOf, periodsBetween } from '#core';
import { periodsUpTo } from '#core/cadence/period.ts';

const KINDS: PeriodKind[] = ['weekly', 'monthly', 'quarterly'];
const anyDay = fc.integer({ min: dayNumber(1970, 1, 1), max: dayNumber(2199, 12, 31) });

describe('periods', () => {
  it('a week belongs to the year of its Thursday', () => {
    expect(periodOf('weekly', dayNumber(2027, 1, 3)).id).toBe('2026-W53');
    expect(periodOf('weekly', dayNumber(2027, 1, 4)).id).toBe('2027-W01');
  });

  it('December and the fourth quarter end with the year', () => {
    const until = dayNumber(2027, 1, 1);
    expect(periodOf('monthly', dayNumber(2026, 12, 31))).toMatchObject({ id: '2026-12', untilDay: until });
    expect(periodOf('quarterly', dayNumber(2026, 12, 31))).toMatchObject({
      id: '2026-Q4',
      fromDay: dayNumber(2026, 10, 1),
      untilDay: until,
    });
  });

  it.each(KINDS)('%s: every day lies in its period, and the periods leave no gap', (kind) => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 800 }), (day, length) => {
        const periods = periodsBetween(kind, day, day + length);
        expect(periods[0]!.fromDay).toBeLessThanOrEqual(day);
        expect(periods[periods.length - 1]!.untilDay).toBeGreaterThanOrEqual(day + length);
        for (const [index, period] of periods.entries()) {
          expect(periodOf(kind, period.untilDay - 1)).toEqual(period);
          if (index > 0) expect(period.fromDay).toBe(periods[index - 1]!.untilDay);
        }
      }),
    );
  });

  it('looking back counts the running one extra', () => {
    const ids = periodsUpTo('quarterly', dayNumber(2026, 2, 1), 4).map(({ id }) => id);
    expect(ids).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']);
  });
});
