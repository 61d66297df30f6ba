/**
 * A page as data: rows of cells, and charts over some of them. Every rendering draws the same one; what a cell holds
 * is final, so that nothing has to be looked up beside it and nothing else comes along with it.
 */

/** `over` and `good` say in colour what the cell says in words. */
export type PageLook =
  | 'title'
  | 'label'
  | 'value'
  | 'heading'
  | 'header'
  | 'body'
  | 'quiet'
  | 'over'
  | 'good';

export interface PageCell {
  /** Position from 0. */
  column: number;
  /** Columns that it stands across. */
  span: number;
  value: string | number | null;
  format: 'text' | 'hours' | 'integer';
  look: PageLook;
  align: 'left' | 'right';
}

export interface PageRow {
  cells: PageCell[];
  /** Lines of text that have to fit in. */
  lines: number;
  /** A printed page begins with it. */
  breakBefore: boolean;
}

export interface ChartSeries {
  kind: 'bars' | 'line';
  /** Position from 0 of the column that holds its numbers. */
  column: number;
  name: string;
  colour: string;
}

/** A chart over neighbouring rows of one table. Rows count from 0, `[first, until)`. */
export interface PageChart {
  title: string;
  direction: 'upright' | 'lying';
  valueTitle: string;
  categoryColumn: number;
  firstRow: number;
  untilRow: number;
  series: ChartSeries[];
  /** Where it stands: the rows kept free for it, over the whole width. */
  atRow: number;
  rows: number;
}

export interface Page {
  title: string;
  /** Widths in characters. */
  columns: readonly number[];
  rows: PageRow[];
  charts: PageChart[];
  /** Rows from the top that are repeated on each printed page. */
  repeatedRows: number;
}
