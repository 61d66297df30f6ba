/** Who is on duty, and when somebody is there to be told. Europe/Berlin, 9 to 5, June 2026: Monday is the 8th. */
import { expect, test } from 'vitest';
import { openDirectory } from '#core/engagement/book.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { firstOnDuty, onDuty } from '#core/engagement/duty.ts';
import { isProblem } from '#core/problem.ts';
import { compileCalendar } from '#core/time/business-clock.ts';
import { WEEKDAYS } from '#core/time/calendar.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};

/** Mia, backed up by Ben where `backup`; she is off on the days given, he on those given second. */
function bookOf({
  backup = true,
  off = [],
  benOff = [],
  holidays = [] as string[],
  week = WEEK as object,
}: {
  backup?: boolean;
  off?: [string, string][];
  benOff?: [string, string][];
  holidays?: string[];
  week?: object;
}) {
  const directory = {
    format: 'dueline-directory',
    version: 1,
    rulebook: { use: 'service-management' },
    calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week, holidays: holidays.map((date) => ({ date })) }],
    managers: [
      { id: 'mia', name: 'Mia', ...(backup ? { backup: 'ben' } : {}) },
      { id: 'ben', name: 'Ben' },
    ],
    customers: [{ id: 'acme', name: 'Acme' }],
    engagements: [{ id: 'E-1', customer: 'acme', tier: 'premium', manager: 'mia', calendar: 'berlin' }],
    timeOff: [
      ...off.map(([from, until]) => ({ manager: 'mia', from, until })),
      ...benOff.map(([from, until]) => ({ manager: 'ben', from, until })),
    ],
  } as Directory;
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return { book, engagement: book.engagements.get('E-1')! };
}

const at = (text: string) => Date.parse(`${text}+02:00`);

function told(from: string, setup: Parameters<typeof bookOf>[0], person: string | null = null) {
  const { book, engagement } = bookOf(setup);
  return firstOnDuty(book, engagement, at(from), { person, awake: null });
}

test('the manager serves, the backup while the manager is off, and nobody where both are', () => {
  const { book, engagement } = bookOf({
    off: [['2026-06-10', '2026-06-11']],
    benOff: [['2026-06-11', '2026-06-12']],
  });
  const served = ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12'].map((date) =>
    onDuty(book, engagement, date),
  );
  expect(served).toEqual(['mia', 'ben', null, 'mia']);
});

test('never at night: what comes up after closing waits for the next opening', () => {
  expect(told('2026-06-11T16:59:59', {})).toBe(at('2026-06-11T16:59:59'));
  expect(told('2026-06-11T17:00', {})).toBe(at('2026-06-12T09:00'));
  expect(told('2026-06-12T17:00', {})).toBe(at('2026-06-15T09:00'));
});

test('never on a holiday', () => {
  expect(told('2026-06-12T17:00', { holidays: ['2026-06-15'] })).toBe(at('2026-06-16T09:00'));
});

test('never on a day off of everybody on duty: it waits until somebody is back', () => {
  const off: [string, string][] = [['2026-06-15', '2026-06-16']];
  expect(told('2026-06-12T17:00', { off, backup: false })).toBe(at('2026-06-17T09:00'));
  expect(told('2026-06-12T17:00', { off })).toBe(at('2026-06-15T09:00'));
});

test('one person is told only while on duty: the backup during the manager’s time off, the manager after it', () => {
  const off: [string, string][] = [['2026-06-15', '2026-06-16']];
  expect(told('2026-06-11T10:00', { off }, 'ben')).toBe(at('2026-06-15T09:00'));
  expect(told('2026-06-15T10:00', { off }, 'mia')).toBe(at('2026-06-17T09:00'));
  expect(told('2026-06-17T10:00', { off }, 'ben')).toBeNull();
});

test('quiet hours are the reader’s own: 09:00 in Berlin is 03:00 in New York, which sleeps until 07:00', () => {
  const day = [{ from: '07:00', to: '20:00' }];
  const awake = compileCalendar({
    zone: 'America/New_York',
    week: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day])),
  });
  if (isProblem(awake)) throw new Error(awake.code);
  const { book, engagement } = bookOf({});
  const options = { person: null, awake };
  expect(firstOnDuty(book, engagement, at('2026-06-09T09:00'), options)).toBe(at('2026-06-09T13:00'));
});

test('a calendar that never opens has nobody to be told, and the search ends', () => {
  expect(told('2026-06-11T10:00', { week: {} })).toBeNull();
});
