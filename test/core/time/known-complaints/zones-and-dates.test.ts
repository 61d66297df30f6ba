/** `known-complaints.md`, section "Core time": cases about zones, clock changes and dates, by their ids. */
import { describe, expect, it, vi } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { dueAt } from '#core/time/due-at.ts';
import {
  at,
  BERLIN,
  clockOf,
  DAILY,
  expectAdd,
  expectDue,
  expectElapsed,
  expectOpen,
  MON_FRI,
  on,
  PREMIUM,
} from '../../../support/oracle/expectations.ts';

const ALWAYS = { zone: 'Europe/Berlin', week: on(DAILY, '00:00-24:00') };

describe('never-a-loop', () => {
  const everyDate = (fromYear: number, years: number) =>
    Array.from({ length: years * 366 }, (_, i) => ({
      date: new Date(Date.UTC(fromYear, 0, 1 + i)).toISOString().slice(0, 10),
    }));
  const calendars = {
    'a week without hours': { zone: 'Europe/Berlin', week: {} },
    'holidays on every date within reach': { ...BERLIN, holidays: everyDate(2005, 45) },
  };

  it.each(Object.entries(calendars))('%s is a problem with a name, at once', (_, calendar) => {
    const clock = clockOf(calendar);
    const from = at('2026-06-10T12:00+02:00');
    for (const answer of [
      clock.add(from, 1),
      clock.add(from, -1),
      clock.nextOpen(from),
      dueAt(clock, from, PREMIUM, 'same-time'),
      dueAt(clock, from, PREMIUM, 'end-of-day'),
      dueAt(clock, from, PREMIUM, 'business-hours'),
      dueAt(clock, from, { businessHours: 4 }, 'same-time'),
    ]) {
      expect(answer).toMatchObject({ code: 'nothing-open' });
    }
    expect(isProblem(clock.nextClose(from))).toBe(true);
    expect(clock.add(from, 0)).toBe(from);
    expect(clock.elapsed(from, at('2027-06-10T12:00+02:00'))).toBe(0);
  });

  it('hours that end at midnight end', () => {
    const losAngeles = { zone: 'America/Los_Angeles', week: on('mon tue wed thu sat', '09:00-24:00') };
    expectAdd(losAngeles, '2019-02-05T21:40:28Z', '2:00:00', '2019-02-05T23:40:28Z');
  });
});

describe('dst-same-wall-time', () => {
  it('a business day over the change keeps its wall time and its eight hours', () => {
    expectDue(BERLIN, PREMIUM, '2026-03-27T10:00+01:00', '2026-03-30T10:00+02:00');
    expectElapsed(BERLIN, '2026-03-27T10:00+01:00', '2026-03-30T10:00+02:00', '8:00:00');
    expectDue(BERLIN, PREMIUM, '2026-10-23T10:00+02:00', '2026-10-26T10:00+01:00');
    expectElapsed(BERLIN, '2026-10-23T10:00+02:00', '2026-10-26T10:00+01:00', '8:00:00');
  });

  it('round the clock, the day of the change has 23 or 25 hours', () => {
    expectElapsed(ALWAYS, '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', '23:00:00');
    expectElapsed(ALWAYS, '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', '25:00:00');
  });

  it('the night of the change has 7 or 9 hours', () => {
    const nights = { zone: 'Europe/Berlin', week: on(DAILY, '22:00-06:00') };
    expectElapsed(nights, '2026-03-28T12:00+01:00', '2026-03-29T12:00+02:00', '7:00:00');
    expectElapsed(nights, '2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00', '9:00:00');
  });

  it('a wall time that is skipped moves forward by the gap; one shown twice means the first', () => {
    expectDue(ALWAYS, PREMIUM, '2026-03-28T02:30+01:00', '2026-03-29T03:30+02:00');
    expectDue(ALWAYS, PREMIUM, '2026-10-24T02:30+02:00', '2026-10-25T02:30+02:00');
    expectDue(ALWAYS, PREMIUM, '2026-10-25T02:30+01:00', '2026-10-26T02:30+01:00');
  });

  it('a ticket of the winter is computed with the winter offset, in summer too', () => {
    vi.useFakeTimers({ now: at('2026-07-01T10:00Z') });
    try {
      expectDue({ ...BERLIN }, PREMIUM, '2026-03-26T15:30Z', '2026-03-27T15:30Z');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('dst-edge-spans', () => {
  const sundays = (hours: string) => ({ zone: 'Europe/Berlin', week: on('sun', hours) });
  const inSpring = ['2026-03-28T12:00+01:00', '2026-03-30T12:00+02:00'] as const;
  const inAutumn = ['2026-10-24T12:00+02:00', '2026-10-26T12:00+01:00'] as const;

  it.each([
    ['02:00-06:00', ['2026-03-29T03:00+02:00/2026-03-29T06:00+02:00'], '3:00:00'],
    ['02:30-03:15', [], '0:00:00'],
    ['02:30-04:00', ['2026-03-29T03:30+02:00/2026-03-29T04:00+02:00'], '0:30:00'],
    ['01:00-02:30', ['2026-03-29T01:00+01:00/2026-03-29T03:30+02:00'], '1:30:00'],
  ])('%s on the Sunday of the gap', (hours, open, length) => {
    expectOpen(sundays(hours), ...inSpring, open);
    expectElapsed(sundays(hours), ...inSpring, length);
  });

  it.each([
    ['02:00-06:00', ['2026-10-25T02:00+02:00/2026-10-25T06:00+01:00'], '5:00:00'],
    ['02:30-03:15', ['2026-10-25T02:30+02:00/2026-10-25T03:15+01:00'], '1:45:00'],
    ['02:30-04:00', ['2026-10-25T02:30+02:00/2026-10-25T04:00+01:00'], '2:30:00'],
    ['01:00-02:30', ['2026-10-25T01:00+02:00/2026-10-25T02:30+02:00'], '1:30:00'],
  ])('%s on the Sunday of the overlap', (hours, open, length) => {
    expectOpen(sundays(hours), ...inAutumn, open);
    expectElapsed(sundays(hours), ...inAutumn, length);
  });

  it('a change of half an hour adds or takes half an hour', () => {
    const lordHowe = { zone: 'Australia/Lord_Howe', week: on(DAILY, '01:00-04:00') };
    expectElapsed(lordHowe, '2026-04-05T00:00+11:00', '2026-04-05T12:00+10:30', '3:30:00');
    expectElapsed(lordHowe, '2026-10-04T00:00+10:30', '2026-10-04T12:00+11:00', '2:30:00');
  });
});

describe('date-that-never-was', () => {
  const apia = { zone: 'Pacific/Apia', week: on(MON_FRI, '09:00-17:00') };

  it('Samoa had no 2011-12-30, so it is no business day and has no hours', () => {
    expectDue(apia, PREMIUM, '2011-12-29T10:00-10:00', '2012-01-02T10:00+14:00');
    expectElapsed(apia, '2011-12-29T10:00-10:00', '2012-01-02T10:00+14:00', '8:00:00');
    expectOpen(apia, '2011-12-29T17:00-10:00', '2012-01-02T09:00+14:00', []);
  });
});

describe('holiday-on-its-date', () => {
  it('a holiday is a local date of the calendar’s zone', () => {
    const santiago = {
      zone: 'America/Santiago',
      week: on(MON_FRI, '09:00-17:00'),
      holidays: [{ date: '2026-09-18' }],
    };
    expectDue(santiago, PREMIUM, '2026-09-17T10:00-03:00', '2026-09-21T10:00-03:00');
    const saoPaulo = {
      zone: 'America/Sao_Paulo',
      week: on(MON_FRI, '09:00-17:00'),
      holidays: [{ date: '2018-12-25' }],
    };
    expectDue(saoPaulo, PREMIUM, '2018-12-24T10:00-02:00', '2018-12-26T10:00-02:00');
  });

  it('only the dates listed are off; nobody guesses a substitute day', () => {
    const newYork = { zone: 'America/New_York', week: on(MON_FRI, '09:00-17:00') };
    const fourth = { ...newYork, holidays: [{ date: '2027-07-04' }] };
    expectDue(fourth, PREMIUM, '2027-07-02T10:00-04:00', '2027-07-05T10:00-04:00');
    const observed = { ...newYork, holidays: [{ date: '2027-07-04' }, { date: '2027-07-05' }] };
    expectDue(observed, PREMIUM, '2027-07-02T10:00-04:00', '2027-07-06T10:00-04:00');
  });
});

describe('calendar-per-customer', () => {
  it('one target, two calendars, each customer’s own due time', () => {
    const customerA = { zone: 'Europe/Berlin', week: on(MON_FRI, '09:00-17:00') };
    const customerB = { zone: 'Asia/Seoul', week: on(MON_FRI, '09:00-17:00') };
    expectDue(customerA, PREMIUM, '2026-06-05T08:30Z', '2026-06-08T08:30Z');
    expectDue(customerB, PREMIUM, '2026-06-05T08:30Z', '2026-06-09T00:00Z');
  });
});

describe('zone-not-known-here', () => {
  it('a renamed zone answers under both names', () => {
    const kyiv = { zone: 'Europe/Kyiv', week: on(MON_FRI, '09:00-17:00') };
    const kiev = { zone: 'Europe/Kiev', week: on(MON_FRI, '09:00-17:00') };
    expectDue(kyiv, PREMIUM, '2026-06-05T16:00+03:00', '2026-06-08T16:00+03:00');
    expectDue(kiev, PREMIUM, '2026-06-05T16:00+03:00', '2026-06-08T16:00+03:00');
  });

  it('a zone that nobody knows is a problem at its field, and no other zone takes its place', () => {
    const nowhere = { zone: 'Europe/Nowhere', week: on(MON_FRI, '09:00-17:00') };
    expect(compileCalendar(nowhere, ['calendars', 2])).toEqual({
      code: 'zone-unknown',
      path: ['calendars', 2, 'zone'],
      values: { zone: 'Europe/Nowhere' },
    });
  });
});
