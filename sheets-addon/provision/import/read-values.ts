/**
 * What the file's cells say, column by column. Nothing is guessed: a date or a number that can be read in two
 * ways stays the text that it was, and the preview says so.
 */
import { LANGUAGES } from '#core';
import type { Rulebook } from '#core/rulebook/schema.ts';
import {
  type Cell,
  type Column,
  dateOfSerial,
  describeTracker,
  FIRST_SERIAL,
  LAST_SERIAL,
  type Row,
  serialOf,
  tabOf,
  type Workbook,
} from '#core/tracker/index.ts';
import { formerEntries } from '../../former-words.ts';
import { shown } from './source.ts';

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 86_400;

export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type DecimalSign = 'comma' | 'point';

export interface Readings {
  dates?: DateOrder | undefined;
  decimal?: DecimalSign | undefined;
}

export interface ReadColumn {
  cells: Cell[];
  /** Places, from 0, of cells that stayed text although the column holds dates or numbers. */
  unread: number[];
}

/** Words of a dropdown in any language, in the tracker's own. */
export type Translations = ReadonlyMap<string, string>;

export function readColumn(
  values: readonly Cell[],
  { format }: Column,
  readings: Readings,
  words: Translations,
): ReadColumn {
  if (format === 'date') return converted(values, dateReader(values, readings.dates));
  if (format === 'date-time') return converted(values, timeReader(values, readings.dates));
  if (format === 'hours') return converted(values, hoursReader(values, readings.decimal));
  if (format !== 'text') return converted(values, numberReader(values, readings.decimal));
  const cells = values.map((value): Cell => {
    const text = shown(value);
    return text === '' ? null : (words.get(text.toLowerCase()) ?? (typeof value === 'string' ? value : text));
  });
  return { cells, unread: [] };
}

function converted(values: readonly Cell[], read: (text: string) => number | null): ReadColumn {
  const unread: number[] = [];
  const cells = values.map((value, place): Cell => {
    if (typeof value === 'number') return value;
    const text = shown(value);
    if (text === '') return null;
    const number = read(text);
    if (number === null) unread.push(place);
    return number ?? text;
  });
  return { cells, unread };
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const SHORT = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})(?:[T ,].*)?$/;
const EAST = /^(\d{4})[年년.]\s*(\d{1,2})[月월.]\s*(\d{1,2})[日일.]?$/;

/** The order of day and month is that of the whole column: one 31 in it decides for all. */
function dateReader(values: readonly Cell[], wanted: DateOrder | undefined): (text: string) => number | null {
  const pairs = values.flatMap((value) => {
    const found = SHORT.exec(shown(value));
    return found?.[3]?.length === 4 ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  const isDayFirst = pairs.some(([first]) => first > 12);
  const isMonthFirst = pairs.some(([, second]) => second > 12);
  const seen = isDayFirst === isMonthFirst ? undefined : isDayFirst ? 'dmy' : 'mdy';
  const order = wanted ?? seen;
  return (text) => {
    const far = ISO.exec(text) ?? EAST.exec(text);
    if (far) return serialFrom(far[1]!, far[2]!, far[3]!);
    const short = SHORT.exec(text);
    if (!short || order === undefined || order === 'ymd') return null;
    const [day, month] = order === 'dmy' ? [short[1]!, short[2]!] : [short[2]!, short[1]!];
    const year = short[3]!;
    // "08.06.26" may begin with its year: only whoever has named the order has said which of the three that is.
    if (year.length === 2) return wanted === undefined ? null : serialFrom(`20${year}`, month, day);
    return serialFrom(year, month, day);
  };
}

const CLOCK = /(?:[T,]|(?<!\s) )\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const DATE_ALONE = /^\d{1,4}[-/. 年년월月]+\d{1,2}[-/. 月월]+\d{1,4}[日일.]?$/;

/** A date with its time of day, on a clock of 24 hours; a date without one is the day itself. */
function timeReader(values: readonly Cell[], wanted: DateOrder | undefined): (text: string) => number | null {
  const read = dateReader(values, wanted);
  return (text) => {
    const clock = CLOCK.exec(text);
    const date = clock ? text.slice(0, clock.index) : text;
    // What else stands there, such as a zone or "pm", would change the time.
    const day = DATE_ALONE.test(date) ? read(date) : null;
    const [, hour = '0', minute = '0', second = '0'] = clock ?? [];
    if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
    return day + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) / SECONDS_PER_DAY;
  };
}

function serialFrom(year: string, month: string, day: string): number | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    const serial = serialOf(date);
    // The year 26 is a slip of the pen, and no spreadsheet has it.
    const isInReach = serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
    return isInReach && dateOfSerial(serial) === date ? serial : null;
  } catch (error) {
    // The 31st of June: no date, and no fault of ours.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const CLOCKED = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;

/** Hours as a number, or as hours and minutes. */
function hoursReader(
  values: readonly Cell[],
  wanted: DecimalSign | undefined,
): (text: string) => number | null {
  const read = numberReader(values, wanted);
  return (text) => {
    const [, hours, minutes, seconds = '0'] = CLOCKED.exec(text) ?? [];
    if (hours === undefined) return read(text);
    return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) / SECONDS_PER_HOUR;
  };
}

const WHOLE = /^[+-]?\d+$/;
const WITH_POINT = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$/;
const WITH_COMMA = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/;
/** "1,500" and "1.500": a thousand and a half, or one and a half. */
const EITHER = /^[+-]?\d{1,3}[.,]\d{3}$/;

function numberReader(
  values: readonly Cell[],
  wanted: DecimalSign | undefined,
): (text: string) => number | null {
  const texts = values.filter((value) => typeof value === 'string').map(shown);
  const sure = texts.filter((text) => !EITHER.test(text));
  const hasPoint = sure.some((text) => WITH_POINT.test(text));
  const hasComma = sure.some((text) => WITH_COMMA.test(text));
  const seen = hasPoint === hasComma ? undefined : hasComma ? 'comma' : 'point';
  const sign = wanted ?? seen;
  return (text) => {
    if (WHOLE.test(text)) return Number(text);
    if (sign === 'comma' && WITH_COMMA.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
    if (sign === 'point' && WITH_POINT.test(text)) return Number(text.replaceAll(',', ''));
    return null;
  };
}

/** The words of each list in every language, and their ids, for the tracker's own. */
export function listWords(rulebook: Rulebook, language: string): ReadonlyMap<string, Translations> {
  const listed = LANGUAGES.map((other) => ({
    other,
    book: describeTracker({ language: other, rulebook }),
  }));
  const rowsIn = (book: Workbook) => tabOf(book, 'lists').rows;
  const own = rowsIn(listed.find(({ other }) => other === language)!.book);
  const found = new Map<string, Map<string, string>>();
  for (const { book } of listed) {
    for (const [place, row] of rowsIn(book).entries()) addWords(found, row, own[place]);
  }
  for (const { book } of listed) {
    for (const [list, words] of found) addFormer(words, formerEntries(book, list));
  }
  return found;
}

/** The words of one row in one language, each with ours of the same place; the first meaning of a word holds. */
function addWords(found: Map<string, Map<string, string>>, row: Row, own: Row | undefined): void {
  for (const [column, word] of Object.entries(row)) {
    const list = column.replace(/Id$/, '');
    const ours = own?.[list];
    if (typeof word !== 'string' || typeof ours !== 'string') continue;
    const words = found.get(list) ?? new Map<string, string>();
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), ours);
    found.set(list, words);
  }
}

/** A word of today stays what it is, in whatever language another one was called so. */
function addFormer(words: Map<string, string>, entries: ReturnType<typeof formerEntries>): void {
  for (const { former, today } of entries) {
    const ours = words.get(today.toLowerCase());
    if (ours !== undefined && !words.has(former.toLowerCase())) words.set(former.toLowerCase(), ours);
  }
}
