/** A date or time as a page's text shows it, taken apart; what it means is decided later, with the page's evidence. */
import { dayWord, monthOf, relativeKey, relativeUnit, weekdayOf } from './names.ts';

export interface WallParts {
  year: number | null;
  /** January 1. */
  month: number;
  day: number;
  /** Day and month may be the other way round: nothing in the text itself settles it. */
  swappable: boolean;
  /** Day number of a word like "yesterday", in place of a date. */
  daysBack: number | null;
  /** Milliseconds since midnight; `null` where only the date is shown. */
  clockMs: number | null;
  offsetMs: number | null;
  weekday: number | null;
  /** A zone that the time names itself. */
  zone: string | null;
}

export type Parsed = { text: string; rest: string } & (
  | { kind: 'wall'; wall: WallParts }
  | { kind: 'instant'; ms: number }
  | { kind: 'ago'; count: number; unitMs: number }
);

const CLOCK =
  /(오[전후]|[上下]午|凌晨|晚上|[ap]m(?=\s?\d))?\s*(?<![\d.:/-])(\d{1,2})(?::|시\s?|点|时)(\d{2})(?:(?::|분\s?|分)(\d{2})(?:[.,]\d{1,6})?)?[분초分秒]?(?!:?\d)\s*([ap]\.?\s?m\b\.?)?/iu;
const OFFSET = /^\s*\(?([A-Z]{1,4}\b)?\s?(?:([+-])(\d{1,2}):?(\d{2})?)?/;
const NAMED_ZONE = /^\s*\(?([A-Z][a-z]+\/[A-Z][\w/]+)\)?/;
const ABBREVIATIONS: Record<string, number> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  CET: 1,
  CEST: 2,
  MEZ: 1,
  MESZ: 2,
  KST: 9,
  EST: -5,
  EDT: -4,
  PST: -8,
  PDT: -7,
};
const MACHINE =
  /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/;
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)[.日일]?/u;
const NUMERIC = /(?<![\d.])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const MONTH_DAY = /(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;
const WORD =
  /(?:(?<!\d)(\d{1,2})(?:\.|º|st|nd|rd|th)?\s+(?:de\s+)?)?(\p{L}{2,})\.?(?=(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:]))?)/giu;
/** Marks of writing direction: they show as nothing. */
export const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const HEDGES = /(?<!\p{L})(about|around|almost|etwa|ungefähr|ca\.?|circa|casi|약|大?约)(?!\p{L})\s*/iu;
const ONE = /(?<!\p{L})(an?|eine[rmn]?|un[ao]?|un')(?!\p{L})\s*/iu;

export const clean = (text: string): string =>
  text.normalize('NFKC').replace(MARKS, '').replace(/\s+/g, ' ').trim();

/** Whether a text without a number may still say how long ago: "a day ago". */
export const saysOne = (text: string): boolean => text.length <= 30 && ONE.test(text);

/** The first date or time in a text; `rest` is what else the text says. */
export function parseTime(raw: string): Parsed | null {
  const machine = MACHINE.exec(raw);
  if (machine) return stamped(machine);
  const text = clean(raw);
  if (text.length > 200 || !/\d|\p{L}/u.test(text)) return null;
  return ago(text) ?? wall(text);
}

/** What most attributes hold, read in one look: a list has a thousand of them. */
function stamped([text, year, month, day, hours, minutes, seconds, zone]: RegExpExecArray): Parsed {
  const [, sign, ahead = 0, past = 0] = /(.)(..):?(..)/.exec(zone ?? '') ?? [];
  const ms = (hour: unknown, minute: unknown) => (Number(hour) * 60 + Number(minute)) * 60_000;
  const wall: WallParts = {
    ...dateParts(Number(year), Number(month), Number(day)),
    clockMs: ms(hours, minutes) + Number(seconds ?? 0) * 1000,
    offsetMs: zone ? ms(ahead, past) * (sign === '-' ? -1 : 1) : null,
    weekday: null,
    zone: null,
  };
  return { kind: 'wall', text, rest: '', wall };
}

function ago(text: string): Parsed | null {
  const words = text.replace(HEDGES, '');
  for (const candidate of [words, words.replace(ONE, '1 ')]) {
    const unitMs = relativeUnit(relativeKey(candidate));
    const count = /\d+/.exec(candidate);
    if (unitMs && count) return { kind: 'ago', count: Number(count[0]), unitMs, text, rest: '' };
  }
  return null;
}

function clockOf(match: RegExpExecArray): number | null {
  const [, before, hours, minutes, seconds, after] = match;
  let hour = Number(hours);
  const half = (before ?? after)?.toLowerCase();
  if (half) {
    if (hour > 12) return null;
    const late = /^(오후|下午|晚上|p)/.test(half);
    hour = (hour % 12) + (late ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
}

function wall(text: string): Parsed | null {
  let rest = text.replace(/(\d)T(\d{2}:)/, '$1 $2').replace(/(?<=\d)-(\p{L}+)-(?=\d)/u, ' $1 ');
  let clockMs: number | null = null;
  let offsetMs: number | null = null;
  let zone: string | null = null;
  const clock = CLOCK.exec(rest);
  if (clock) {
    clockMs = clockOf(clock);
    if (clockMs === null) return null;
    let tail = rest.slice(clock.index + clock[0].length);
    const [whole, name = '', sign, hours = 0, minutes] = OFFSET.exec(tail)!;
    const base = ABBREVIATIONS[name];
    if (base !== undefined || (name === '' && sign && minutes)) {
      const shift = (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -60_000 : 60_000);
      offsetMs = base ? base * 3_600_000 : shift;
      tail = tail.slice(whole.length);
    }
    tail = tail.replace(NAMED_ZONE, (_whole, name: string) => {
      zone = name;
      return '';
    });
    rest = `${rest.slice(0, clock.index)} ${tail}`;
  }
  const date = numericDate(rest) ?? namedDate(rest) ?? wordDate(rest, clockMs);
  if (!date) return null;
  let weekday: number | null = null;
  const left = date.rest.replace(/\p{L}+/gu, (word) => {
    const found = weekdayOf(word);
    if (found === undefined) return word;
    weekday = found;
    return '';
  });
  const filler = /(?<!\p{L})(at|um|uhr|alle|ore|a las|on|am|el|il|h)(?!\p{L})/giu;
  return {
    kind: 'wall',
    text,
    rest: left
      .replace(filler, '')
      .replace(/[\s,.:()|·•@–-]+/g, ' ')
      .trim(),
    wall: { ...date.parts, clockMs, offsetMs, weekday, zone },
  };
}

interface DateMatch {
  parts: Pick<WallParts, 'year' | 'month' | 'day' | 'swappable' | 'daysBack'>;
  rest: string;
}

const dateParts = (year: number | null, month: number, day: number, swappable = false) => ({
  ...{ year, month, day, swappable },
  daysBack: null,
});

function dated(
  match: RegExpExecArray,
  rest: string,
  year: number | null,
  month: number,
  day: number,
  swappable = false,
): DateMatch {
  return {
    parts: dateParts(year, month, day, swappable),
    rest: `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`,
  };
}

function numericDate(rest: string): DateMatch | null {
  const first = YEAR_FIRST.exec(rest);
  if (first) return dated(first, rest, Number(first[1]), Number(first[2]), Number(first[3]));
  const numeric = NUMERIC.exec(rest);
  if (numeric) {
    const [a, b] = [Number(numeric[1]), Number(numeric[3])];
    const dotted = numeric[2] === '.';
    // "5.2.23" may be a version: two digits make a year only after two and two.
    const short = numeric[4]!.length === 2;
    if (short && (numeric[2] === '-' || numeric[0].length < 8)) return null;
    const year = Number(short ? `20${numeric[4]}` : numeric[4]);
    if (b > 12) return dated(numeric, rest, year, a, b);
    // "21/11/26" may be year, month, day too: its page must say that the day comes first.
    return dated(numeric, rest, year, b, a, !dotted && (short || (a <= 12 && a !== b)));
  }
  const eastern = MONTH_DAY.exec(rest);
  return eastern && dated(eastern, rest, null, Number(eastern[1]), Number(eastern[2]));
}

/** Named months; where a word is also a weekday's ("mar"), another month in the text wins. */
function namedDate(rest: string): DateMatch | null {
  let found: DateMatch | null = null;
  for (const match of rest.matchAll(WORD)) {
    const day = match[1] ?? match[3];
    if (day === undefined) continue;
    const month = monthOf(match[2]!);
    if (month === undefined) continue;
    const date = dated(match, rest, null, month + 1, Number(day));
    if (match[1] === undefined)
      date.rest = date.rest.replace(new RegExp(`(?<!\\d)${day}(st|nd|rd|th)?(?!\\d)`), ' ');
    const year = /(?<![\d:])(?:19|20)\d{2}(?![\d:])/.exec(date.rest);
    if (year) {
      date.parts.year = Number(year[0]);
      date.rest = date.rest.replace(year[0], ' ').replace(/\bdel?\b/i, '');
    }
    if (weekdayOf(match[2]!) === undefined) return date;
    found = date;
  }
  return found;
}

function wordDate(rest: string, clockMs: number | null): DateMatch | null {
  if (clockMs === null) return null;
  for (const match of rest.matchAll(/\p{L}+/gu)) {
    const daysBack = dayWord(match[0]);
    if (daysBack === undefined) continue;
    return {
      parts: { year: null, month: 0, day: 0, swappable: false, daysBack },
      rest: rest.replace(match[0], ' '),
    };
  }
  return null;
}
