/** Where the tabs and columns of a tracker are, by the marks that move with them. */
import { COLUMN_MARK, TAB_MARK } from '#core/tracker/marks.ts';
import { columnLetters, quotedTitle } from '#core/tracker/notation.ts';
import type { Cell, Row } from '#core/tracker/rows.ts';

/** What Google holds of a cell of the row that a new one is made like. */
export interface ModelCell {
  userEnteredValue?: { formulaValue?: string };
  dataValidation?: { condition?: { type?: string; values?: unknown } };
}

/** The header stands in the first row of every tab that people type in. */
export const FIRST_ROW = 1;

interface Mark {
  metadataKey?: string;
  metadataValue?: string;
  location?: {
    sheetId?: number;
    dimensionRange?: { sheetId?: number; dimension?: string; startIndex?: number };
  };
}
export interface FoundMarks {
  matchedDeveloperMetadata?: { developerMetadata?: Mark }[];
}
export interface FoundValues {
  valueRanges?: { values?: Cell[][] }[];
}
export interface FoundCells {
  sheets?: { data?: { rowData?: { values?: ModelCell[] }[] }[] }[];
}
export interface Properties {
  sheetId?: number;
  title?: string;
  gridProperties?: { rowCount?: number };
}

export interface Place {
  sheetId: number;
  title: string;
  rowCount: number;
  columns: Record<string, number>;
}

export function placesOf(sheets: readonly Properties[], marks: readonly Mark[]): Map<string, Place> {
  return new Map(
    sheets.flatMap(({ sheetId = 0, title = '', gridProperties }) => {
      const tab = marks.find(
        ({ metadataKey, location }) => metadataKey === TAB_MARK && location?.sheetId === sheetId,
      );
      const columns = marks.flatMap(({ metadataKey, metadataValue, location }): [string, number][] => {
        const range = location?.dimensionRange;
        const isHere =
          metadataKey === COLUMN_MARK && (range?.sheetId ?? 0) === sheetId && range?.dimension === 'COLUMNS';
        return isHere && metadataValue !== undefined ? [[metadataValue, range.startIndex ?? 0]] : [];
      });
      if (tab?.metadataValue === undefined) return [];
      const rowCount = gridProperties?.rowCount ?? 0;
      return [
        [tab.metadataValue, { sheetId, title, rowCount, columns: Object.fromEntries(columns) }] as const,
      ];
    }),
  );
}

/** Where a spreadsheet is asked for what its cells hold, dates as numbers. */
export function valuesPath(ranges: readonly string[]): string {
  const query = new URLSearchParams([
    ...ranges.map((range) => ['ranges', range]),
    ['valueRenderOption', 'UNFORMATTED_VALUE'],
    ['dateTimeRenderOption', 'SERIAL_NUMBER'],
  ]);
  return `/values:batchGet?${query}`;
}

export function columnRange({ title, columns }: Place, column: string): string {
  const letters = columnLetters(columns[column]!);
  return `${quotedTitle(title)}!${letters}${FIRST_ROW + 1}:${letters}`;
}

export function cellRange({ title, columns }: Place, column: string, row: number): string {
  return `${quotedTitle(title)}!${columnLetters(columns[column]!)}${row}`;
}

const ROW_FIELDS = 'sheets(data(rowData(values(userEnteredValue(formulaValue),dataValidation))))';

/** Where a spreadsheet is asked for the formulas and checks of a whole row, counted from 0. */
export function rowPath({ title }: Place, row: number): string {
  const range = `${quotedTitle(title)}!${row + 1}:${row + 1}`;
  return `?${new URLSearchParams({ ranges: range, fields: ROW_FIELDS })}`;
}

export function rowsOf({ columns }: Place, values: readonly Cell[][]): Row[] {
  const ids = Object.entries(columns);
  return values
    .slice(FIRST_ROW)
    .map((cells) => Object.fromEntries(ids.map(([id, place]) => [id, cellOf(cells[place])])));
}

export function cellOf(value: Cell | undefined): Cell {
  return value === undefined || value === '' ? null : value;
}
