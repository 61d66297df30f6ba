/** A tracker as the write-back queue sees it. Each function is one call that can be lost, late or refused. */
import type { Cell } from '#core/tracker/rows.ts';
import type { RowLists } from './row-lists.ts';

export type Cells = Readonly<Record<string, Cell>>;

/** Where a tab and its columns are at this moment; people move both. */
export interface Layout {
  sheetId: number;
  /** Place of each column by its id. */
  columns: Readonly<Record<string, number>>;
  /** First row, counted from 0, in which nobody has typed anything. */
  freeRow: number;
  rowCount: number;
  /** Places in which the row that a new one is made like holds a formula. */
  formulas: readonly number[];
  /** What a new row's cells are chosen from, where that goes by its tier. */
  lists?: RowLists;
}

/**
 * Why a call gave nothing. `no-answer`: nobody knows whether it was carried out; with every other one it was not.
 * `not-picked`: the file is gone, or was never picked by this user: Google tells no difference.
 */
export type SheetFailure =
  | { failed: 'busy'; waitMs: number | null }
  | { failed: 'no-answer' | 'signed-out' | 'not-picked' | 'protected' | 'tab-gone' | 'columns-gone' }
  | { failed: 'refused'; detail: string };

/** A row as it is found by its mark. */
export interface Pinned {
  row: Cells;
  layout: Layout;
  /** Something stands in a column that is not the tracker's. */
  hasMore: boolean;
}

export type Failed = SheetFailure['failed'];

export function isFailure(value: unknown): value is SheetFailure {
  return typeof value === 'object' && value !== null && 'failed' in value;
}

export interface TrackerSheet {
  layout(tab: string, columns: readonly string[]): Promise<Layout | SheetFailure>;
  /**
   * Inserts one row and leaves a mark with it, both or neither. Where the mark is there already the row is too, and
   * nothing is changed: the server itself carries a row out once, however often and however late it is asked.
   */
  insert(layout: Layout, mark: string, cells: Cells): Promise<'written' | 'already' | SheetFailure>;
  /** The first row with this text in a column, as far as the columns asked for go; `null` where there is none. */
  rowOf(
    tab: string,
    columns: readonly string[],
    by: { column: string; text: string },
  ): Promise<Cells | null | SheetFailure>;
  /**
   * Leaves a mark on the row with this text, and says what stands in it; `null` where there is none. The mark goes with
   * its row wherever rows are put in, moved or taken out.
   */
  pin(
    tab: string,
    columns: readonly string[],
    by: { column: string; text: string },
    mark: string,
  ): Promise<Pinned | null | SheetFailure>;
  /** Writes into the row that bears a mark, and into nothing where none does; `null` empties a cell. */
  rewrite(layout: Layout, mark: string, cells: Cells): Promise<'written' | SheetFailure>;
  /** Takes marks away that no late request can need any more; those that are gone are no failure. */
  forget(marks: readonly string[]): Promise<null | SheetFailure>;
}
