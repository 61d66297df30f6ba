/** Rows whose tier is known are offered what goes with it: at Google a list is chosen cell by cell. */
import {
  type Cell,
  type Column,
  firstRowOf,
  type Row,
  type TrackerRows,
  textOf,
  tierNumbers,
} from '#core/tracker/index.ts';
import type { PlacedTab } from './placed.ts';
import type { CheckedCells } from './remote.ts';
import { rowRuns } from './runs.ts';

/** Requests for cells apart from one another; a tracker in which more rows lie apart keeps the list of all. */
const MOST_RUNS = 2000;

export interface TierRows {
  column: Column;
  /** For each row that is used, the place of its tier, from 1; 0 where it is not known. */
  numbers: number[];
}

/** The columns whose lists go by the tier. `filled`: what new tabs are about to be filled with. */
export function tierRowsOf(entry: PlacedTab, placed: readonly PlacedTab[], filled: TrackerRows): TierRows[] {
  const columns = entry.tab.columns.filter(({ dropdown }) => dropdown?.perTier);
  if (columns.length === 0) return [];
  const engagements = placed.find(({ tab }) => tab.id === 'engagements')!;
  const tiers = cellsOf(engagements, 'tier', filled);
  const rows = cellsOf(engagements, 'id', filled).map((id, place): Row => ({ id, tier: tiers[place] }));
  const names = placed.find(({ tab }) => tab.id === 'lists')!.tab.rows.map(({ tier }) => textOf(tier));
  const numbers = tierNumbers(cellsOf(entry, 'engagement', filled), rows, names);
  const used = numbers.slice(0, numbers.findLastIndex((number) => number > 0) + 1);
  return columns.map((column) => ({ column, numbers: used }));
}

/** Cells whose lists have to be looked at before anything is said of them. */
export function tierCells(
  { tab, sheet, positions, isNew }: PlacedTab,
  found: readonly TierRows[],
): CheckedCells[] {
  if (!sheet || isNew) return [];
  return found
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ column, numbers }) => ({
      sheet,
      row: firstRowOf(tab) - 1,
      rows: numbers.length,
      column: positions.get(column.id)!,
    }));
}

/** Rows (from 0) that should have another list than they have, by the place of their tier. */
export function wrongTierRuns(
  { tab }: PlacedTab,
  { numbers }: TierRows,
  isRight: (row: number, number: number) => boolean,
): { first: number; count: number; number: number }[] {
  const first = firstRowOf(tab) - 1;
  const runs = [...new Set(numbers)].flatMap((number) => {
    const rows = numbers.flatMap((own, place) =>
      own === number && !isRight(first + place, number) ? [first + place] : [],
    );
    return rowRuns(rows).map((run) => ({ ...run, number }));
  });
  return runs.length > MOST_RUNS ? [] : runs;
}

function cellsOf(
  { tab, positions, isNew, cells }: PlacedTab,
  id: string,
  filled: TrackerRows,
): (Cell | undefined)[] {
  if (isNew) return (filled[tab.id] ?? []).map((row) => row[id]);
  const position = positions.get(id)!;
  return cells.slice(firstRowOf(tab) - 1).map((line) => line[position]);
}
