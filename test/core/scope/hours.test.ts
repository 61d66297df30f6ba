import { describe, expect, it } from 'vitest';
import { usageOf } from '#core';
import { findingsOf, openBook, type Parts, WEEK } from './book.ts';

function weeks(parts: Parts) {
  return findingsOf('weekly-hours', parts).map(({ message, values }) => [message, values.week, values.used]);
}

const on = (date: string, hours: number, engagement = 'E-1') => ({ date, hours, engagement });

describe('hours of a week', () => {
  it('10.00 are allowed and near, 10.01 are over, and each day is shown', () => {
    expect(weeks({ activities: [on('2026-06-08', 4), on('2026-06-12', 6)] })).toEqual([
      ['weekly-hours-near', '2026-W24', 10],
    ]);
    const [over] = findingsOf('weekly-hours', {
      activities: [on('2026-06-08', 4), on('2026-06-10', 3.5), on('2026-06-12', 2.51)],
    });
    // 4 + 3.5 + 2.51 = 10.01
    expect(over).toMatchObject({
      severity: 'violation',
      values: { used: 10.01, limit: 10 },
      since: '2026-W24',
    });
    expect(over!.steps).toEqual([
      { step: 'hours-of-day', values: { date: '2026-06-08', hours: 4 } },
      { step: 'hours-of-day', values: { date: '2026-06-10', hours: 3.5 } },
      { step: 'hours-of-day', values: { date: '2026-06-12', hours: 2.51 } },
      { step: 'hours-sum', values: { hours: 10.01, limit: 10 } },
    ]);
  });

  it('warn from 8.00 on, not from 7.99', () => {
    expect(weeks({ activities: [on('2026-06-08', 7.99)] })).toEqual([]);
    expect(weeks({ activities: [on('2026-06-08', 8)] })).toEqual([['weekly-hours-near', '2026-W24', 8]]);
  });

  it('decimals that a computer cannot hold add up to what was meant', () => {
    // In binary 2.7 + 2.7 + 2.7 + 1.9 is 10.000000000000002, and 0.1 a hundred times is 9.99999999999998.
    expect(weeks({ activities: [2.7, 2.7, 2.7, 1.9].map((hours) => on('2026-06-09', hours)) })).toEqual([
      ['weekly-hours-near', '2026-W24', 10],
    ]);
    expect(weeks({ activities: Array.from({ length: 100 }, () => on('2026-06-09', 0.1)) })).toEqual([
      ['weekly-hours-near', '2026-W24', 10],
    ]);
  });

  it('a figure beside the limit is cut so that it never seems to be on the other side', () => {
    // 9 h 59 min 46 s = 9.996… h; 10.004 h = 10 h 0 min 14.4 s.
    expect(weeks({ activities: [on('2026-06-09', 35_986 / 3600)] })).toEqual([
      ['weekly-hours-near', '2026-W24', 9.99],
    ]);
    expect(weeks({ activities: [on('2026-06-09', 10.004)] })).toEqual([
      ['weekly-hours-over', '2026-W24', 10.01],
    ]);
  });

  it('several engagements of a company with one manager are never pooled', () => {
    const engagements = [{}, {}];
    // 10.00 and 4.00 h: each within its own limit, though 14 together.
    const together = [on('2026-06-09', 10), on('2026-06-09', 4, 'E-2')];
    expect(weeks({ engagements, activities: together })).toEqual([['weekly-hours-near', '2026-W24', 10]]);
    // 10.50 and 0 h: over, though 5.25 on average.
    expect(weeks({ engagements, activities: [on('2026-06-09', 10.5)] })).toEqual([
      ['weekly-hours-over', '2026-W24', 10.5],
    ]);
  });

  it('the week around New Year is one week, and it is the 53rd', () => {
    // 2026-12-28 is a Monday: 6 h on Tuesday the 29th and 5 h on Saturday 2027-01-02 are 11 h.
    const activities = [on('2026-12-29', 6), on('2027-01-02', 5), on('2027-01-04', 5)];
    expect(weeks({ activities })).toEqual([['weekly-hours-over', '2026-W53', 11]]);
  });

  it('a timer over midnight on Sunday is split there, in the zone of the engagement', () => {
    const seoul = { id: 'seoul', zone: 'Asia/Seoul', week: WEEK };
    // Sunday June 14, 22:00 in Seoul, for 11 h: 2 h belong to W24, 9 h to W25.
    const activities = [{ at: '2026-06-14T22:00+09:00', hours: 11 }, on('2026-06-08', 8.5)];
    expect(weeks({ calendars: [seoul], engagements: [{ calendar: 'seoul' }], activities })).toEqual([
      ['weekly-hours-over', '2026-W24', 10.5],
      ['weekly-hours-near', '2026-W25', 9],
    ]);
  });

  it('a contract’s own limit counts in place of the tier’s, with its source', () => {
    const agreed = {
      limits: { weeklyHours: { limit: 20, clause: 'scope.weekly-hours' } },
      source: 'Order 4711',
    };
    const [finding] = findingsOf('weekly-hours', {
      engagements: [{ agreed }],
      activities: [on('2026-06-09', 20.01)],
    });
    expect(finding).toMatchObject({
      values: { limit: 20 },
      rests: { kind: 'contract', source: 'Order 4711' },
    });
  });
});

describe('sustained overrun', () => {
  /** The four complete weeks before 2026-W24 begin on these Mondays. */
  const MONDAYS = ['2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01'];
  const sustained = (hours: number[]) =>
    findingsOf('sustained-hours', { activities: hours.map((own, week) => on(MONDAYS[week]!, own)) });

  it('three of four weeks over, and the average too', () => {
    // (11 + 12 + 6 + 12) / 4 = 10.25.
    expect(sustained([11, 12, 6, 12])).toMatchObject([
      {
        severity: 'violation',
        values: { over: 3, weeks: 4, average: 10.25, limit: 10 },
        since: '2026-W20',
        rests: { kind: 'clause', clause: 'scope.additional-engagement' },
      },
    ]);
  });

  it.each([
    ['average 9.375', [11, 10.5, 5, 11]],
    ['average exactly 10', [12, 12, 12, 4]],
    ['only two weeks over', [20, 20, 5, 5]],
  ])('%s is not', (_, hours) => {
    expect(sustained(hours)).toEqual([]);
  });

  it('the running week is not looked at', () => {
    const activities = [on('2026-06-08', 30), on('2026-05-11', 11), on('2026-05-18', 11)];
    expect(findingsOf('sustained-hours', { activities })).toEqual([]);
  });

  it('shows each week beside its limit, then the average', () => {
    expect(sustained([11, 12, 6, 12])[0]!.steps).toEqual([
      { step: 'hours-of-week-over', values: { week: '2026-W20', hours: 11, limit: 10 } },
      { step: 'hours-of-week-over', values: { week: '2026-W21', hours: 12, limit: 10 } },
      { step: 'hours-of-week', values: { week: '2026-W22', hours: 6, limit: 10 } },
      { step: 'hours-of-week-over', values: { week: '2026-W23', hours: 12, limit: 10 } },
      { step: 'hours-average', values: { hours: 10.25, weeks: 4, limit: 10 } },
    ]);
  });
});

describe('forecast of the running week', () => {
  const HOUR_MS = 3_600_000;
  const forecast = (hours: number, now: string) =>
    findingsOf('hours-forecast', { activities: [on('2026-06-08', hours)] }, now);

  it('is the hours so far by the share of business time that has run', () => {
    // Wednesday 13:00: 8 + 8 + 4 = 20 of 40 business hours have run, a half; 6 h become 12 h.
    expect(forecast(6, '2026-06-10T13:00+02:00')).toMatchObject([
      { severity: 'warning', values: { used: 6, limit: 10, forecast: 12, week: '2026-W24' } },
    ]);
    expect(forecast(6, '2026-06-10T13:00+02:00')[0]!.steps[1]).toEqual({
      step: 'pace',
      values: { elapsedMs: 20 * HOUR_MS, totalMs: 40 * HOUR_MS },
    });
    // 5 h become exactly 10 h, which are allowed.
    expect(forecast(5, '2026-06-10T13:00+02:00')).toEqual([]);
  });

  it('says nothing before a fifth of the week has run, nor once the week is over the limit', () => {
    expect(forecast(6, '2026-06-08T16:59+02:00')).toEqual([]);
    // At the close of Monday 8 of 40 hours have run: 6 h would become 30 h.
    expect(forecast(6, '2026-06-08T17:00+02:00')).toMatchObject([{ values: { forecast: 30 } }]);
    expect(forecast(11, '2026-06-10T13:00+02:00')).toEqual([]);
  });

  it('a holiday shortens the week that the pace is taken from', () => {
    const calendars = [
      { id: 'berlin', zone: 'Europe/Berlin', week: WEEK, holidays: [{ date: '2026-06-12' }] },
    ];
    // Of 32 business hours 16 have run on Wednesday at 09:00: 5.5 h become 11 h.
    const parts = { calendars, activities: [on('2026-06-08', 5.5)] };
    expect(findingsOf('hours-forecast', parts, '2026-06-10T09:00+02:00')).toMatchObject([
      { values: { forecast: 11 } },
    ]);
  });

  it('stands beside the hours used in what the overlay shows', () => {
    const book = openBook({ activities: [on('2026-06-08', 3)] });
    const usage = usageOf(book, book.engagements.get('E-1')!, {
      nowMs: Date.parse('2026-06-10T13:00+02:00'),
    });
    expect(usage.find(({ rule }) => rule === 'weekly-hours')).toMatchObject({
      used: 3,
      limit: 10,
      forecast: 6,
    });
  });
});
