/** Reading what people typed, exactly as the sheet's own formulas read it. */
import { parseLocalDate } from '../../time/local-date.ts';
import { DAY_MS, SECOND_MS } from '../../time/units.ts';
import {
  type Cell,
  dateOfSerial,
  FIRST_SERIAL,
  LAST_SERIAL,
  LAST_TIME_SERIAL,
  type Row,
  serialOf,
} from '../rows.ts';
import { meaningOf } from '../yes-no.ts';

export const SECONDS_PER_DAY = DAY_MS / SECOND_MS;

export interface ReadDate {
  readonly serial: number;
  readonly date: string;
}
export type DateReading = 'blank' | 'unreadable' | ReadDate;
export type TimeReading = 'blank' | 'unreadable' | { seconds: number };
export type HoursReading = 'blank' | 'not-a-number' | 'below-zero' | { hours: number };

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sheet's CLEAN removes these
const CONTROL = /[\u0000-\u001f]/g;

/** Without spaces around it, and with single ones inside: what the sheet's TRIM leaves. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
  // Nearly every cell is read as it stands, and a tracker has millions.
  if (!(text.startsWith(' ') || text.endsWith(' ') || text.includes('  '))) return text;
  return text.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

/** An address or a name, ready to be compared. */
export function addressOf(cell: Cell | undefined): string {
  return textOf(textOf(cell).replaceAll('\u00a0', ' ').replace(CONTROL, '')).toLowerCase();
}

export function isUsed(row: Row, typed: readonly string[]): boolean {
  return typed.some((id) => {
    const cell = row[id];
    return cell !== null && cell !== undefined && cell !== '';
  });
}

/** A date cell, or an ISO date in text; anything else is unreadable, never a guess. */
export function readDate(cell: Cell | undefined): DateReading {
  if (typeof cell === 'number') return dateAt(Math.floor(cell));
  const text = textOf(cell);
  if (text === '') return 'blank';
  const serial = isoSerial(text);
  return serial === null ? 'unreadable' : dateAt(serial);
}

/** A tracker has far fewer dates than cells with one. */
const known = new Map<number, ReadDate>();
const MOST_KNOWN = 20_000;

function dateAt(serial: number): ReadDate | 'unreadable' {
  const read = known.get(serial);
  if (read) return read;
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return 'unreadable';
  if (known.size === MOST_KNOWN) known.clear();
  const fresh = { serial, date: dateOfSerial(serial) };
  known.set(serial, fresh);
  return fresh;
}

/** Whether a stretch of days ends before it begins. */
export function isReversed(from: DateReading, until: DateReading): boolean {
  return typeof from === 'object' && typeof until === 'object' && until.serial < from.serial;
}

function isoSerial(text: string): number | null {
  return typeof parseLocalDate(text) === 'number' ? serialOf(text) : null;
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** A date with its time of day, as whole seconds since the spreadsheet's first day; a date alone is its 00:00. */
export function readTime(cell: Cell | undefined): TimeReading {
  if (typeof cell === 'number') return timeAt(Math.round(cell * SECONDS_PER_DAY));
  const text = textOf(cell);
  return text === '' ? 'blank' : timeAt(isoSeconds(text));
}

function timeAt(seconds: number): TimeReading {
  const isKnown =
    seconds >= FIRST_SERIAL * SECONDS_PER_DAY && seconds < (LAST_TIME_SERIAL + 1) * SECONDS_PER_DAY;
  return isKnown ? { seconds } : 'unreadable';
}

/** `NaN` where the text is no time. */
function isoSeconds(text: string): number {
  const [, date = '', hour = '00', minute = '00', second = '00'] =
    ISO_TIME.exec(text.replaceAll('T', ' ')) ?? [];
  const day = isoSerial(date);
  if (day === null || hour > '23' || minute > '59' || second > '59') return Number.NaN;
  return day * SECONDS_PER_DAY + (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
}

export function readHours(cell: Cell | undefined): HoursReading {
  if (typeof cell !== 'number') return textOf(cell) === '' ? 'blank' : 'not-a-number';
  return cell < 0 ? 'below-zero' : { hours: cell };
}

type YesNoReading = 'blank' | 'unreadable' | boolean;

/** A box that is ticked or not, or a word of any language for it. */
export function readYesNo(cell: Cell | undefined): YesNoReading {
  const text = textOf(cell);
  return text === '' ? 'blank' : (meaningOf(text) ?? 'unreadable');
}

/** A limit that a contract or the Rules tab sets; `null` where the cell holds none. */
export function readLimit(cell: Cell | undefined): number | null {
  return typeof cell === 'number' && cell > 0 ? cell : null;
}

/** Place of a text in a list, whatever its case; -1 where it is not there. */
export function placeIn(list: readonly string[], text: string): number {
  const wanted = text.toLowerCase();
  return wanted === '' ? -1 : list.findIndex((entry) => entry.toLowerCase() === wanted);
}
