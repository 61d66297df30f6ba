/** The cells of one sheet, found by looking for them: a parser would spend its time on formulas that nobody asks for. */
import type { Cell } from '#core/tracker/index.ts';
import { decoded, textsBetween } from './xml-text.ts';
import { Unusual } from './zip-entries.ts';

export interface SheetReading {
  xml: string;
  /** Number of the row with the headers, from 1; what stands above it is read as well. */
  headerRow: number;
  /** Whether what is below a header is asked for. */
  isWanted(header: string): boolean;
  /** The shared text of a number. */
  shared(place: number): string;
  /** Whether cells of a style show a number as a date or a time. */
  isTime(style: number): boolean;
  /** What a number means that is shown so. */
  timeOf(serial: number): Cell;
}

const [A, C, Z, ZERO, NINE, LESS, QUOTE, SLASH, SPACE] = [65, 99, 90, 48, 57, 60, 34, 47, 32];
const BEFORE_CELL = '<c ';
const AFTER_CELL = '</c>';
const BEFORE_VALUE = '<v';
const LETTERS = 26;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** A row is as long as its last cell is far out: many of those would fill the memory. */
const MOST_CELLS = 20_000_000;
const NONE: readonly Cell[] = [];
const KIND = / t="(\w+)"/;
const STYLE = / s="(\d+)"/;

/** What a cell's attributes say of it; a sheet has millions of cells and few ways to write these. */
interface Look {
  kind: string;
  isTime: boolean;
}

/** Rows from the first of the sheet, those in between too; cells that nobody asks for are empty. */
export function sheetCells(reading: SheetReading): (readonly Cell[])[] {
  const { xml, headerRow } = reading;
  const from = xml.indexOf('<sheetData');
  if (from < 0) throw new Unusual('no data');
  const end = xml.indexOf('</sheetData>', from);
  const rows: Cell[][] = [];
  const room = { left: MOST_CELLS };
  const lookOf = looks(reading);
  let wanted: boolean[] | null = null;
  let last = MOST_COLUMNS;
  let at = end < 0 ? -1 : nextCell(xml, from);
  while (at >= 0 && at < end) {
    const { row, column, after } = placeAt(xml, at);
    if (row > headerRow && !wanted) {
      wanted = (rows[headerRow - 1] ?? []).map((cell) => reading.isWanted(String(cell)));
      last = wanted.lastIndexOf(true) + 1;
    }
    const isWanted = wanted === null || wanted[column - 1];
    let until = isWanted ? take(reading, lookOf, { rows, room }, { row, column, after }) : after;
    // What stands behind the last of them is most of a row, and no cell of it is looked at.
    if (column >= last) until = endOfRow(xml, until);
    at = nextCell(xml, until);
  }
  return Array.from(rows, (cells) => cells ?? NONE);
}

function looks({ isTime }: SheetReading): (attributes: string) => Look {
  const known = new Map<string, Look>();
  return (attributes) => {
    let look = known.get(attributes);
    if (!look) {
      const kind = KIND.exec(attributes)?.[1] ?? 'n';
      look = { kind, isTime: isTime(Number(STYLE.exec(attributes)?.[1] ?? 0)) };
      known.set(attributes, look);
    }
    return look;
  };
}

/** Cells mostly stand one behind the other. */
function nextCell(xml: string, from: number): number {
  const isHere =
    xml.charCodeAt(from) === LESS && xml.charCodeAt(from + 1) === C && xml.charCodeAt(from + 2) === SPACE;
  return isHere ? from : xml.indexOf(BEFORE_CELL, from);
}

function endOfRow(xml: string, from: number): number {
  const end = xml.indexOf('</row>', from);
  if (end < 0) throw new Unusual('row');
  return end;
}

interface Place {
  row: number;
  column: number;
  /** Where in the part its name ends. */
  after: number;
}

/** The place comes first in each cell, as every program writes it. */
function placeAt(xml: string, at: number): Place {
  if (!xml.startsWith('r="', at + 3)) throw new Unusual('cell');
  let after = at + 6;
  let code = xml.charCodeAt(after);
  let column = 0;
  for (; code >= A && code <= Z; code = xml.charCodeAt(++after)) column = column * LETTERS + code - A + 1;
  let row = 0;
  for (; code >= ZERO && code <= NINE; code = xml.charCodeAt(++after)) row = row * 10 + code - ZERO;
  const isPlace = code === QUOTE && column > 0 && column <= MOST_COLUMNS && row > 0 && row <= MOST_ROWS;
  if (!isPlace) throw new Unusual('place');
  return { row, column, after };
}

/** Takes a cell over; gives where in the part it ends. */
function take(
  reading: SheetReading,
  lookOf: (attributes: string) => Look,
  { rows, room }: { rows: Cell[][]; room: { left: number } },
  { row, column, after }: Place,
): number {
  const { xml } = reading;
  const open = xml.indexOf('>', after);
  if (xml.charCodeAt(open - 1) === SLASH) return open + 1;
  const close = xml.indexOf(AFTER_CELL, open);
  if (open < 0 || close < 0) throw new Unusual('cell');
  const cell = cellIn(reading, lookOf(xml.slice(after + 1, open)), open, close);
  if (cell !== null) room.left -= setCell(rows, row, column, cell);
  if (room.left < 0) throw new Unusual('cells');
  return close + AFTER_CELL.length;
}

/** Gives by how many cells the row has grown. */
function setCell(rows: Cell[][], row: number, column: number, cell: Cell): number {
  const cells = rows[row - 1] ?? [];
  rows[row - 1] = cells;
  const before = cells.length;
  while (cells.length < column) cells.push(null);
  cells[column - 1] = cell;
  return cells.length - before;
}

function cellIn(reading: SheetReading, { kind, isTime }: Look, open: number, close: number): Cell {
  const { xml } = reading;
  if (kind === 'inlineStr') return textsBetween(xml, open, close);
  const value = valueIn(xml, open, close);
  if (value === null) return null;
  if (kind === 'str') return decoded(value);
  if (kind === 's') return reading.shared(Number(value));
  if (kind === 'b') return value === '1';
  if (kind !== 'n') throw new Unusual('kind');
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new Unusual('number');
  return isTime ? reading.timeOf(number) : number;
}

function valueIn(xml: string, open: number, close: number): string | null {
  const at = valueAt(xml, open, close);
  if (at < 0) return null;
  const begins = xml.indexOf('>', at) + 1;
  const ends = xml.indexOf('</v>', begins);
  if (xml.charCodeAt(begins - 2) === SLASH) return null;
  if (ends < 0 || ends > close) throw new Unusual('value');
  return xml.slice(begins, ends);
}

/** Mostly the first thing in a cell; else looked for in this cell alone, as the next one may be far. */
function valueAt(xml: string, open: number, close: number): number {
  if (xml.startsWith(BEFORE_VALUE, open + 1)) return open + 1;
  const within = xml.slice(open, close).indexOf(BEFORE_VALUE);
  return within < 0 ? -1 : open + within;
}
