/** What stands in the workbook's cells, by tab and by column id. */

import { civilOf, type DayNumber, dayNumber, type LocalDate, parseLocalDate } from '../time/local-date.ts';
import { DAY_MS, SECOND_MS } from '../time/units.ts';

/** A date is a number here, as in every spreadsheet: days since 1899-12-30. `null`: an empty cell. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell | undefined>>;
export type TrackerRows = Readonly<Record<string, readonly Row[]>>;

/** Day 0 of a spreadsheet's dates. */
const EPOCH: DayNumber = dayNumber(1899, 12, 30);
/** 1901-01-01 and 9999-12-31: between them all spreadsheets count alike. */
export const FIRST_SERIAL = 367;
export const LAST_SERIAL = 2_958_465;
/** 2200-12-31: no business time is worked out beyond it. */
export const LAST_TIME_SERIAL = 109_939;

/** A spreadsheet's number for an ISO date that exists. */
export function serialOf(date: LocalDate): number {
  const day = parseLocalDate(date);
  if (typeof day !== 'number') throw new RangeError(`Not a date: ${date}`);
  return serialOfDay(day);
}

export function serialOfDay(day: DayNumber): number {
  return day - EPOCH;
}

export function dayOfSerial(serial: number): DayNumber {
  return serial + EPOCH;
}

/** The ISO date of a spreadsheet's number. */
export function dateOfSerial(serial: number): LocalDate {
  const { year, month, day } = civilOf(dayOfSerial(serial));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-06-08 09:30:00` of a spreadsheet's number; the number itself where it is none of a time that we know. */
export function timeOfSerial(serial: number): string | number {
  if (serial < FIRST_SERIAL || serial >= LAST_TIME_SERIAL + 1) return serial;
  const iso = new Date(wallMsOfSeconds(Math.round((serial * DAY_MS) / SECOND_MS))).toISOString();
  return iso.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' ');
}

/** The instant, in milliseconds, of whole seconds since day 0 if the wall's time were that of Greenwich. */
export function wallMsOfSeconds(seconds: number): number {
  return seconds * SECOND_MS + EPOCH * DAY_MS;
}

/** A spreadsheet's number for an instant, as the wall shows it in a zone: the day, and its time as a fraction. */
export function serialOfInstant(atMs: number, offsetMs: (atMs: number) => number): number {
  return (atMs + offsetMs(atMs)) / DAY_MS - EPOCH;
}
