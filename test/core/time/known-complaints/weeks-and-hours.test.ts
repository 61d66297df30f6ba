/** `known-complaints.md`, section "Core time": cases about weeks, hours and dated changes, by their ids. */
import { describe, expect, it } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { dueAt } from '#core/time/due-at.ts';
import {
  at,
  BERLIN,
  clockOf,
  DAILY,
  expectAdd,
  expectDue,
  expectElapsed,
  MON_FRI,
  on,
  PREMIUM,
  STANDARD,
  spans,
} from '../../../support/oracle/expectations.ts';

describe('weekend-not-counted', () => {
  it('a ticket of Friday or the weekend is not overdue before the week begins', () => {
    expectDue(BERLIN, PREMIUM, '2026-06-05T16:00+02:00', '2026-06-08T16:00+02:00');
    expectDue(BERLIN, STANDARD, '2026-06-05T16:00+02:00', '2026-06-09T16:00+02:00');
    expectDue(BERLIN, PREMIUM, '2026-06-06T11:00+02:00', '2026-06-09T09:00+02:00');
  });

  it('hours run over the night, and a weekend adds nothing to what has run', () => {
    expectAdd(BERLIN, '2026-06-09T16:00+02:00', '4:00:00', '2026-06-10T12:00+02:00');
    const newYork = { zone: 'America/New_York', week: on(MON_FRI, '08:00-17:00') };
    expectElapsed(newYork, '2014-12-12T20:49-05:00', '2014-12-15T09:44-05:00', '1:44:00');
  });
});

describe('received-outside-hours', () => {
  it('before the opening counts from the opening; the close itself is closed', () => {
    expectDue(BERLIN, PREMIUM, '2026-06-11T08:59:59+02:00', '2026-06-12T09:00:00+02:00');
    expectDue(BERLIN, PREMIUM, '2026-06-11T16:59:59+02:00', '2026-06-12T16:59:59+02:00');
    expectDue(BERLIN, PREMIUM, '2026-06-11T17:00:00+02:00', '2026-06-15T09:00:00+02:00');
  });
});

describe('one-day-has-a-name', () => {
  const cases = [
    ['08:00', '2026-06-12T09:00+02:00', '2026-06-12T17:00+02:00', '2026-06-11T17:00+02:00'],
    ['16:50', '2026-06-12T16:50+02:00', '2026-06-12T17:00+02:00', '2026-06-12T16:50+02:00'],
    ['18:00', '2026-06-15T09:00+02:00', '2026-06-15T17:00+02:00', '2026-06-12T17:00+02:00'],
  ] as const;

  it.each(cases)('received at %s, each reading has its own due time', (time, sameTime, endOfDay, hours) => {
    const received = `2026-06-11T${time}+02:00`;
    expectDue(BERLIN, PREMIUM, received, sameTime, 'same-time');
    expectDue(BERLIN, PREMIUM, received, endOfDay, 'end-of-day');
    expectDue(BERLIN, PREMIUM, received, hours, 'business-hours');
    expect(clockOf(BERLIN).nominalDayMs).toBe(8 * 3_600_000);
  });

  it.each(['same-time', 'end-of-day', 'business-hours'] as const)(
    'the result names its reading, %s',
    (reading) => {
      const due = dueAt(clockOf(BERLIN), at('2026-06-11T16:50+02:00'), PREMIUM, reading);
      if (isProblem(due)) throw new Error(due.code);
      expect(due.steps.at(-1)).toEqual({ step: 'due', atMs: due.dueMs, reading });
    },
  );
});

describe('dated-overrides', () => {
  it('a half day before a holiday: its hours count, and its last close catches what is left', () => {
    const christmas = {
      ...BERLIN,
      overrides: [{ date: '2026-12-24', spans: spans('09:00-12:00') }],
      holidays: [{ date: '2026-12-25' }],
    };
    expectDue(christmas, PREMIUM, '2026-12-23T11:00+01:00', '2026-12-24T11:00+01:00');
    expectDue(christmas, PREMIUM, '2026-12-23T15:00+01:00', '2026-12-24T12:00+01:00');
    expectDue(christmas, PREMIUM, '2026-12-24T12:00+01:00', '2026-12-29T09:00+01:00');
  });

  it('a late start and a long break: the next opening of that day', () => {
    const lateStart = { ...BERLIN, overrides: [{ date: '2026-06-16', spans: spans('13:00-17:00') }] };
    expectDue(lateStart, PREMIUM, '2026-06-15T09:30+02:00', '2026-06-16T13:00+02:00');
    const longBreak = {
      ...BERLIN,
      overrides: [{ date: '2026-06-18', spans: spans('09:00-12:00, 13:00-17:00') }],
    };
    expectDue(longBreak, PREMIUM, '2026-06-17T12:15+02:00', '2026-06-18T13:00+02:00');
  });

  it('an override beats the holiday of its date', () => {
    const holiday = { ...BERLIN, holidays: [{ date: '2026-05-01' }] };
    expectDue(holiday, PREMIUM, '2026-04-30T11:00+02:00', '2026-05-04T11:00+02:00');
    const opened = { ...holiday, overrides: [{ date: '2026-05-01', spans: spans('10:00-14:00') }] };
    expectDue(opened, PREMIUM, '2026-04-30T11:00+02:00', '2026-05-01T11:00+02:00');
  });

  it('a working Saturday is a business day', () => {
    const shanghai = {
      zone: 'Asia/Shanghai',
      week: on(MON_FRI, '09:00-17:00'),
      overrides: [{ date: '2026-10-10', spans: spans('09:00-17:00') }],
    };
    expectDue(shanghai, PREMIUM, '2026-10-09T16:00+08:00', '2026-10-10T16:00+08:00');
  });
});

describe('unusual-weeks', () => {
  it('a lunch break stops the clock and no more', () => {
    const lunch = { zone: 'Europe/Berlin', week: on(MON_FRI, '09:00-13:00, 14:00-18:00') };
    expectAdd(lunch, '2026-06-10T12:30+02:00', '1:00:00', '2026-06-10T14:30+02:00');
    expectAdd(lunch, '2026-06-10T12:30+02:00', '0:30:00', '2026-06-10T13:00+02:00');
    expectElapsed(lunch, '2026-06-10T12:00+02:00', '2026-06-10T15:00+02:00', '2:00:00');
    expectDue(lunch, PREMIUM, '2026-06-10T13:30+02:00', '2026-06-11T14:00+02:00');
  });

  it('a week of one day: the next business day is a week away', () => {
    const tuesdays = { zone: 'America/New_York', week: on('tue', '08:00-17:00') };
    expectDue(tuesdays, PREMIUM, '2024-08-06T10:00-04:00', '2024-08-13T10:00-04:00');
    expectDue(tuesdays, PREMIUM, '2024-08-07T10:00-04:00', '2024-08-20T08:00-04:00');
  });
});

describe('overnight-span', () => {
  const nights = { zone: 'Europe/Berlin', week: on(MON_FRI, '22:00-06:00') };

  it('runs through midnight, and not on the nights that do not begin on a weekday', () => {
    expectElapsed(nights, '2026-06-12T23:00+02:00', '2026-06-13T05:00+02:00', '6:00:00');
    expectElapsed(nights, '2026-06-13T23:00+02:00', '2026-06-14T05:00+02:00', '0:00:00');
    const evenings = { zone: 'UTC', week: on(DAILY, '17:00-01:00') };
    expectElapsed(evenings, '2021-11-15T02:00Z', '2021-11-15T04:48Z', '0:00:00');
  });

  it('the small hours belong to the business day on which the night began', () => {
    expectDue(nights, PREMIUM, '2026-06-09T02:00+02:00', '2026-06-10T02:00+02:00');
    expectDue(nights, PREMIUM, '2026-06-13T02:00+02:00', '2026-06-16T02:00+02:00');
    expectDue(nights, PREMIUM, '2026-06-13T07:00+02:00', '2026-06-16T22:00+02:00');
  });
});

describe('add-both-ways', () => {
  const paris = { zone: 'Europe/Paris', week: on(MON_FRI, '08:00-18:00') };

  it('a reminder an hour of business time before the due time falls into business hours', () => {
    expectAdd(paris, '2026-01-12T17:00+01:00', '4:00:00', '2026-01-13T11:00+01:00');
    expectAdd(paris, '2026-01-13T11:00+01:00', '-1:00:00', '2026-01-13T10:00+01:00');
    expectAdd(paris, '2026-01-13T08:30+01:00', '-1:00:00', '2026-01-12T17:30+01:00');
    expectAdd(paris, '2026-01-13T09:00+01:00', '-1:00:00', '2026-01-13T08:00+01:00');
    expectAdd(paris, '2026-01-12T08:30+01:00', '-1:00:00', '2026-01-09T17:30+01:00');
  });

  it('a target reached at the close stays there; a millisecond more goes to the next opening', () => {
    expectAdd(BERLIN, '2026-06-11T16:00+02:00', '1:00:00', '2026-06-11T17:00+02:00');
    expectAdd(BERLIN, '2026-06-11T16:00+02:00', '1:00:00.001', '2026-06-12T09:00:00.001+02:00');
  });

  it('from a closed instant: nothing added is nothing moved', () => {
    expectAdd(BERLIN, '2026-06-13T12:00+02:00', 0, '2026-06-13T12:00+02:00');
    expectAdd(BERLIN, '2026-06-13T12:00+02:00', 1000, '2026-06-15T09:00:01+02:00');
    expectAdd(BERLIN, '2026-06-13T12:00+02:00', -1000, '2026-06-12T16:59:59+02:00');
  });
});
