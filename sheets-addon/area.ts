/** A rectangle of cells: rows and columns counted from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}
