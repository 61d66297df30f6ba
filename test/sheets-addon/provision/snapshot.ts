/** All of a spreadsheet that its user can tell apart, without the ids that chance gave. */
import type { Book } from '../../support/google/book.ts';

export function snapshotOf(book: Book) {
  return {
    properties: book.properties,
    names: book.names.map(({ name, range }) => ({ name, range })),
    marks: book.marks
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
