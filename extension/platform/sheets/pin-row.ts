/** What is asked of Google to change one row wherever it has moved to: a mark on the row, and writing by the mark. */
import type { Cell } from '#core/tracker/rows.ts';
import { markId } from './insert-row.ts';
import { cellOf, type Place } from './places.ts';
import type { Cells, Layout, Pinned, SheetFailure } from './tracker-sheet.ts';

/** Left on a row for as long as it is being changed. */
const PIN = 'dueline-changing';

export interface FoundRows {
  valueRanges?: { valueRange?: { values?: Cell[][] } }[];
}

export function pinRequest(sheetId: number, row: number, mark: string): object {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: markId(mark),
        metadataKey: PIN,
        metadataValue: mark,
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
      },
    },
  };
}

export function pinFilter(mark: string): object {
  return { developerMetadataLookup: { metadataId: markId(mark), metadataValue: mark } };
}

/** What stands in the row that bears the mark; `null` where its row has gone. */
export function pinnedRow(
  { valueRanges = [] }: FoundRows,
  { sheetId, rowCount, columns: places }: Place,
  columns: readonly string[],
  by: { column: string; text: string },
): Pinned | null | SheetFailure {
  const [found] = valueRanges;
  if (!found) return null;
  const [cells = []] = found.valueRange?.values ?? [];
  // Rows have moved between the looking and the marking: looked for again, a little later.
  if (cells[places[by.column]!] !== by.text) return { failed: 'no-answer' };
  const ours = new Set(Object.values(places));
  return {
    row: Object.fromEntries(columns.map((column) => [column, cellOf(cells[places[column]!])])),
    layout: { sheetId, columns: places, freeRow: rowCount, rowCount, formulas: [] },
    hasMore: cells.some((cell, place) => !ours.has(place) && cellOf(cell) !== null),
  };
}

/** Google leaves a cell as it is where nothing is given, and empties it where the text is empty. */
export function rowValues({ columns }: Layout, cells: Cells): (Cell | null)[] {
  const last = Math.max(...Object.keys(cells).map((column) => columns[column]!));
  const values: (Cell | null)[] = Array.from({ length: last + 1 }, () => null);
  for (const [column, cell] of Object.entries(cells)) values[columns[column]!] = cell ?? '';
  return values;
}
