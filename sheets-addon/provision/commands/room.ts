/** How many rows a new tracker prepares for what it is filled with. */
import { CELL_LIMIT, cellsOf, type TrackerRows, USUAL_CAPACITY, type Workbook } from '#core/tracker/index.ts';

/** Room left below a tab's data, and what is left of it in a tracker that comes near Google's limit. */
const ROOM = [1.25, 1.1, 1.02];

/** With the most room that fits; with the least of it where none does. */
export function describedWithRoom(
  rows: TrackerRows,
  describe: (capacity: Record<string, number>) => Workbook,
): Workbook {
  const described = ROOM.map((room) => describe(capacityFor(rows, room)));
  return described.find((one) => cellsOf(one) <= CELL_LIMIT) ?? described.at(-1)!;
}

function capacityFor(rows: TrackerRows, room: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(USUAL_CAPACITY).map(([id, usual]) => [
      id,
      Math.max(usual, Math.ceil((rows[id]?.length ?? 0) * room)),
    ]),
  );
}
