/** Weeks, half days, nights, holidays and overrides, worked by hand; the comment on each case says how. */
import { describe, expect, it } from 'vitest';
import {
  at,
  BERLIN,
  clockOf,
  DAILY,
  expectAdd,
  expectDue,
  expectElapsed,
  expectNext,
  expectOpen,
  MON_FRI,
  on,
  PREMIUM,
  STANDARD,
  spans,
} from '../../../support/oracle/expectations.ts';

const zone = 'Europe/Berlin';
// June 2026: Monday 8 to Friday 12, Monday 15; the offset is +02:00.
const june = (day: number, time: string) => `2026-06-${String(day).padStart(2, '0')}T${time}+02:00`;

describe('the edges of a business day', () => {
  it('the opening is in, the close is out, to the millisecond', () => {
    expectDue(BERLIN, PREMIUM, june(11, '09:00:00.000'), june(12, '09:00'));
    expectDue(BERLIN, PREMIUM, june(11, '08:59:59.999'), june(12, '09:00'));
    expectDue(BERLIN, PREMIUM, june(11, '16:59:59.999'), june(12, '16:59:59.999'));
    expectNext(BERLIN, june(11, '09:00'), { open: june(12, '09:00'), close: june(11, '17:00') });
    expectNext(BERLIN, june(12, '17:00'), { open: june(15, '09:00'), close: june(15, '17:00') });
  });

  it('a target in hours counts open hours, and stays at a close that it reaches', () => {
    // Friday 16:00: one hour, three more on Monday. Friday 13:00: exactly to the close. Saturday: from Monday.
    expectDue(BERLIN, { businessHours: 4 }, june(12, '16:00'), june(15, '12:00'));
    expectDue(BERLIN, { businessHours: 4 }, june(12, '13:00'), june(12, '17:00'), 'end-of-day');
    expectDue(BERLIN, { businessHours: 4 }, june(13, '12:00'), june(15, '13:00'), 'business-hours');
  });

  it('business days are counted by their first opening', () => {
    const days = (from: string, to: string) => clockOf(BERLIN).businessDaysBetween(at(from), at(to));
    expect(days(june(8, '09:00'), june(12, '09:00'))).toBe(4); // Mon to Thu; Friday's opening is the end, not in it
    expect(days(june(8, '09:00:00.001'), june(12, '09:00:00.001'))).toBe(4); // Tue to Fri
    expect(days(june(12, '12:00'), june(8, '00:00'))).toBe(-5);
    expect(days(june(12, '10:00'), june(15, '08:00'))).toBe(0);
  });
});

describe('half days', () => {
  const halfWednesday = { zone, week: { ...BERLIN.week, wed: spans('09:00-12:00') } };

  it('a nominal day is the mean of the open weekdays', () => {
    // (4 × 8 h + 3 h) / 5 = 7 h: three on Tuesday, three on Wednesday, one on Thursday.
    expect(clockOf(halfWednesday).nominalDayMs).toBe(7 * 3_600_000);
    expectDue(halfWednesday, PREMIUM, june(9, '14:00'), june(11, '10:00'), 'business-hours');
  });

  it('what the half day does not reach is due at its close', () => {
    expectDue(halfWednesday, PREMIUM, june(9, '14:00'), june(10, '12:00'), 'same-time');
    expectDue(halfWednesday, PREMIUM, june(9, '10:00'), june(10, '12:00'), 'end-of-day');
  });

  it('a nominal day may be agreed', () => {
    // Six hours from Monday 13:00: four until the close, two on Tuesday.
    expectDue(
      { ...BERLIN, nominalDayHours: 6 },
      PREMIUM,
      june(8, '13:00'),
      june(9, '11:00'),
      'business-hours',
    );
  });
});

describe('split days', () => {
  const madrid = { zone: 'Europe/Madrid', week: on(MON_FRI, '08:00-12:00, 14:00-18:00') };

  it('the break stops the clock both ways', () => {
    // Back from 14:30: half an hour to 14:00, the other half from noon to 11:30.
    expectAdd(madrid, june(9, '14:30'), '-1:00:00', june(9, '11:30'));
    expectDue(madrid, PREMIUM, june(8, '13:00'), june(9, '14:00')); // in the break: counts from 14:00
  });

  it('hours entered twice or side by side are one stretch', () => {
    const twice = { zone, week: on(MON_FRI, '09:00-13:00, 11:00-17:00') };
    const beside = { zone, week: on(MON_FRI, '09:00-13:00, 13:00-17:00') };
    for (const calendar of [twice, beside]) {
      expectNext(calendar, june(8, '10:00'), { open: june(9, '09:00'), close: june(8, '17:00') });
      expectElapsed(calendar, june(8, '00:00'), june(9, '00:00'), '8:00:00');
      expect(clockOf(calendar).nominalDayMs).toBe(8 * 3_600_000);
    }
  });
});

describe('round the clock', () => {
  const weekdays = { zone, week: on(MON_FRI, '00:00-24:00') };

  it('five days of 24 hours are one stretch from Monday to Saturday', () => {
    expectNext(weekdays, june(10, '12:00'), { open: june(15, '00:00'), close: june(13, '00:00') });
    expectAdd(weekdays, june(12, '22:00'), '4:00:00', june(15, '02:00')); // two on Friday, two on Monday
    expectDue(weekdays, PREMIUM, june(12, '22:00'), june(15, '22:00'));
    expectDue(weekdays, PREMIUM, june(13, '00:00'), june(16, '00:00')); // closed: counts from Monday 00:00
  });

  it('an evening and the morning after it are one stretch but two business days', () => {
    // Received Monday 21:00; Tuesday is open 00:00–04:00 only, so nothing is left of it at 21:00.
    const calendar = { zone, week: { mon: spans('20:00-24:00'), tue: spans('00:00-04:00') } };
    expectNext(calendar, june(8, '21:00'), { open: june(15, '20:00'), close: june(9, '04:00') });
    expect(clockOf(calendar).businessDaysBetween(at(june(8, '00:00')), at(june(10, '00:00')))).toBe(2);
    expectDue(calendar, PREMIUM, june(8, '21:00'), june(9, '04:00'));
  });
});

describe('a night that runs into the hours of the next day', () => {
  it('gives them back: where both are open, the instant belongs to the later date', () => {
    // Monday 22:00–10:00, Tuesday 09:00–17:00. Tue 08:30 is Monday's: one business day later it would be Wed
    // 08:30, the morning after Tuesday, when nothing is left of Tuesday: its close. Tue 09:30 is Tuesday's: the next
    // business day is Monday, at that night's opening.
    const calendar = { zone, week: { mon: spans('22:00-10:00'), tue: spans('09:00-17:00') } };
    expectOpen(calendar, june(8, '12:00'), june(10, '00:00'), [
      '2026-06-08T22:00+02:00/2026-06-09T17:00+02:00',
    ]);
    expectDue(calendar, PREMIUM, june(9, '08:30'), june(9, '17:00'));
    expectDue(calendar, PREMIUM, june(9, '09:30'), june(15, '22:00'));
  });
});

describe('nights and holidays', () => {
  const nights = { zone, week: on(MON_FRI, '22:00-06:00'), holidays: [{ date: '2026-06-10' }] };

  it('a holiday cuts the tail of the night before and the head of its own', () => {
    expectOpen(nights, june(9, '12:00'), june(11, '12:00'), [
      '2026-06-09T22:00+02:00/2026-06-10T00:00+02:00',
      '2026-06-11T00:00+02:00/2026-06-11T06:00+02:00',
    ]);
  });

  it('what is left of the holiday’s own night is still its business day', () => {
    // Tue 23:00 → business day Wednesday, of which Thu 00:00–06:00 is left: the first opening after Wed 23:00.
    expectDue(nights, PREMIUM, june(9, '23:00'), june(11, '00:00'));
    // Tue 02:00 is Monday's → Tuesday's 02:00 would be on the holiday, nothing is left: Tuesday's last close.
    expectDue(nights, PREMIUM, june(9, '02:00'), june(10, '00:00'));
  });

  it('an override beats the holiday on its date, and the night before stays cut', () => {
    const opened = { ...nights, overrides: [{ date: '2026-06-10', spans: spans('20:00-23:00') }] };
    expectOpen(opened, june(9, '12:00'), june(11, '12:00'), [
      '2026-06-09T22:00+02:00/2026-06-10T00:00+02:00',
      '2026-06-10T20:00+02:00/2026-06-10T23:00+02:00',
    ]);
  });

  it('an override replaces what begins on its date, not what runs into it', () => {
    const replaced = {
      zone,
      week: nights.week,
      overrides: [{ date: '2026-06-10', spans: spans('10:00-12:00') }],
    };
    expectOpen(replaced, june(9, '12:00'), june(11, '12:00'), [
      '2026-06-09T22:00+02:00/2026-06-10T06:00+02:00',
      '2026-06-10T10:00+02:00/2026-06-10T12:00+02:00',
    ]);
  });

  it('an override that runs into a holiday is cut by it', () => {
    const into = {
      ...BERLIN,
      holidays: [{ date: '2026-06-11' }],
      overrides: [{ date: '2026-06-10', spans: spans('20:00-04:00') }],
    };
    expectOpen(into, june(10, '00:00'), june(12, '00:00'), ['2026-06-10T20:00+02:00/2026-06-11T00:00+02:00']);
  });
});

describe('holidays and closures in a row', () => {
  it('Easter: Good Friday, the weekend and Monday are passed over', () => {
    const easter = { ...BERLIN, holidays: [{ date: '2026-04-03' }, { date: '2026-04-06' }] };
    expectDue(easter, PREMIUM, '2026-04-02T16:00+02:00', '2026-04-07T16:00+02:00');
    expectDue(easter, STANDARD, '2026-04-02T16:00+02:00', '2026-04-08T16:00+02:00');
  });

  it('the turn of a year', () => {
    // Friday 2027-01-01 is off; Monday 4 is the first business day, Tuesday 5 the second.
    const newYear = { ...BERLIN, holidays: [{ date: '2026-12-25' }, { date: '2027-01-01' }] };
    expectDue(newYear, STANDARD, '2026-12-31T11:00+01:00', '2027-01-05T11:00+01:00');
  });

  it('a closure by an override without hours, and a closure listed as a day off', () => {
    const closedBy = { ...BERLIN, overrides: [{ date: '2026-06-12', spans: [] }] };
    const closedAs = {
      ...BERLIN,
      holidays: [{ date: '2026-06-12', kind: 'closure' as const, name: 'Training' }],
    };
    expectDue(closedBy, PREMIUM, june(11, '10:00'), june(15, '10:00'));
    expectDue(closedAs, PREMIUM, june(11, '10:00'), june(15, '10:00'));
  });

  it('a leap day is a day', () => {
    // 2028-02-28 is a Monday.
    expectDue(BERLIN, PREMIUM, '2028-02-28T10:00+01:00', '2028-02-29T10:00+01:00');
    expectDue(BERLIN, STANDARD, '2028-02-28T10:00+01:00', '2028-03-01T10:00+01:00');
  });
});

describe('spans over decades', () => {
  it('thirty years of weeks', () => {
    // Mon 1990-01-01 to Mon 2020-01-06 are 10962 days, 1566 weeks of 40 hours.
    const [from, to] = [at('1990-01-01T00:00+01:00'), at('2020-01-06T00:00+01:00')];
    const ms = 1566 * 40 * 3_600_000;
    expect(clockOf(BERLIN).elapsed(from, to)).toBe(ms);
    expect(clockOf(BERLIN).add(from, ms)).toBe(at('2020-01-03T17:00+01:00'));
    expect(clockOf(BERLIN).add(to, -ms)).toBe(at('1990-01-01T09:00+01:00'));
    expect(clockOf(BERLIN).businessDaysBetween(from, to)).toBe(1566 * 5);
  });

  it('five hundred business days are a hundred weeks', () => {
    // 2026-06-08 and 700 days are 2028-05-08.
    expectDue(BERLIN, { businessDays: 500 }, june(8, '10:00'), '2028-05-08T10:00+02:00');
  });

  it('every day of a year, one after the other, makes the year', () => {
    // 2026 has 365 days of 24 hours; the hours of the gap and of the overlap cancel out.
    expectElapsed(
      { zone, week: on(DAILY, '00:00-24:00') },
      '2026-01-01T00:00+01:00',
      '2027-01-01T00:00+01:00',
      '8760:00:00',
    );
  });
});
