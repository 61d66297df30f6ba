/** Neighbours taken together, so that one request does for many. */
import type { Column } from '#core/tracker/index.ts';
import type { PlacedTab } from './placed.ts';

export interface Run {
  /** Position of the first column, from 0. */
  from: number;
  columns: Column[];
}

/** Columns that stand side by side in the sheet. */
export function columnRuns({ tab, positions }: PlacedTab, wanted: (column: Column) => boolean): Run[] {
  const sorted = tab.columns.filter(wanted).sort((a, b) => positions.get(a.id)! - positions.get(b.id)!);
  const runs: Run[] = [];
  for (const column of sorted) {
    const position = positions.get(column.id)!;
    const run = runs.at(-1);
    if (run && run.from + run.columns.length === position) run.columns.push(column);
    else runs.push({ from: position, columns: [column] });
  }
  return runs;
}

/** Rows one below the other, as first row and number of rows. */
export function rowRuns(rows: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run.first + run.count === row) run.count++;
    else runs.push({ first: row, count: 1 });
  }
  return runs;
}
