/** Pace: what somebody reads as "half of the time is gone" must be half of the hours in which work is done. */
import { describe, expect, it } from 'vitest';
import { paceOf } from '#core/time/pace.ts';
import { clockOf } from '../../support/oracle/expectations.ts';

const at = Date.parse;
const HOURS = [{ from: '09:00', to: '17:00' }];
const berlin = clockOf({
  zone: 'Europe/Berlin',
  week: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
  holidays: [{ date: '2026-05-25' }],
});

describe('pace', () => {
  it('a weekend and a holiday use nothing of the target', () => {
    // Fri 22 May 15:00 to Tue 26 May 15:00: 2 h on Friday, Monday is Whit Monday, 6 h on Tuesday.
    const [received, due] = [at('2026-05-22T15:00+02:00'), at('2026-05-26T15:00+02:00')];
    expect(paceOf(berlin, received, due, received)).toBe(0);
    expect(paceOf(berlin, received, due, at('2026-05-22T17:00+02:00'))).toBe(0.25);
    expect(paceOf(berlin, received, due, at('2026-05-25T12:00+02:00'))).toBe(0.25);
    expect(paceOf(berlin, received, due, at('2026-05-26T11:00+02:00'))).toBe(0.5);
    expect(paceOf(berlin, received, due, due)).toBe(1);
  });

  it('goes on above one when the answer is overdue, and below nothing before it was asked', () => {
    const [received, due] = [at('2026-06-08T09:00+02:00'), at('2026-06-09T09:00+02:00')];
    expect(paceOf(berlin, received, due, at('2026-06-09T13:00+02:00'))).toBe(1.5);
    expect(paceOf(berlin, received, due, at('2026-06-05T15:00+02:00'))).toBe(-0.25);
  });

  it('cannot be said where no business time was granted', () => {
    const [received, due] = [at('2026-06-06T10:00+02:00'), at('2026-06-06T12:00+02:00')];
    expect(paceOf(berlin, received, due, due)).toBeNull();
  });
});
