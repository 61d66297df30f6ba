/** Columns that stand side by side in a sheet, taken together: fewer ranges, fewer calls. */
import type { Column, Tab } from '#core/tracker/index.ts';

export interface Run {
  /** Position of the first column, from 0. */
  from: number;
  columns: Column[];
}

/** Columns that stand side by side in the sheet, taken together. */
export function runsOf(
  tab: Tab,
  positions: ReadonlyMap<string, number>,
  wanted: (column: Column) => boolean,
): Run[] {
  const sorted = tab.columns
    .filter((column) => wanted(column) && positions.has(column.id))
    .sort((a, b) => positions.get(a.id)! - positions.get(b.id)!);
  const runs: Run[] = [];
  for (const column of sorted) {
    const position = positions.get(column.id)!;
    const run = runs.at(-1);
    if (run && run.from + run.columns.length === position) run.columns.push(column);
    else runs.push({ from: position, columns: [column] });
  }
  return runs;
}
