/** Calendars that cannot be read: the first thing wrong is named, with its place in the document. */
import { describe, expect, it } from 'vitest';
import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import type { Calendar } from '#core/time/calendar.ts';
import { at, BERLIN, clockOf, durationText } from '../../support/oracle/expectations.ts';

const problemOf = (more: Partial<Calendar>) => {
  const clock = compileCalendar({ ...BERLIN, ...more }, ['calendars', 0]);
  return isProblem(clock) ? [clock.code, clock.path.slice(0, 3).join('.')] : 'a clock';
};
const monday = (from: string, to: string): Partial<Calendar> => ({ week: { mon: [{ from, to }] } });

describe('spans', () => {
  it.each([
    ['9:00', '17:00'],
    ['09:00', '25:00'],
    ['09:60', '17:00'],
    ['09:00', '17:00:00'],
    ['09:00', ''],
    ['-1:00', '17:00'],
    ['٠٩:٠٠', '17:00'],
    ['09:00', '24:01'],
    ['24:00', '24:00'],
    ['09:00', '09:00'],
  ])('%s to %s says nothing', (from, to) => {
    expect(problemOf(monday(from, to))).toEqual(['span-invalid', 'calendars.0.week']);
    expect(problemOf({ overrides: [{ date: '2026-06-08', spans: [{ from, to }] }] })).toEqual([
      'span-invalid',
      'calendars.0.overrides',
    ]);
  });

  it('24:00 closes a day, 00:00 is the midnight that follows: the same hours', () => {
    for (const to of ['24:00', '00:00']) {
      const clock = clockOf({ ...BERLIN, ...monday('20:00', to) });
      const [from, until] = [at('2026-06-08T00:00+02:00'), at('2026-06-10T00:00+02:00')];
      expect(durationText(clock.elapsed(from, until)), to).toBe('4:00:00');
    }
  });
});

describe('dates', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-6-1',
    '20260601',
    '01.06.2026',
    '2026-06-01T00:00Z',
    ' 2026-06-01',
    '',
  ])('%j is no date', (date) => {
    expect(problemOf({ holidays: [{ date }] })).toEqual(['date-invalid', 'calendars.0.holidays']);
    expect(problemOf({ overrides: [{ date, spans: [] }] })).toEqual([
      'date-invalid',
      'calendars.0.overrides',
    ]);
  });

  it('a leap day is one, every fourth year but not in 1900', () => {
    expect(problemOf({ holidays: [{ date: '2028-02-29' }, { date: '2000-02-29' }] })).toBe('a clock');
    expect(problemOf({ holidays: [{ date: '1900-02-29' }] })).toEqual([
      'date-invalid',
      'calendars.0.holidays',
    ]);
  });

  it('one holiday listed twice is one holiday', () => {
    const twice = clockOf({ ...BERLIN, holidays: [{ date: '2026-06-08' }, { date: '2026-06-08' }] });
    expect(twice.elapsed(at('2026-06-08T00:00+02:00'), at('2026-06-10T00:00+02:00'))).toBe(8 * 3_600_000);
  });
});

describe('zones', () => {
  it.each(['Europe/Nowhere', '', 'CEST', '__proto__'])(
    '%j is not one, and no other takes its place',
    (zone) => {
      expect(problemOf({ zone })).toEqual(['zone-unknown', 'calendars.0.zone']);
    },
  );
});
