/** All of a spreadsheet that its user can tell apart, without the ids that chance gave. */
import { UNDONE_KEY } from '../../../sheets-addon/provision/online/remote.ts';
import type { Book } from '../../support/google/book.ts';

export function snapshotOf(book: Book) {
  return {
    properties: book.properties,
    names: book.names.map(({ name, range }) => ({ name, range })),
    // What an import leaves that was taken back, nobody sees.
    marks: book.marks
      .filter(({ metadataKey }) => metadataKey !== UNDONE_KEY)
      .map(({ metadataKey, metadataValue, location }) =>
        JSON.stringify({ metadataKey, metadataValue, location }),
      )
      .sort(),
    sheets: book.sheets.map((sheet) => ({
      properties: sheet.properties,
      cells: sheet.rows.map((row) => row?.map((cell) => cell ?? {})),
      rules: sheet.rules,
      protections: sheet.protections.map(({ range, warningOnly }) => ({ range, warningOnly })),
      columns: sheet.columns,
      heights: sheet.heights,
      merges: sheet.merges,
      charts: sheet.charts,
      filter: sheet.filter,
    })),
  };
}
