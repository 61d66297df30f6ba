/** Demo times hang on the day of `now`, so that the demo looks alive on any day and is the same for the same `now`. */
import {
  type DayNumber,
  dayNumber,
  formatLocalDate,
  isProblem,
  type LocalDate,
  weekdayOf,
} from '#core/index.ts';
import { type Zone, zoneOf } from '#core/time/zone.ts';

/** The fixed now of tests: Thursday 11 June 2026, 11:30 in Berlin. */
export const FIXED_NOW_MS = Date.parse('2026-06-11T11:30:00+02:00');

/** The day on which the demo's relative days hang, in Berlin. */
const HOME_ZONE = 'Europe/Berlin';
const DAY_MS = 86_400_000;

function zone(name: string): Zone {
  const found = zoneOf(name);
  if (isProblem(found))
    throw new Error(`This Node.js does not know the zone ${name}; install one with full ICU.`);
  return found;
}

export const localDay = (zoneName: string, ms: number): DayNumber =>
  Math.floor((ms + zone(zoneName).offsetMs(ms)) / DAY_MS);

/**
 * So many weekdays back from the day of `now`, counting from the Friday before on a weekend; negative: ahead.
 * For the fixed now: 0 Thu 11, 1 Wed 10, 2 Tue 9, 3 Mon 8, 4 Fri 5, 5 Thu 4 June.
 */
export function weekdayBack(nowMs: number, back: number): LocalDate {
  let day = localDay(HOME_ZONE, nowMs);
  while (weekdayOf(day) > 4) day--;
  const step = back > 0 ? -1 : 1;
  for (let left = Math.abs(back); left > 0; ) {
    day += step;
    if (weekdayOf(day) <= 4) left--;
  }
  return formatLocalDate(day);
}

/** An instant from a local date and wall time that exist once in the zone. */
export function instantAt(zoneName: string, date: LocalDate, time: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wallMs = dayNumber(year, month, day) * DAY_MS + (hours * 60 + minutes) * 60_000;
  const { offsetMs } = zone(zoneName);
  return wallMs - offsetMs(wallMs - offsetMs(wallMs));
}

export const isoWithOffset = (zoneName: string, ms: number): string => {
  const offsetMinutes = zone(zoneName).offsetMs(ms) / 60_000;
  const sign = offsetMinutes < 0 ? '-' : '+';
  const two = (value: number) => String(value).padStart(2, '0');
  const wall = new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 19);
  return `${wall}${sign}${two(Math.floor(Math.abs(offsetMinutes) / 60))}:${two(Math.abs(offsetMinutes) % 60)}`;
};

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
