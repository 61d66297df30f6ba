/** How many rows a new tracker prepares for what it is filled with, online and as a file alike. */
import {
  CELL_LIMIT,
  cellsOf,
  MOST_SPARE,
  preparedRows,
  type TrackerRows,
  USUAL_CAPACITY,
  type Workbook,
} from '#core/tracker/index.ts';

/** Rows left in each tab at most, and what is left of them in a tracker that comes near Google's limit. */
const MOST = [MOST_SPARE, 2500, 1000, 100];
/** Not the last cell: reports and tabs of people's own come beside it. */
const MOST_CELLS = CELL_LIMIT * 0.98;

/** With the most room that fits; with the least of it where none does. `usual`: what a tab has that is not filled. */
export function describedWithRoom(
  rows: TrackerRows,
  describe: (capacity: Record<string, number>) => Workbook,
  usual: Readonly<Record<string, number>> = USUAL_CAPACITY,
): Workbook {
  let described: Workbook | undefined;
  for (const most of MOST) {
    described = describe(capacityFor(rows, usual, most));
    if (cellsOf(described) <= MOST_CELLS) break;
  }
  return described!;
}

function capacityFor(rows: TrackerRows, usual: Readonly<Record<string, number>>, most: number) {
  return Object.fromEntries(
    Object.entries(usual).map(([id, own]) => [id, Math.max(own, preparedRows(rows[id]?.length ?? 0, most))]),
  );
}
