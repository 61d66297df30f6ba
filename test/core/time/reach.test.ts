/** How far business time looks, and what it refuses: answers come at once, and never depend on earlier questions. */
import { describe, expect, it } from 'vitest';
import type { Calendar } from '#core/time/calendar.ts';
import { dueAt } from '#core/time/due-at.ts';
import { at, BERLIN, clockOf, DAILY, on, PREMIUM, spans } from '../../support/oracle/expectations.ts';

const NOW = at('2026-06-10T12:00Z');
/** A calendar that is open on one date in all. */
const openOnlyOn = (date: string): Calendar => ({
  zone: 'Europe/Berlin',
  week: {},
  overrides: [{ date, spans: spans('09:00-17:00') }],
});

describe('an opening 19 years away is found, one 24 years away is not', () => {
  it('forward', () => {
    expect(clockOf(openOnlyOn('2045-06-08')).nextOpen(NOW)).toBe(at('2045-06-08T09:00+02:00'));
    expect(clockOf(openOnlyOn('2050-06-08')).nextOpen(NOW)).toMatchObject({ code: 'nothing-open' });
  });

  it('backward', () => {
    expect(clockOf(openOnlyOn('2007-06-11')).add(NOW, -1)).toBe(at('2007-06-11T17:00+02:00') - 1);
    expect(clockOf(openOnlyOn('2002-06-10')).add(NOW, -1)).toMatchObject({ code: 'nothing-open' });
  });

  it.each(['2002-06-10', '2005-06-08', '2006-01-02', '2047-06-10', '2050-06-08'])(
    'whatever was asked before: open only on %s',
    (date) => {
      const asked = clockOf(openOnlyOn(date));
      asked.elapsed(at('1950-01-01T00:00Z'), at('2100-01-01T00:00Z'));
      const fresh = () => clockOf(openOnlyOn(date));
      expect(asked.nextOpen(NOW)).toEqual(fresh().nextOpen(NOW));
      expect(asked.nextClose(NOW)).toEqual(fresh().nextClose(NOW));
      expect(asked.add(NOW, 1)).toEqual(fresh().add(NOW, 1));
      expect(asked.add(NOW, -1)).toEqual(fresh().add(NOW, -1));
      expect(dueAt(asked, NOW, PREMIUM, 'same-time')).toEqual(dueAt(fresh(), NOW, PREMIUM, 'same-time'));
    },
  );
});

describe('a calendar that never closes', () => {
  const always = { zone: 'Europe/Berlin', week: on(DAILY, '00:00-24:00') };

  it('has no next close and no next opening, and says so', () => {
    expect(clockOf(always).nextClose(NOW)).toMatchObject({ code: 'never-closes' });
    expect(clockOf(always).nextOpen(NOW)).toMatchObject({
      code: expect.stringMatching(/nothing-open|never-closes/),
    });
  });

  it('closes where a holiday cuts it', () => {
    const shut = { ...always, holidays: [{ date: '2026-12-25' }] };
    expect(clockOf(shut).nextClose(NOW)).toBe(at('2026-12-25T00:00+01:00'));
    expect(clockOf(shut).nextOpen(NOW)).toBe(at('2026-12-26T00:00+01:00'));
  });
});

describe('instants that are none', () => {
  const clock = clockOf(BERLIN);
  const none = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Date.UTC(1850, 0),
    Date.UTC(2300, 0),
  ];

  it.each(none)('%s is refused where an instant is asked for, and named', (t) => {
    for (const got of [clock.add(t, 1), clock.add(t, -1), clock.nextOpen(t), clock.nextClose(t)]) {
      expect(got).toMatchObject({ code: 'instant-out-of-range' });
    }
    for (const reading of ['same-time', 'end-of-day', 'business-hours'] as const) {
      expect(dueAt(clock, t, PREMIUM, reading)).toMatchObject({ code: 'instant-out-of-range' });
    }
  });

  it.each(none)('%s throws where a figure is asked for: no figure would be true', (t) => {
    expect(() => clock.isOpen(t)).toThrow(RangeError);
    expect(() => clock.elapsed(t, NOW)).toThrow(RangeError);
    expect(() => clock.elapsed(NOW, t)).toThrow(RangeError);
    expect(() => clock.businessDaysBetween(NOW, t)).toThrow(RangeError);
    expect(() => clock.openBetween(t, NOW)).toThrow(RangeError);
  });

  it('an amount that is no number is no answer', () => {
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const got = () => clock.add(NOW, amount);
      let answer: unknown;
      try {
        answer = got();
      } catch (error) {
        answer = error;
      }
      expect(answer instanceof RangeError || typeof answer === 'object').toBe(true);
    }
  });
});

describe('long ways', () => {
  it('a hundred years of business days are counted, not guessed', () => {
    // 2000-01-01 was a Saturday; 400 years are 20871 weeks, so 100 years from Monday 2000-01-03 are 5217 weeks
    // and 5 days: to Saturday 2099-12-26 + … counted instead by whole weeks: 5000 weeks are 25000 weekdays.
    const from = at('2000-01-03T00:00+01:00');
    const to = at('2095-10-31T00:00+01:00');
    expect((to - from) / (7 * 86_400_000)).toBe(5000);
    expect(clockOf(BERLIN).businessDaysBetween(from, to)).toBe(25_000);
    expect(clockOf(BERLIN).elapsed(from, to)).toBe(25_000 * 8 * 3_600_000);
    expect(clockOf(BERLIN).add(from, 25_000 * 8 * 3_600_000)).toBe(at('2095-10-28T17:00+02:00'));
    expect(clockOf(BERLIN).add(to, -25_000 * 8 * 3_600_000)).toBe(at('2000-01-03T09:00+01:00'));
  });

  it('adding past the last year that is answered for is a problem, not a loop', () => {
    expect(clockOf(BERLIN).add(NOW, 1e15)).toMatchObject({ code: expect.any(String), path: [], values: {} });
    expect(clockOf(BERLIN).add(NOW, -1e15)).toMatchObject({ code: expect.any(String), path: [], values: {} });
  });
});
