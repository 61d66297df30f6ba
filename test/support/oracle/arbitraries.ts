/** Random calendars, and random instants, around the days on which zones did something odd. */
import fc from 'fast-check';
import type { Calendar, Override, Span } from '#core/time/calendar.ts';
import { DAY } from './wall-time.ts';

/** A zone and a UTC date near which its clocks changed, and how. */
export const ODD_DAYS: readonly (readonly [zone: string, date: string, what: string])[] = [
  ['Europe/Berlin', '2026-03-29', 'gap of an hour at 02:00'],
  ['Europe/Berlin', '2026-10-25', 'overlap of an hour at 03:00'],
  ['Europe/Dublin', '2026-10-25', 'the winter is the exception'],
  ['America/New_York', '2026-03-08', 'gap of an hour, west of Greenwich'],
  ['America/Sao_Paulo', '2018-11-04', 'gap at midnight: the day begins at 01:00'],
  ['America/Sao_Paulo', '2018-02-18', 'overlap at midnight: 23:00 comes twice'],
  ['America/Havana', '2026-11-01', 'overlap that ends at midnight: 00:00 comes twice'],
  ['America/St_Johns', '2006-10-29', 'overlap at 00:01: back into the day before'],
  ['America/St_Johns', '1988-04-03', 'gap of two hours at 00:01'],
  ['America/Caracas', '2016-05-01', 'from −04:30 to −04:00 for good'],
  ['Africa/Cairo', '2026-04-24', 'gap at midnight'],
  ['Africa/Cairo', '2026-10-30', 'overlap at midnight'],
  ['Africa/Casablanca', '2026-02-15', 'an hour back for Ramadan'],
  ['Africa/Monrovia', '1972-01-07', 'from −00:44:30 to UTC'],
  ['Asia/Beirut', '2026-03-29', 'gap at midnight'],
  ['Asia/Beirut', '2026-10-25', 'overlap at midnight'],
  ['Asia/Kathmandu', '1986-01-01', 'from +05:30 to +05:45'],
  ['Asia/Pyongyang', '2015-08-15', 'half an hour back at midnight'],
  ['Asia/Pyongyang', '2018-05-05', 'half an hour on before midnight'],
  ['Asia/Tehran', '2022-03-22', 'gap at midnight, +03:30'],
  ['Asia/Kolkata', '2026-06-10', 'no change, +05:30'],
  ['Antarctica/Troll', '2026-03-29', 'gap of two hours'],
  ['Antarctica/Troll', '2026-10-25', 'overlap of two hours'],
  ['Australia/Lord_Howe', '2026-04-05', 'overlap of half an hour'],
  ['Australia/Lord_Howe', '2026-10-04', 'gap of half an hour'],
  ['Pacific/Apia', '2011-12-30', 'a date skipped'],
  ['Pacific/Kwajalein', '1993-08-21', 'a date skipped'],
  ['Pacific/Chatham', '2026-09-27', 'gap at 02:45'],
  ['Europe/Amsterdam', '1937-07-01', 'an offset with seconds'],
];

const two = (n: number) => String(n).padStart(2, '0');
const time = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const minuteOfDay = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 47 }).map((n) => n * 30) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
);

const span: fc.Arbitrary<Span> = fc
  .tuple(
    minuteOfDay,
    fc.oneof({ weight: 6, arbitrary: minuteOfDay }, { weight: 1, arbitrary: fc.constant(1440) }),
  )
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ from: time(from), to: time(to) }));

const spansOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.array(span, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant<Span[]>([{ from: '00:00', to: '24:00' }]) },
  { weight: 1, arbitrary: fc.constant<Span[]>([]) },
);

const week = fc
  .record({
    mon: spansOfDay,
    tue: spansOfDay,
    wed: spansOfDay,
    thu: spansOfDay,
    fri: spansOfDay,
    sat: spansOfDay,
    sun: spansOfDay,
  })
  .filter((days) => Object.values(days).some((open) => open.length > 0));

/** A calendar of a zone, with holidays and overrides on the days around a date. */
export function calendarAround(zone: string, date: string): fc.Arbitrary<Calendar> {
  const day = Date.parse(`${date}T00:00Z`) / DAY;
  const nearby = fc
    .integer({ min: -6, max: 6 })
    .map((n) => new Date((day + n) * DAY).toISOString().slice(0, 10));
  const override: fc.Arbitrary<Override> = fc.record({
    date: nearby,
    spans: fc.array(span, { maxLength: 2 }),
  });
  return fc.record({
    zone: fc.constant(zone),
    week,
    holidays: fc.uniqueArray(fc.record({ date: nearby }), { maxLength: 3, selector: (h) => h.date }),
    overrides: fc.uniqueArray(override, { maxLength: 2, selector: (o) => o.date }),
  });
}

/** An instant within nine days of a date: often on a quarter of an hour, where edges are, or beside one. */
export function instantAround(date: string): fc.Arbitrary<number> {
  const midnight = Date.parse(`${date}T00:00Z`);
  const quarter = fc.integer({ min: -9 * 96, max: 9 * 96 }).map((n) => midnight + n * 900_000);
  return fc.oneof(
    quarter,
    fc.tuple(quarter, fc.constantFrom(-1, 1)).map(([at, by]) => at + by),
    fc.integer({ min: midnight - 9 * DAY, max: midnight + 9 * DAY }),
  );
}

/** One of the odd days, its calendar, and instants around it. */
export const scenario = fc.constantFrom(...ODD_DAYS).chain(([zone, date]) =>
  fc.record({
    calendar: calendarAround(zone, date),
    a: instantAround(date),
    b: instantAround(date),
    c: instantAround(date),
  }),
);
