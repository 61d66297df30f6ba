/** Values read and written by the marks of their rows. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book } from './book.ts';
import { marksFound } from './mark-requests.ts';
import { batchGetValues, extended } from './reading.ts';
import { refuse } from './refused.ts';
import { checkMessage } from './schema.ts';

export function valuesByFilter(
  book: Book,
  body: sheets.Schema$BatchGetValuesByDataFilterRequest,
): sheets.Schema$BatchGetValuesByDataFilterResponse {
  checkMessage('sheets/v4', body, 'BatchGetValuesByDataFilterRequest');
  const { dataFilters = [], valueRenderOption, dateTimeRenderOption } = body;
  return {
    spreadsheetId: book.id,
    valueRanges: rowsFound(book, dataFilters).map(({ title, row }) => {
      const query = new URLSearchParams({
        ranges: `'${title.replaceAll("'", "''")}'!${row + 1}:${row + 1}`,
        valueRenderOption: valueRenderOption ?? 'FORMATTED_VALUE',
        dateTimeRenderOption: dateTimeRenderOption ?? '',
      });
      return { valueRange: batchGetValues(book, query).valueRanges![0]!, dataFilters };
    }),
  };
}

export function updateByFilter(book: Book, body: sheets.Schema$BatchUpdateValuesByDataFilterRequest): Book {
  checkMessage('sheets/v4', body, 'BatchUpdateValuesByDataFilterRequest');
  if (body.valueInputOption !== 'RAW') throw new Error('Only RAW leaves a text the text that it is');
  const copy = book.copy(() => true);
  for (const { dataFilter, majorDimension, values } of body.data ?? []) {
    if (majorDimension !== 'ROWS') throw new Error('The stand-in models rows only');
    for (const { title, row } of rowsFound(copy, dataFilter ? [dataFilter] : [])) {
      const sheet = copy.titled(title);
      if ((values ?? []).length > 1) refuse('Requested writing beyond the row');
      for (const [column, value] of (values?.[0] ?? []).entries()) {
        if (column >= sheet.columnCount) refuse('Requested writing beyond the grid');
        // As with Google: nothing leaves a cell as it is, an empty text empties it.
        if (value === null) continue;
        const cell = sheet.cell(row, column);
        if (value === '') delete cell.userEnteredValue;
        else cell.userEnteredValue = extended(value);
      }
    }
  }
  return copy;
}

function rowsFound(
  book: Book,
  filters: readonly sheets.Schema$DataFilter[],
): { title: string; row: number }[] {
  return marksFound(book, filters).map(({ location }) => {
    const { sheetId, dimension, startIndex, endIndex } = location?.dimensionRange ?? {};
    if (dimension !== 'ROWS' || endIndex! - startIndex! !== 1)
      throw new Error('The stand-in models marks of single rows only');
    return { title: book.sheet(sheetId).title, row: startIndex! };
  });
}
