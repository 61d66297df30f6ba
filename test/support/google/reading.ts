/** The reading side of spreadsheets: whole spreadsheets, values of ranges, marks. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book } from './book.ts';
import { shown } from './formulas.ts';
import { marksFound } from './mark-requests.ts';
import { checkMask, masked, parseMask } from './mask.ts';
import { refuse } from './refused.ts';
import { checkMessage } from './schema.ts';
import type { Cell, Rect, Sheet } from './sheet.ts';

const RANGE = /^(?:'((?:[^']|'')+)'|([A-Za-z_]\w*))(?:!([A-Z]{1,3})?(\d+)?(?::([A-Z]{1,3})?(\d+)?)?)?$/;

/** A range in A1 notation; where its end is open, to the end of the grid. */
export function parseRange(book: Book, text: string): { sheet: Sheet; rect: Rect } {
  const found = RANGE.exec(text);
  if (!found) return refuse(`Unable to parse range: ${text}`);
  const [, quoted, plain, left, top, right, bottom] = found;
  const sheet = book.titled(quoted?.replaceAll("''", "'") ?? plain!);
  const isCell = right === undefined && bottom === undefined && left !== undefined;
  const rect = {
    left: left ? numberOf(left) : 0,
    top: top ? Number(top) - 1 : 0,
    right: right ? numberOf(right) + 1 : isCell ? numberOf(left!) + 1 : sheet.columnCount,
    bottom: bottom ? Number(bottom) : isCell && top ? Number(top) : sheet.rowCount,
  };
  sheet.check(rect);
  return { sheet, rect };
}

export function getSpreadsheet(book: Book, query: URLSearchParams): sheets.Schema$Spreadsheet {
  const withCells = query.get('includeGridData') === 'true';
  const fields = query.get('fields');
  const mask = fields ? parseMask(fields) : new Map();
  checkMask('sheets/v4', mask, 'Spreadsheet');
  // As with Google, a mask that names grid data asks for it.
  const wantsCells = withCells || mask.get('sheets')?.has('data');
  const ranges = query.getAll('ranges').map((text) => parseRange(book, text));
  const wanted =
    ranges.length > 0
      ? book.sheets.filter((sheet) => ranges.some((range) => range.sheet === sheet))
      : book.sheets;
  const answer: sheets.Schema$Spreadsheet = {
    spreadsheetId: book.id,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    properties: book.properties,
    namedRanges: book.names,
    developerMetadata: book.marks.filter(({ location }) => location?.spreadsheet),
    sheets: wanted.map((sheet) => ({
      properties: sheet.properties,
      conditionalFormats: sheet.rules.map((rule) => shownRule(rule, book)),
      protectedRanges: sheet.protections,
      merges: sheet.merges,
      charts: sheet.charts,
      ...(sheet.filter ? { basicFilter: sheet.filter } : {}),
      ...(wantsCells
        ? {
            data: (ranges.length > 0
              ? ranges.filter((range) => range.sheet === sheet).map(({ rect }) => rect)
              : [{ top: 0, left: 0, bottom: sheet.rowCount, right: sheet.columnCount }]
            ).map((rect) => gridData(book, sheet, rect)),
          }
        : {}),
    })),
  };
  return masked(answer, mask);
}

function gridData(book: Book, sheet: Sheet, { top, left, bottom, right }: Rect): sheets.Schema$GridData {
  const rowData = Array.from({ length: bottom - top }, (_, place) => ({
    values: trimmed(
      Array.from(
        { length: right - left },
        (_, offset) => shownCell(sheet.at(top + place, left + offset), book) ?? {},
      ),
      (cell) => Object.keys(cell).length === 0,
    ),
  }));
  return {
    startRow: top,
    startColumn: left,
    rowData: trimmed(rowData, ({ values }) => values.length === 0),
    columnMetadata: sheet.columns,
  };
}

function shownCell(cell: Cell | undefined, book: Book): Cell | undefined {
  const formula = cell?.userEnteredValue?.formulaValue;
  if (!formula) return cell;
  return { ...cell, userEnteredValue: { formulaValue: shown(formula, book.properties.locale!) } };
}

function shownRule(
  rule: sheets.Schema$ConditionalFormatRule,
  book: Book,
): sheets.Schema$ConditionalFormatRule {
  const copy = structuredClone(rule);
  for (const value of copy.booleanRule?.condition?.values ?? []) {
    const text = value.userEnteredValue;
    if (text?.startsWith('=')) value.userEnteredValue = shown(text, book.properties.locale!);
  }
  return copy;
}

export function batchGetValues(book: Book, query: URLSearchParams): sheets.Schema$BatchGetValuesResponse {
  const option = query.get('valueRenderOption') ?? 'FORMATTED_VALUE';
  if (option !== 'UNFORMATTED_VALUE' && option !== 'FORMULA') {
    throw new Error(`The stand-in does not model ${option}`);
  }
  if (query.get('dateTimeRenderOption') !== 'SERIAL_NUMBER') {
    throw new Error('The stand-in models dates as numbers only');
  }
  return {
    spreadsheetId: book.id,
    valueRanges: query.getAll('ranges').map((text) => {
      const { sheet, rect } = parseRange(book, text);
      const values = Array.from({ length: rect.bottom - rect.top }, (_, place) =>
        trimmed(
          Array.from({ length: rect.right - rect.left }, (_, offset) =>
            readAs(sheet.at(rect.top + place, rect.left + offset), option, book),
          ),
          (value) => value === '',
        ),
      );
      return { range: text, majorDimension: 'ROWS', values: trimmed(values, (row) => row.length === 0) };
    }),
  };
}

/** What a cell reads as. Formulas are not worked out here; their results are nobody's business in these tests. */
function readAs(cell: Cell | undefined, option: string, book: Book): string | number | boolean {
  const { formulaValue, ...value } = cell?.userEnteredValue ?? {};
  if (formulaValue) return option === 'FORMULA' ? shown(formulaValue, book.properties.locale!) : '';
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? '';
}

export function batchUpdateValues(book: Book, body: sheets.Schema$BatchUpdateValuesRequest): Book {
  checkMessage('sheets/v4', body, 'BatchUpdateValuesRequest');
  if (body.valueInputOption !== 'RAW') throw new Error('Only RAW leaves a text the text that it is');
  const copy = book.copy(() => true);
  const written = new Set<string>();
  for (const { range, values } of body.data ?? []) {
    const { sheet, rect } = parseRange(copy, range ?? '');
    for (const [place, row] of (values ?? []).entries()) {
      for (const [offset, value] of row.entries()) {
        const [top, left] = [rect.top + place, rect.left + offset];
        const key = `${sheet.id} ${top} ${left}`;
        if (top >= rect.bottom || left >= rect.right) refuse(`Requested writing beyond the range ${range}`);
        if (written.has(key)) refuse(`Overlapping ranges at ${range}`);
        written.add(key);
        sheet.cell(top, left).userEnteredValue = extended(value);
      }
    }
  }
  return copy;
}

export function extended(value: unknown): sheets.Schema$ExtendedValue {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return { stringValue: String(value) };
}

export function searchMarks(
  book: Book,
  body: sheets.Schema$SearchDeveloperMetadataRequest,
): sheets.Schema$SearchDeveloperMetadataResponse {
  checkMessage('sheets/v4', body, 'SearchDeveloperMetadataRequest');
  return {
    matchedDeveloperMetadata: marksFound(book, body.dataFilters ?? []).map((developerMetadata) => ({
      developerMetadata,
    })),
  };
}

/** Google leaves empty cells and rows out at the end. */
function trimmed<T>(list: readonly T[], isEmpty: (entry: T) => boolean): T[] {
  const last = list.findLastIndex((entry) => !isEmpty(entry));
  return list.slice(0, last + 1);
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
