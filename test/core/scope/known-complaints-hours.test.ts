/** `known-complaints.md`, section "Scope": the cases about hours and weeks, by their ids. */
import { describe, expect, it } from 'vitest';
import { checkScope, compileCalendar, isProblem, usageOf } from '#core';
import { hoursByWeek, hoursToMs, showHours } from '#core/scope/weekly-hours.ts';
import { isoWeekOf, parseLocalDate } from '#core/time/local-date.ts';
import { engagement } from '../../support/core/facts.ts';
import { at, MON_FRI, on } from '../../support/oracle/expectations.ts';
import { bookWith, type Entry, found, NOW, violations, work } from '../../support/oracle/scope.ts';

/** The hours of E-1 in 2026-W24: its severity, and what is shown. */
function hoursInWeek(...hours: number[]) {
  const activities = hours.map((h, i) => ({ id: `W-${i}`, engagement: 'E-1', date: '2026-06-08', hours: h }));
  const book = bookWith([engagement('E-1', 'A', 'premium')], { activities });
  const usage = usageOf(book, book.engagements.get('E-1')!, { nowMs: NOW }).find(
    ({ rule }) => rule === 'weekly-hours',
  );
  const over = violations(found(book, 'weekly-hours')).length > 0;
  return { shown: usage?.used, over };
}

describe('weekly-hours-edge', () => {
  it('ten hours are allowed, ten and a hundredth are not', () => {
    expect(hoursInWeek(10)).toEqual({ shown: 10, over: false });
    expect(hoursInWeek(10.01)).toEqual({ shown: 10.01, over: true });
  });

  it('nothing is rounded across the limit', () => {
    // 9:59:46 is 9.9961… h; 10.004 h is 14.4 s over.
    expect(hoursInWeek((9 * 3600 + 59 * 60 + 46) / 3600)).toEqual({ shown: 9.99, over: false });
    expect(hoursInWeek(9.996)).toEqual({ shown: 9.99, over: false });
    expect(hoursInWeek(10.004)).toEqual({ shown: 10.01, over: true });
    expect(showHours(hoursToMs(9.999999), 10)).toBe(9.99);
  });

  it('sums are made of unrounded parts', () => {
    // 5:53:58 + 0:53:59 + 0:41:46 = 7:29:43, and not the sum of three figures with two decimals.
    const parts = [5 * 3600 + 53 * 60 + 58, 53 * 60 + 59, 41 * 60 + 46].map((s) => s / 3600);
    expect(parts.map(hoursToMs).reduce((a, b) => a + b)).toBe((7 * 3600 + 29 * 60 + 43) * 1000);
    expect(hoursToMs(0.25)).toBe(15 * 60_000);
  });
});

describe('float-sum', () => {
  it('decimal hours add up as decimals', () => {
    expect(2.7 + 2.7 + 2.7 + 1.9).toBeGreaterThan(10); // what the machine makes of it
    expect(hoursInWeek(2.7, 2.7, 2.7, 1.9)).toEqual({ shown: 10, over: false });
    expect(hoursInWeek(...Array<number>(100).fill(0.1))).toEqual({ shown: 10, over: false });
    expect(hoursInWeek(...Array<number>(100).fill(0.1), 0.01)).toEqual({ shown: 10.01, over: true });
    expect([hoursToMs(12.5), hoursToMs(0.1)]).toEqual([(12 * 60 + 30) * 60_000, 6 * 60_000]);
  });
});

describe('week-in-its-zone', () => {
  const weeks = (zone: string, ...activities: Entry[]) => {
    const clock = compileCalendar({ zone, week: on(MON_FRI, '09:00-17:00') });
    if (isProblem(clock)) throw new Error(clock.code);
    const rows = activities.map((own, i) => ({ id: `W-${i}`, engagement: 'E-1', hours: 1, ...own }));
    return hoursByWeek(rows, clock).map(({ week, ms }) => [week, ms / 3_600_000]);
  };

  it('the engagement’s own midnight parts Sunday from Monday', () => {
    expect(weeks('America/Los_Angeles', { at: '2026-06-08T05:00Z' })).toEqual([['2026-W23', 1]]); // Sunday 22:00
    expect(weeks('Asia/Seoul', { at: '2026-06-07T15:30Z' })).toEqual([['2026-W24', 1]]); // Monday 00:30
  });

  it('work that runs over that midnight is split there', () => {
    // Sunday 22:00 and four hours: two in each week.
    expect(weeks('America/Los_Angeles', { at: '2026-06-08T05:00Z', hours: 4 })).toEqual([
      ['2026-W23', 2],
      ['2026-W24', 2],
    ]);
  });

  it('the turn of the year lies in one week, named by the year of its Thursday', () => {
    const week = (date: string) => {
      const day = parseLocalDate(date);
      return typeof day === 'number' ? isoWeekOf(day) : day.code;
    };
    expect(['2026-12-28', '2027-01-01', '2027-01-03', '2027-01-04'].map(week)).toEqual([
      '2026-W53',
      '2026-W53',
      '2026-W53',
      '2027-W01',
    ]);
    expect(
      weeks('Europe/Berlin', { date: '2026-12-29', hours: 6 }, { date: '2027-01-02', hours: 5 }),
    ).toEqual([['2026-W53', 11]]);
    const book = bookWith([engagement('E-1', 'A', 'premium')], {
      activities: work('E-1', ['2026-12-29', 6], ['2027-01-02', 5]),
    });
    expect(violations(found(book, 'weekly-hours', at('2027-01-03T12:00+01:00')))).toEqual([
      'E-1 weekly-hours violation',
    ]);
  });
});

describe('sustained-overrun', () => {
  // Mondays of the four complete weeks before 2026-W24, oldest first, and of the running week.
  const mondays = ['2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01', '2026-06-08'];
  const sustained = (...hours: number[]) => {
    const activities = work('E-1', ...hours.map((h, i): [string, number] => [mondays[i]!, h]));
    return found(bookWith([engagement('E-1', 'A', 'premium')], { activities }), 'sustained-hours').length > 0;
  };

  it.each([
    [[11, 12, 6, 12], 'three over, average 10.25', true],
    [[11, 10.5, 5, 11], 'three over, average 9.375', false],
    [[12, 12, 12, 4], 'three over, average exactly 10', false],
    [[20, 20, 5, 5], 'two over, average 12.5', false],
  ])('%j: %s', (hours, _, expected) => {
    expect(sustained(...hours)).toBe(expected);
  });

  it('does not look at the running week', () => {
    expect(sustained(0, 11, 11, 0, 30)).toBe(false);
    expect(sustained(11, 12, 6, 12, 0)).toBe(true);
  });

  it('proposes an additional engagement, by the clause that reserves it', () => {
    const activities = work(
      'E-1',
      ['2026-05-11', 11],
      ['2026-05-18', 12],
      ['2026-05-25', 6],
      ['2026-06-01', 12],
    );
    const [finding] = checkScope(bookWith([engagement('E-1', 'A', 'premium')], { activities }), {
      nowMs: NOW,
    }).filter(({ rule }) => rule === 'sustained-hours');
    expect(finding).toMatchObject({
      rests: { kind: 'clause', clause: 'scope.additional-engagement' },
      values: { over: 3, average: 10.25 },
    });
  });
});
