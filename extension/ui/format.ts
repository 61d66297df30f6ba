/** Instants and durations as people of a language write them, in a zone that is said beside them. */

type Parts = Intl.DateTimeFormatOptions;

const formats = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const units = new Map<string, Intl.NumberFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();
const texts = new Map<string, string>();
const minutes = new Map<string, readonly string[]>();

/** Making a format costs more than using it a hundred times. */
function kept<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const found = formats.get(key) ?? make();
  formats.set(key, found);
  return found;
}

function format(language: string, zone: string, parts: Parts): Intl.DateTimeFormat {
  const key = `${language}|${zone}|${JSON.stringify(parts)}`;
  const make = () => new Intl.DateTimeFormat(language, { ...parts, timeZone: zone, hourCycle: 'h23' });
  return kept(formats, key, make);
}

const TIME: Parts = { hour: '2-digit', minute: '2-digit' };
const DATE: Parts = { weekday: 'short', day: 'numeric', month: 'short' };

export function timeIn(atMs: number, zone: string, language: string): string {
  return format(language, zone, TIME).format(atMs);
}

/** "Thu, 11 Jun, 10:00"; with the year where it is not the one of `nowMs`. */
export function instantIn(atMs: number, zone: string, language: string, nowMs: number): string {
  const parts: Parts = { ...DATE, ...TIME };
  if (localDate(atMs, zone).slice(0, 4) !== localDate(nowMs, zone).slice(0, 4)) parts.year = 'numeric';
  return format(language, zone, parts).format(atMs);
}

/** `yyyy-mm-dd` of an instant in a zone. */
export function localDate(atMs: number, zone: string): string {
  // Swedish writes dates as ISO does.
  return format('sv-SE', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(atMs);
}

/** A date that stands in no zone. */
export function dateOnly(date: string, language: string, parts: Parts = DATE): string {
  return format(language, 'UTC', parts).format(Date.parse(`${date}T00:00Z`));
}

const DAYS_NAMED = 6;
/** In a minute. */
const SECONDS = 60;
const DAY_MS = 86_400_000;

/**
 * "today 10:00", "tomorrow 10:00", "Thursday 10:00", else with the date. In a zone that is not the reader's and has
 * another date at this moment, "today" would be a riddle: there the weekday is named.
 */
export function nearbyInstant(
  atMs: number,
  zone: string,
  language: string,
  nowMs: number,
  readersZone = zone,
): string {
  const days = daysBetween(localDate(nowMs, zone), localDate(atMs, zone));
  const withTime = (day: string) => listIn(language).format([day, timeIn(atMs, zone, language)]);
  const isReadersDay = sameDate(nowMs, zone, readersZone);
  if (Math.abs(days) <= 1 && isReadersDay) {
    const make = () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    return withTime(kept(relatives, language, make).format(days, 'day'));
  }
  if (days >= (isReadersDay ? 1 : -1) && days <= DAYS_NAMED)
    return withTime(format(language, zone, { weekday: 'long' }).format(atMs));
  return instantIn(atMs, zone, language, nowMs);
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);
}

export interface DurationParts {
  hours: number;
  minutes: number;
  seconds: number | null;
}

/** "11 hr, 20 min" as the language abbreviates it; seconds only where they are given. */
export function duration(parts: DurationParts, language: string): string {
  return listIn(language).format(durationUnits(parts, language));
}

/** The same for a duration whose seconds run: what stands before them, and what they are in turn, from 0 on. */
export function runningDuration(
  parts: DurationParts,
  language: string,
): { before: string; seconds: readonly string[] } {
  const written = listIn(language).formatToParts(durationUnits({ ...parts, seconds: 0 }, language));
  const before = written.slice(0, -1).map(({ value }) => value);
  const make = () => Array.from({ length: SECONDS }, (_, second) => unit(second, 'second', language));
  return { before: before.join(''), seconds: kept(minutes, language, make) };
}

function durationUnits({ hours, minutes, seconds }: DurationParts, language: string): string[] {
  return [
    ...(hours > 0 ? [unit(hours, 'hour', language)] : []),
    ...(minutes > 0 || (hours === 0 && seconds === null) ? [unit(minutes, 'minute', language)] : []),
    ...(seconds !== null ? [unit(seconds, 'second', language)] : []),
  ];
}

function listIn(language: string): Intl.ListFormat {
  return kept(lists, language, () => new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }));
}

function unit(value: number, name: 'hour' | 'minute' | 'second', language: string): string {
  const key = `${language}|${name}`;
  const make = () => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' });
  return kept(texts, `${key}|${value}`, () => kept(units, key, make).format(value));
}

/** The city of an IANA zone, for people: "Europe/Berlin" → "Berlin". */
export function zoneCity(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Whether two zones show the same wall time at an instant. */
export function sameWallTime(atMs: number, first: string, second: string): boolean {
  if (first === second) return true;
  const parts: Parts = { ...TIME, day: 'numeric' };
  return format('en', first, parts).format(atMs) === format('en', second, parts).format(atMs);
}

export function sameDate(atMs: number, first: string, second: string): boolean {
  return first === second || localDate(atMs, first) === localDate(atMs, second);
}

/** ISO 8601 with the zone's offset at that instant. */
export function isoIn(atMs: number, zone: string): string {
  const offset = format('en', zone, { timeZoneName: 'longOffset' })
    .formatToParts(atMs)
    .find(({ type }) => type === 'timeZoneName')!
    .value.slice('GMT'.length);
  const time = format('en', zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(atMs);
  return `${localDate(atMs, zone)}T${time}${offset === '' ? '+00:00' : offset}`;
}
