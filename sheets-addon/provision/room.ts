/** How many rows a new tracker prepares for what it is filled with, online and as a file alike. */
import {
  CELL_LIMIT,
  capacityWith,
  cellsOf,
  describeTracker,
  MOST_SPARE,
  preparedRows,
  type TrackerOptions,
  type TrackerRows,
  USUAL_CAPACITY,
  type Workbook,
} from '#core/tracker/index.ts';

/** Rows left in each tab at most, and what is left of them in a tracker that comes near Google's limit. */
const MOST = [MOST_SPARE, 2500, 1000, 100];
/** Not the last cell: reports and tabs of people's own come beside it. */
const MOST_CELLS = CELL_LIMIT * 0.98;

/** With the most room that fits; with the least of it where none does. `wanted`: rows of a tab that is not filled. */
export function describedWithRoom(
  rows: TrackerRows,
  { capacity: wanted, ...options }: TrackerOptions,
): Workbook {
  let described: Workbook | undefined;
  for (const most of MOST) {
    const filled = withSpare({ ...USUAL_CAPACITY, ...wanted } as Record<string, number>, rows, most);
    const capacity = withSpare(capacityWith(options.rulebook, filled), rows, most);
    described = describeTracker({ ...options, capacity });
    if (cellsOf(described) <= MOST_CELLS) break;
  }
  return described!;
}

function withSpare(capacity: Readonly<Record<string, number>>, rows: TrackerRows, most: number) {
  return Object.fromEntries(
    Object.entries(capacity).map(([id, own]) => [
      id,
      Math.max(own, preparedRows(rows[id]?.length ?? 0, most)),
    ]),
  );
}
