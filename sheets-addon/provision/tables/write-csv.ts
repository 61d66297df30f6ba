/** A tab's rows as CSV: UTF-8 with its mark, comma, CRLF; dates as ISO, so that no locale can read them otherwise. */
import {
  type Cell,
  type Column,
  dateOfSerial,
  FIRST_SERIAL,
  type Format,
  LAST_SERIAL,
  type Row,
  timeOfSerial,
} from '#core/tracker/index.ts';
import { guarded } from './csv-guard.ts';

const MARK = '\ufeff';
const NUMBERS: readonly Format[] = ['hours', 'integer', 'limit', 'number', 'percent'];
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

export type Written = Pick<Column, 'id' | 'header' | 'format'>;

export function writeCsv(columns: readonly Written[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ header }) => field(header)),
    ...rows.map((row) => columns.map((column) => field(shown(row[column.id], column)))),
  ];
  return MARK + lines.map((fields) => `${fields.join(',')}\r\n`).join('');
}

function shown(cell: Cell | undefined, { format }: Written): string | number {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const isDate = format === 'date' && typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL;
  // A number in text is none to the tracker; it must not become one on the way.
  if (typeof cell === 'string' && NUMBERS.includes(format) && NUMBER.test(cell)) return `'${cell}`;
  if (isDate) return dateOfSerial(Math.floor(cell));
  return format === 'date-time' && typeof cell === 'number' ? timeOfSerial(cell) : cell;
}

/** A number is written as it is, below zero too; only what was text can be taken for a formula. */
function field(value: string | number): string {
  if (value === '') return value;
  const text = typeof value === 'number' ? String(value) : guarded(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
