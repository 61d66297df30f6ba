/** Reading what people typed, exactly as the sheet's own formulas read it. */
import { parseLocalDate } from '../../time/local-date.ts';
import { type Cell, dateOfSerial, FIRST_SERIAL, LAST_SERIAL, type Row, serialOf } from '../rows.ts';

export interface ReadDate {
  serial: number;
  date: string;
}
export type DateReading = 'blank' | 'unreadable' | ReadDate;
export type HoursReading = 'blank' | 'not-a-number' | 'below-zero' | { hours: number };

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sheet's CLEAN removes these
const CONTROL = /[\u0000-\u001f]/g;

/** Without spaces around it, and with single ones inside: what the sheet's TRIM leaves. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
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
  const text = textOf(cell);
  if (text === '') return 'blank';
  const serial = typeof cell === 'number' ? Math.floor(cell) : isoSerial(text);
  if (serial === null || serial < FIRST_SERIAL || serial > LAST_SERIAL) return 'unreadable';
  return { serial, date: dateOfSerial(serial) };
}

/** Whether a stretch of days ends before it begins. */
export function isReversed(from: DateReading, until: DateReading): boolean {
  return typeof from === 'object' && typeof until === 'object' && until.serial < from.serial;
}

function isoSerial(text: string): number | null {
  return typeof parseLocalDate(text) === 'number' ? serialOf(text) : null;
}

export function readHours(cell: Cell | undefined): HoursReading {
  if (textOf(cell) === '') return 'blank';
  if (typeof cell !== 'number') return 'not-a-number';
  return cell < 0 ? 'below-zero' : { hours: cell };
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
