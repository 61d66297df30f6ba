/**
 * Local dates as text (`yyyy-mm-dd`) and as day numbers (whole days since 1970-01-01 of the proleptic
 * Gregorian calendar). Pure arithmetic: no zone, no clock.
 */
import { type Path, type ProblemOf, problem } from '../problem.ts';

/** `yyyy-mm-dd`, for the years 0000 to 9999. */
export type LocalDate = string;
/** Whole days since 1970-01-01. */
export type DayNumber = number;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Day number of a year, month (1–12) and day, by counting from March so that the leap day comes last.
 * @example
 * dayNumber(1970, 1, 1) // 0
 * dayNumber(2026, 6, 8) // 20612
 */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * Year, month (1–12) and day of a day number.
 * @example
 * civilOf(20612) // { year: 2026, month: 6, day: 8 }
 */
export function civilOf(day: DayNumber): { year: number; month: number; day: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/**
 * Day number of an ISO date that exists; anything else is a problem.
 * @example
 * parseLocalDate('2026-06-08') // 20612
 * parseLocalDate('2026-06-31').code // 'date-invalid'
 */
export function parseLocalDate(date: string, path: Path = []): DayNumber | ProblemOf<'date-invalid'> {
  const match = ISO_DATE.exec(date);
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const number = dayNumber(year, month, day);
    const back = civilOf(number);
    if (back.year === year && back.month === month && back.day === day) return number;
  }
  return problem('date-invalid', path, { date });
}

/**
 * Whether a text is an ISO date that exists.
 * @example
 * isLocalDate('2027-02-29') // false
 */
export function isLocalDate(date: string): boolean {
  return typeof parseLocalDate(date) === 'number';
}

/**
 * The date of a day number.
 * @example
 * formatLocalDate(20612) // '2026-06-08'
 */
export function formatLocalDate(number: DayNumber): LocalDate {
  const { year, month, day } = civilOf(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Day of the week, Monday 0 to Sunday 6.
 * @example
 * weekdayOf(20612) // 0
 */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * ISO 8601 week of a day; early January may belong to the last week of the year before.
 * @example
 * isoWeekOf(dayNumber(2027, 1, 1)) // '2026-W53'
 */
export function isoWeekOf(day: DayNumber): string {
  const thursday = day - weekdayOf(day) + 3;
  const { year } = civilOf(thursday);
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * Day number of the Monday of a day's ISO week.
 * @example
 * formatLocalDate(mondayOf(dayNumber(2026, 6, 14))) // '2026-06-08'
 */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day);
}
