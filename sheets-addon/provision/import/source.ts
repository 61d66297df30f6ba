/** The file that a manager has today, as a table: its headers, and its rows with their numbers in the file. */
import { readXlsx, streamXlsxRows } from 'hucre';
import type { Cell } from '#core/tracker/index.ts';
import { readCsv } from '../tables/read-csv.ts';

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

/** A zip's first bytes; anything else is taken for CSV. */
const ZIP = [0x50, 0x4b];
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** How many rows are looked at for the one with the headers. */
const TITLE_ROWS = 20;
/** A spreadsheet has no more rows. */
const MOST_ROWS = 1_048_576;
/** A row is as long as its last cell is far out: many of those would fill the memory. */
const MOST_CELLS = 20_000_000;

export async function readSource(bytes: Uint8Array, wantedSheet?: string): Promise<Source | SourceProblem> {
  const isZip = ZIP.every((byte, index) => bytes[index] === byte);
  if (!isZip) {
    const rows = readCsv(bytes).rows.map((cells, index) => ({ number: index + 1, cells }));
    return tableOf(rows, [], undefined);
  }
  try {
    const sheets = await sheetNames(bytes);
    const chosen = wantedSheet === undefined ? sheets[0] : sheets.find((name) => name === wantedSheet);
    if (chosen === undefined) return { problem: 'no-such-sheet', detail: wantedSheet ?? '', sheets };
    return tableOf(await rowsOf(bytes, chosen), sheets, chosen);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { problem: 'unreadable', detail, sheets: [] };
  }
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

/** The first row with the most filled cells is the header: what stands above it is a title. */
function tableOf(
  rows: readonly SourceRow[],
  sheets: string[],
  sheet: string | undefined,
): Source | SourceProblem {
  const filled = rows
    .slice(0, TITLE_ROWS)
    .map(({ cells }) => cells.filter((cell) => shown(cell) !== '').length);
  const widest = Math.max(0, ...filled);
  const header = filled.findIndex((count) => count > 0 && count * 2 > widest);
  if (header < 0) return { problem: 'empty', detail: sheet ?? '', sheets };
  return {
    headers: rows[header]!.cells.map(shown),
    rows: rows.slice(header + 1).filter(({ cells }) => cells.some((cell) => shown(cell) !== '')),
    sheets,
    sheet,
  };
}

/** A date becomes the number that every spreadsheet has for it; what a broken file calls a number stays text. */
export function cellOf(value: unknown): Cell {
  const plain = value instanceof Date ? (value.getTime() - EPOCH_MS) / DAY_MS : value;
  if (typeof plain === 'number') return Number.isFinite(plain) ? plain : String(plain);
  return typeof plain === 'string' || typeof plain === 'boolean' ? plain : null;
}

export function shown(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}
