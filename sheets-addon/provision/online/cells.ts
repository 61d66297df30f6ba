/** Cells as the Sheets API takes them. A text is always sent as a text: Google never looks for a formula in it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Cell, type Format, NUMBER_FORMATS } from '#core/tracker/index.ts';

export type CellData = sheets_v4.Schema$CellData;
export type CellFormat = sheets_v4.Schema$CellFormat;

const TYPES: Record<Format, string> = {
  text: 'TEXT',
  date: 'DATE',
  'date-time': 'DATE_TIME',
  hours: 'NUMBER',
  number: 'NUMBER',
  integer: 'NUMBER',
  limit: 'NUMBER',
  percent: 'PERCENT',
};

export function numberFormat(format: Format): { numberFormat: sheets_v4.Schema$NumberFormat } {
  return { numberFormat: { type: TYPES[format], pattern: NUMBER_FORMATS[format] } };
}

export function literal(cell: Cell | undefined): CellData {
  if (cell === null || cell === undefined || cell === '') return {};
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return { userEnteredValue: { stringValue: cell } };
}

export function formulaCell(formula: string): CellData {
  return { userEnteredValue: { formulaValue: `=${formula}` } };
}

/** `#1e3a5f` as the API writes colours. */
export function colour(hex: string): sheets_v4.Schema$ColorStyle {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

/** One row of cells, from a place on; `row` and `column` count from 0. */
export function writeRows(
  sheetId: number,
  row: number,
  column: number,
  rows: readonly (readonly CellData[])[],
  fields = 'userEnteredValue',
): sheets_v4.Schema$Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: rows.map((values) => ({ values: [...values] })),
      fields,
    },
  };
}

/** Rows and columns from 0, the last ones outside. */
export function grid(
  sheetId: number,
  row: number,
  column: number,
  rows: number,
  columns: number,
): sheets_v4.Schema$GridRange {
  return {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + rows,
    startColumnIndex: column,
    endColumnIndex: column + columns,
  };
}

export function sameRange(a: sheets_v4.Schema$GridRange | undefined, b: sheets_v4.Schema$GridRange): boolean {
  return (
    (a?.sheetId ?? 0) === (b.sheetId ?? 0) &&
    a?.startRowIndex === b.startRowIndex &&
    a?.endRowIndex === b.endRowIndex &&
    a?.startColumnIndex === b.startColumnIndex &&
    a?.endColumnIndex === b.endColumnIndex
  );
}
