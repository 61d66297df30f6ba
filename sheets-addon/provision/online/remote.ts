/** A spreadsheet as it stands at Google: its sheets, our marks in it, and what its cells say. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import {
  COLUMN_MARK,
  columnLetters,
  HELPER_MARK,
  quotedTitle,
  TAB_MARK,
  UNFINISHED_MARK,
} from '#core/tracker/index.ts';
import { type Patience, patiently } from '../google/patience.ts';
import type { Services } from '../google/services.ts';

/** On rows that came in with an import. */
export const IMPORT_KEY = 'dueline-import';

/** On a spreadsheet from which an import was taken back. */
export const UNDONE_KEY = 'dueline-undone';

/** On the tab of the service review: which run wrote it last. */
export const REPORT_KEY = 'dueline-report';

/** On a spreadsheet from which columns of ours were taken away. */
export const REMOVED_KEY = 'dueline-removed';

export type Mark = sheets_v4.Schema$DeveloperMetadata;
export type CellValue = string | number | boolean;

export interface RemoteSheet {
  id: number;
  title: string;
  rowCount: number;
  columnCount: number;
  rules: readonly sheets_v4.Schema$ConditionalFormatRule[];
  protections: readonly sheets_v4.Schema$ProtectedRange[];
  hasFilter: boolean;
  isUnfinished: boolean;
  /** Our id of the tab, where it is marked. */
  tabId: string | undefined;
  /** Positions of marked columns, from 0, by our id. */
  columns: ReadonlyMap<string, number>;
}

export interface Remote {
  id: string;
  url: string;
  title: string;
  locale: string;
  timeZone: string;
  sheets: readonly RemoteSheet[];
  names: readonly sheets_v4.Schema$NamedRange[];
  marks: readonly Mark[];
}

const FIELDS = [
  'spreadsheetId',
  'spreadsheetUrl',
  'properties(title,locale,timeZone)',
  'namedRanges',
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),conditionalFormats,protectedRanges,basicFilter(range))',
].join(',');

export interface Access {
  services: Services;
  patience: Patience;
}

export async function readRemote({ services, patience }: Access, spreadsheetId: string): Promise<Remote> {
  const { data } = await patiently(
    'read',
    () => services.sheets.spreadsheets.get({ spreadsheetId, fields: FIELDS }),
    patience,
  );
  const marks = await readMarks({ services, patience }, spreadsheetId);
  const sheets = (data.sheets ?? []).filter(({ properties }) => properties?.gridProperties);
  return {
    id: spreadsheetId,
    url: data.spreadsheetUrl ?? '',
    title: data.properties?.title ?? '',
    locale: data.properties?.locale ?? '',
    timeZone: data.properties?.timeZone ?? '',
    names: data.namedRanges ?? [],
    marks,
    sheets: sheets.map((sheet) => remoteSheet(sheet, marks)),
  };
}

async function readMarks({ services, patience }: Access, spreadsheetId: string): Promise<Mark[]> {
  const keys = [
    ...[TAB_MARK, COLUMN_MARK, HELPER_MARK, UNFINISHED_MARK],
    ...[IMPORT_KEY, UNDONE_KEY, REPORT_KEY, REMOVED_KEY],
  ];
  const requestBody = {
    dataFilters: keys.map((metadataKey) => ({ developerMetadataLookup: { metadataKey } })),
  };
  const { data } = await patiently(
    'read',
    () => services.sheets.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody }),
    patience,
  );
  return (data.matchedDeveloperMetadata ?? []).flatMap(({ developerMetadata }) => developerMetadata ?? []);
}

function remoteSheet(sheet: sheets_v4.Schema$Sheet, marks: readonly Mark[]): RemoteSheet {
  const { sheetId, title, gridProperties } = sheet.properties!;
  const id = sheetId ?? 0;
  const own = (key: string) =>
    marks.filter(({ metadataKey, location }) => metadataKey === key && location?.sheetId === id);
  const columns = marks.flatMap(({ metadataKey, metadataValue, location }) => {
    const place = location?.dimensionRange;
    const isColumn = metadataKey === COLUMN_MARK || metadataKey === HELPER_MARK;
    const isHere = isColumn && place?.sheetId === id && place.dimension === 'COLUMNS';
    return isHere && metadataValue ? [[metadataValue, place.startIndex ?? 0] as const] : [];
  });
  return {
    id,
    title: title ?? '',
    rowCount: gridProperties?.rowCount ?? 0,
    columnCount: gridProperties?.columnCount ?? 0,
    rules: sheet.conditionalFormats ?? [],
    protections: sheet.protectedRanges ?? [],
    hasFilter: sheet.basicFilter !== undefined,
    isUnfinished: own(UNFINISHED_MARK).length > 0,
    tabId: own(TAB_MARK)[0]?.metadataValue ?? undefined,
    columns: new Map(columns),
  };
}

/** Cells of whole sheets, from their first: formulas as they stand, or what cells hold; dates as numbers. */
export async function readCells(
  { services, patience }: Access,
  spreadsheetId: string,
  sheets: readonly RemoteSheet[],
  what: 'FORMULA' | 'UNFORMATTED_VALUE',
): Promise<Map<number, CellValue[][]>> {
  if (sheets.length === 0) return new Map();
  const { data } = await patiently(
    'read',
    () =>
      services.sheets.spreadsheets.values.batchGet({
        spreadsheetId,
        ranges: sheets.map(({ title }) => quotedTitle(title)),
        valueRenderOption: what,
        dateTimeRenderOption: 'SERIAL_NUMBER',
      }),
    patience,
  );
  return new Map(
    sheets.map(({ id }, index) => [id, (data.valueRanges?.[index]?.values ?? []) as CellValue[][]]),
  );
}

export type Validation = sheets_v4.Schema$DataValidationRule;

/** Cells of a sheet, rows and columns from 0; whole rows without the latter. */
export interface CheckedCells {
  sheet: RemoteSheet;
  row: number;
  rows?: number;
  column?: number;
}

/** What is checked in some cells, by sheet, row and column (from 0). */
export async function readValidations(
  { services, patience }: Access,
  spreadsheetId: string,
  cells: readonly CheckedCells[],
): Promise<(sheet: number, row: number, column: number) => Validation | undefined> {
  if (cells.length === 0) return () => undefined;
  const { data } = await patiently(
    'read',
    () =>
      services.sheets.spreadsheets.get({
        spreadsheetId,
        ranges: cells.map(rangeOf),
        fields: 'sheets(properties(sheetId),data(startRow,startColumn,rowData(values(dataValidation))))',
      }),
    patience,
  );
  const found = new Map<string, Validation>();
  for (const { properties, data: parts } of data.sheets ?? []) {
    for (const part of parts ?? []) keepChecks(part, properties?.sheetId ?? 0, found);
  }
  return (sheet, row, column) => found.get(`${sheet} ${row} ${column}`);
}

function keepChecks(
  { startRow, startColumn, rowData }: sheets_v4.Schema$GridData,
  sheet: number,
  found: Map<string, Validation>,
): void {
  for (const [r, { values }] of (rowData ?? []).entries()) {
    for (const [c, { dataValidation }] of (values ?? []).entries()) {
      if (dataValidation)
        found.set(`${sheet} ${(startRow ?? 0) + r} ${(startColumn ?? 0) + c}`, dataValidation);
    }
  }
}

function rangeOf({ sheet, row, rows = 1, column }: CheckedCells): string {
  const letters = column === undefined ? '' : columnLetters(column);
  return `${quotedTitle(sheet.title)}!${letters}${row + 1}:${letters}${row + rows}`;
}
