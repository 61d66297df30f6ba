/** What becomes of one row, and whether it says what it should. */
import type { Cells, SheetFailure } from '../../platform/sheets/tracker-sheet.ts';

/** Done, refused by what the row says instead, or a call that gave nothing. */
export type RowOutcome = 'done' | SheetFailure | { theirs: Cells | null };

/** As far as the cells that we write go. */
export function saysSame(row: Cells | null, cells: Cells): boolean {
  return row !== null && Object.keys(cells).every((column) => row[column] === cells[column]);
}
