/** The file that a manager has today, as a table: its headers, and its rows with their numbers in the file. */
import { readXlsx } from 'hucre/xlsx';
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

export async function readSource(bytes: Uint8Array, wantedSheet?: string): Promise<Source | SourceProblem> {
  const isZip = ZIP.every((byte, index) => bytes[index] === byte);
  if (!isZip) return tableOf(readCsv(bytes).rows, [], undefined);
  const sheets = await sheetsOf(bytes);
  if ('problem' in sheets) return sheets;
  const names = sheets.map(({ name }) => name);
  const chosen = wantedSheet === undefined ? sheets[0] : sheets.find(({ name }) => name === wantedSheet);
  if (!chosen) return { problem: 'no-such-sheet', detail: wantedSheet ?? '', sheets: names };
  return tableOf(chosen.rows, names, chosen.name);
}

async function sheetsOf(bytes: Uint8Array): Promise<{ name: string; rows: Cell[][] }[] | SourceProblem> {
  try {
    const { sheets } = await readXlsx(bytes);
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellOf)) }));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { problem: 'unreadable', detail, sheets: [] };
  }
}

/** The first row with the most filled cells is the header: what stands above it is a title. */
function tableOf(
  rows: readonly Cell[][],
  sheets: string[],
  sheet: string | undefined,
): Source | SourceProblem {
  const filled = rows
    .slice(0, TITLE_ROWS)
    .map((row) => (row ?? []).filter((cell) => shown(cell) !== '').length);
  const widest = Math.max(0, ...filled);
  const header = filled.findIndex((count) => count > 0 && count * 2 > widest);
  if (header < 0) return { problem: 'empty', detail: sheet ?? '', sheets };
  return {
    headers: (rows[header] ?? []).map(shown),
    rows: rows
      .map((cells, index) => ({ number: index + 1, cells: cells ?? [] }))
      .slice(header + 1)
      .filter(({ cells }) => cells.some((cell) => shown(cell) !== '')),
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
