/** Instants, dates and durations in a language's own words, by Intl. The zone is always named by the caller. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/units.ts';

const LETTER = /\p{L}/u;

/**
 * Weekday, date and time of an instant in a zone.
 * @example
 * sayInstant(Date.parse('2026-06-12T14:50Z'), { language: 'de', zone: 'Europe/Berlin' }) // 'Fr., 12. Juni 2026, 16:50'
 */
export function sayInstant(atMs: number, { language, zone }: { language: string; zone: string }): string {
  return formatter(language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
}

/**
 * A date, or a stretch of dates, given as day numbers.
 * @example
 * sayDateRange(20612, 20612, 'de') // 'Mo., 8. Juni 2026'
 */
export function sayDateRange(fromDay: number, untilDay: number, language: string): string {
  const format = formatter(language, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const from = fromDay * DAY_MS;
  return fromDay === untilDay ? format.format(from) : sayRange(format, from, untilDay * DAY_MS);
}

/** Some languages write a range in figures alone where a date by itself has words: each end is written as a date then. */
function sayRange(format: Intl.DateTimeFormat, fromMs: number, untilMs: number): string {
  const parts = format.formatRangeToParts(fromMs, untilMs);
  const range = parts.map(({ value }) => value).join('');
  const words = format
    .formatToParts(fromMs)
    .filter(({ type, value }) => type === 'literal' && LETTER.test(value));
  if (words.every(({ value }) => range.includes(value))) return range;
  const between = parts.find(({ source, type }) => source === 'shared' && type === 'literal');
  return [format.format(fromMs), format.format(untilMs)].join(between?.value ?? ' – ');
}

/**
 * A date given as a day number, without its weekday.
 * @example
 * sayDate(20612, 'de') // '8. Juni 2026'
 */
export function sayDate(day: number, language: string): string {
  return sayDates(day, day, language);
}

/**
 * A stretch of dates given as day numbers, both inclusive, without weekdays.
 * @example
 * sayDates(20605, 20634, 'de') // '1.–30. Juni 2026'
 */
export function sayDates(fromDay: number, untilDay: number, language: string): string {
  const format = formatter(language, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const from = fromDay * DAY_MS;
  return fromDay === untilDay ? format.format(from) : sayRange(format, from, untilDay * DAY_MS);
}

/**
 * Date and time of an instant in a zone, short enough for a table.
 * @example
 * sayShortInstant(Date.parse('2026-06-12T14:50Z'), { language: 'de', zone: 'Europe/Berlin' }) // '12. Juni, 16:50'
 */
export function sayShortInstant(
  atMs: number,
  { language, zone }: { language: string; zone: string },
): string {
  return formatter(language, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
}

/**
 * A month in words; weeks and quarters are written alike everywhere and stay as they are.
 * @example
 * sayMonth('2026-06', 'en') // 'June 2026'
 * sayMonth('2026-W24', 'en') // '2026-W24'
 */
export function sayMonth(period: string, language: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(period);
  if (!match) return period;
  const format = formatter(language, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return format.format(Date.UTC(Number(match[1]), Number(match[2]) - 1, 1));
}

/**
 * Hours and minutes, cut down to the minute; under a minute in seconds. Days are never formed: a business day
 * is not 24 hours.
 * @example
 * sayDuration(5_400_000, 'en') // '1 hr 30 min'
 */
export function sayDuration(ms: number, language: string): string {
  const whole = Math.abs(ms);
  const hours = Math.floor(whole / HOUR_MS);
  const minutes = Math.floor((whole % HOUR_MS) / MINUTE_MS);
  const seconds = Math.floor((whole % MINUTE_MS) / 1000);
  const parts: [number, string][] =
    hours + minutes === 0
      ? [[seconds, 'second']]
      : [
          [hours, 'hour'],
          [minutes, 'minute'],
        ];
  const words = parts
    .filter(([count], index) => count > 0 || (hours + minutes === 0 && index === 0))
    .map(([count, unit]) => unitFormatter(language, unit).format(count));
  return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(words);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than a hundred uses of it. */
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(language, options);
  formatters.set(key, made);
  return made;
}

function unitFormatter(language: string, unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
}
