/** The year of a calendar as people check it: what is off, what has hours of its own, and why. */
import { expect, test } from 'vitest';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { addDays, removeDay } from '#core/engagement/edit-calendar.ts';
import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import type { Calendar } from '#core/time/calendar.ts';
import { calendarYear } from '#core/time/calendar-year.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const MORNING = [{ from: '09:00', to: '12:00' }];
const BERLIN: Calendar = {
  zone: 'Europe/Berlin',
  week: { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, wed: NINE_TO_FIVE, thu: NINE_TO_FIVE, fri: NINE_TO_FIVE },
  holidays: [
    { date: '2026-12-25', name: 'Weihnachten' },
    { date: '2026-06-16', name: 'Offsite', kind: 'training' },
    { date: '2026-05-01', name: 'Tag der Arbeit' },
  ],
  overrides: [
    { date: '2026-12-24', name: 'Heiligabend', spans: MORNING },
    { date: '2026-06-18', name: 'Inventur', spans: [] },
    { date: '2026-05-01', spans: MORNING },
    { date: '2026-06-13', spans: MORNING },
  ],
};

function yearOf(calendar: Calendar, year: number) {
  const clock = compileCalendar(calendar);
  if (isProblem(clock)) throw new Error(clock.code);
  return new Map(calendarYear(calendar, clock, year).map((day) => [day.date, day]));
}

test('every day of the year is there once, 366 in a leap year', () => {
  expect(yearOf(BERLIN, 2026).size).toBe(365);
  expect(yearOf(BERLIN, 2028).size).toBe(366);
  expect([...yearOf(BERLIN, 2026).keys()][0]).toBe('2026-01-01');
});

test('weekdays are open, weekends closed, holidays and training off with their names', () => {
  const year = yearOf(BERLIN, 2026);
  // 8 June is a Monday.
  expect(year.get('2026-06-08')).toMatchObject({ kind: 'open', name: null });
  expect(year.get('2026-06-14')).toMatchObject({ kind: 'closed', name: null });
  expect(year.get('2026-12-25')).toMatchObject({ kind: 'holiday', name: 'Weihnachten' });
  expect(year.get('2026-06-16')).toMatchObject({ kind: 'training', name: 'Offsite' });
});

test('hours of its own are told, on a holiday and on a Saturday too; without any hours it is a closure', () => {
  const year = yearOf(BERLIN, 2026);
  expect(year.get('2026-12-24')).toMatchObject({ kind: 'hours', name: 'Heiligabend', spans: MORNING });
  expect(year.get('2026-05-01')).toMatchObject({ kind: 'hours', spans: MORNING });
  expect(year.get('2026-06-13')).toMatchObject({ kind: 'hours', spans: MORNING });
  expect(year.get('2026-06-18')).toMatchObject({ kind: 'closure', name: 'Inventur' });
});

test('an overnight span leaves the day after its last one closed: no span begins on it', () => {
  const night = [{ from: '22:00', to: '06:00' }];
  const year = yearOf({ zone: 'Europe/Berlin', week: { fri: night } }, 2026);
  expect(year.get('2026-06-12')?.kind).toBe('open');
  expect(year.get('2026-06-13')?.kind).toBe('closed');
});

const directory = {
  calendars: [
    { id: 'berlin', ...BERLIN },
    { id: 'other', zone: 'UTC', week: {} },
  ],
} as Directory;

test('days from a list come in by date, and leave what somebody wrote down for a date as it is', () => {
  const list = [
    { date: '2026-01-01', name: 'Neujahr' },
    { date: '2026-05-01', name: 'Labour Day' },
    { date: '2026-12-24', name: 'Christmas Eve' },
  ];
  const [berlin, other] = addDays(directory, 'berlin', { holidays: list, halfDays: [] }).calendars;
  expect(berlin!.holidays!.map(({ name }) => name)).toEqual([
    'Neujahr',
    'Tag der Arbeit',
    'Offsite',
    'Weihnachten',
  ]);
  expect(berlin!.overrides).toHaveLength(4);
  expect(other).toEqual(directory.calendars[1]);
});

test('a half day from a list is a day with hours of its own', () => {
  const half = { date: '2026-12-31', name: 'Silvester', spans: MORNING };
  const [berlin] = addDays(directory, 'berlin', { holidays: [], halfDays: [half] }).calendars;
  expect(berlin!.overrides!.at(-1)).toEqual(half);
});

test('a date that is taken out is as regular as any other', () => {
  const [berlin] = removeDay(directory, 'berlin', '2026-05-01').calendars;
  expect(yearOf(berlin as Calendar, 2026).get('2026-05-01')).toMatchObject({ kind: 'open', name: null });
});
