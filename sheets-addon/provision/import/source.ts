/** The file that a manager has today, as a table: its headers, and its rows with their numbers in the file. */
import { readXlsx, streamXlsxRows } from 'hucre';
import { type Cell, FIRST_SERIAL } from '#core/tracker/index.ts';
import { readCsv } from '../tables/read-csv.ts';
import { Unusual, unpackedSize } from '../workbook/zip-entries.ts';

export interface SourceRow {
  /** As the file's own program shows it, from 1. */
  number: number;
  cells: Cell[];
}

export interface Source {
  headers: string[];
  rows: SourceRow[];
  /** Sheets of a workbook; none for CSV. */
  sheets: string[];
  /** Which of them was read. */
  sheet: string | undefined;
}

export type SourceProblem = {
  problem: 'empty' | 'no-such-sheet' | 'unreadable';
  detail: string;
  sheets: string[];
};

/** A zip's first bytes, and those of a workbook from before .xlsx; anything else is taken for CSV. */
const ZIP = [0x50, 0x4b];
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** How many rows are looked at for the one with the headers. */
const TITLE_ROWS = 20;
/** A spreadsheet has no more rows. */
const MOST_ROWS = 1_048_576;
/** Nor more columns: ZZZ is Google's last. */
const MOST_COLUMNS = 18_278;
/** A row is as long as its last cell is far out: many of those would fill the memory. */
const MOST_CELLS = 20_000_000;

const GIGABYTE = 1024 * 1024 * 1024;
/** What a workbook that somebody wrote becomes when it is unpacked, with room to spare. */
const MOST_BYTES = GIGABYTE;
/** Sheets that are looked at for the one that is meant; of more its user names it. */
const MOST_SHEETS = 100;

/** How many of a row's texts name a column that is looked for. */
type Recognise = (headers: readonly string[]) => number;

export async function readSource(
  bytes: Uint8Array,
  wantedSheet?: string,
  recognise: Recognise = () => 0,
): Promise<Source | SourceProblem> {
  const beginsWith = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (beginsWith(OLD_WORKBOOK)) return { problem: 'unreadable', detail: '.xls', sheets: [] };
  if (!beginsWith(ZIP)) {
    const rows = readCsv(bytes).rows.map((cells, index) => ({ number: index + 1, cells }));
    if (rows.some(({ cells }) => cells.length > MOST_COLUMNS)) {
      return { problem: 'unreadable', detail: `> ${MOST_COLUMNS} columns`, sheets: [] };
    }
    return tableOf(rows, { sheets: [], sheet: undefined }, recognise);
  }
  try {
    refuseBomb(bytes);
    const sheets = await sheetNames(bytes);
    const chosen =
      wantedSheet === undefined
        ? await knownSheet(bytes, sheets, recognise)
        : sheets.find((name) => name === wantedSheet);
    if (chosen === undefined) return { problem: 'no-such-sheet', detail: wantedSheet ?? '', sheets };
    return tableOf(await rowsOf(bytes, chosen), { sheets, sheet: chosen }, recognise);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { problem: 'unreadable', detail, sheets: [] };
  }
}

/** Half a megabyte can be packed so that it fills the memory and takes minutes. */
function refuseBomb(bytes: Uint8Array): void {
  if (sizeOf(bytes) > MOST_BYTES) throw new RangeError(`> ${MOST_BYTES / GIGABYTE} GB`);
}

function sizeOf(bytes: Uint8Array): number {
  try {
    return unpackedSize(Buffer.from(bytes));
  } catch (error) {
    // What the directory of an unusual archive means, its reader knows, and has a bound of its own.
    if (error instanceof Unusual || error instanceof RangeError) return 0;
    throw error;
  }
}

/** The sheet whose header names the most columns, whatever it is called; without any, the first. */
async function knownSheet(
  bytes: Uint8Array,
  sheets: readonly string[],
  recognise: Recognise,
): Promise<string | undefined> {
  let best = { sheet: sheets[0], names: ENOUGH_NAMES - 1 };
  for (const sheet of sheets.slice(0, MOST_SHEETS)) {
    const names = namedHeader(await firstTexts(bytes, sheet), recognise)?.names ?? 0;
    if (names > best.names) best = { sheet, names };
  }
  return best.sheet;
}

async function firstTexts(bytes: Uint8Array, sheet: string): Promise<string[][]> {
  const texts: string[][] = [];
  for await (const { values } of streamXlsxRows(bytes, { sheet })) {
    texts.push(values.map((value) => shown(cellOf(value))));
    if (texts.length === TITLE_ROWS) break;
  }
  return texts;
}

async function sheetNames(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  const collect = ({ name }: { name: string }) => {
    names.push(name);
    return false;
  };
  await readXlsx(bytes, { sheets: collect });
  return names;
}

/** Row by row as they are in the file: a lone cell far below the others costs one row, not all that lie between. */
async function rowsOf(bytes: Uint8Array, sheet: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  let cells = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (!(Number.isInteger(index) && index >= 0 && index < MOST_ROWS)) {
      throw new RangeError(`row ${index + 1}`);
    }
    cells += values.length;
    if (cells > MOST_CELLS) throw new RangeError(`> ${MOST_CELLS} cells`);
    rows.push({ number: index + 1, cells: values.map(cellOf) });
  }
  return rows;
}

/** What stands above the header is a title, and is left out. */
function tableOf(
  rows: readonly SourceRow[],
  { sheets, sheet }: Pick<Source, 'sheets' | 'sheet'>,
  recognise: Recognise,
): Source | SourceProblem {
  const texts = rows.slice(0, TITLE_ROWS).map(({ cells }) => cells.map(shown));
  const header = namedHeader(texts, recognise) ?? widestHeader(texts);
  if (!header) return { problem: 'empty', detail: sheet ?? '', sheets };
  return {
    headers: header.headers,
    rows: rows.slice(header.at + 1).filter(({ cells }) => cells.some((cell) => shown(cell) !== '')),
    sheets,
    sheet,
  };
}

interface Header {
  headers: string[];
  /** Place of its last row. */
  at: number;
}

/** Fewer known names than this may stand in a title as well. */
const ENOUGH_NAMES = 2;

/**
 * The row in which the most columns are named. Where headings stand in two rows, as under a merged cell, what the
 * lower one leaves empty is named by the one above.
 */
function namedHeader(texts: readonly string[][], recognise: Recognise): (Header & { names: number }) | null {
  let best: (Header & { names: number }) | null = null;
  for (const [at, own] of texts.entries()) {
    const above = texts[at - 1] ?? [];
    const length = Math.max(own.length, above.length);
    const both = Array.from({ length }, (_, place) => own[place] || above[place] || '');
    for (const headers of [own, both]) {
      const names = recognise(headers);
      if (names >= ENOUGH_NAMES && names > (best?.names ?? 0)) best = { headers, at, names };
    }
  }
  return best;
}

/** The first row that fills more than half of the widest one's cells. */
function widestHeader(texts: readonly string[][]): Header | null {
  const filled = texts.map((row) => row.filter((text) => text !== '').length);
  const widest = Math.max(0, ...filled);
  const at = filled.findIndex((count) => count > 0 && count * 2 > widest);
  return at < 0 ? null : { headers: texts[at]!, at };
}

/** A date becomes the number that every spreadsheet has for it; what a broken file calls a number stays text. */
export function cellOf(value: unknown): Cell {
  const plain = value instanceof Date ? dateOrDuration((value.getTime() - EPOCH_MS) / DAY_MS) : value;
  if (typeof plain === 'number') return Number.isFinite(plain) ? plain : String(plain);
  return typeof plain === 'string' || typeof plain === 'boolean' ? plain : null;
}

/** The reader moves days before March 1900 on by one, as if that year had been no leap year for spreadsheets. */
const MOVED_BELOW = 61;
const DAY_S = 86_400;
const HOUR_S = 3600;

/** The same of the number itself, as it stands in the file. */
export function timeFromSerial(serial: number): Cell {
  return dateOrDuration(serial < MOVED_BELOW ? serial + 1 : serial);
}

/** Where a spreadsheet shows hours and minutes, as in 26:30, it keeps days: more than a year of them is a date. */
function dateOrDuration(serial: number): number | string {
  if (!(serial < FIRST_SERIAL)) return serial;
  const seconds = Math.round((serial < MOVED_BELOW ? serial - 1 : serial) * DAY_S);
  const two = (count: number) => String(count).padStart(2, '0');
  const hours = `${Math.floor(seconds / HOUR_S)}:${two(Math.floor((seconds % HOUR_S) / 60))}`;
  return seconds % 60 === 0 ? hours : `${hours}:${two(seconds % 60)}`;
}

export function shown(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}
