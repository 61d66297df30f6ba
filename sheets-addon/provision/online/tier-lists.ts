/** Rows whose tier is known are offered what goes with it: at Google a list is chosen cell by cell. */
import { type Column, firstRowOf, listNumbers, type Row, type TrackerRows } from '#core/tracker/index.ts';
import type { PlacedTab } from './placed.ts';
import type { CheckedCells } from './remote.ts';
import { rowRuns } from './runs.ts';

/** Of a column with more stretches of rows that have one list, the last ones: the rows that people work on. */
const MOST_RUNS = 2000;

export interface TierRows {
  column: Column;
  /** Place of the first row that is looked at, from 0. */
  from: number;
  /** For it and each one below that is used, the number of its list, from 1; 0 where it is offered everything. */
  numbers: number[];
}

/** The columns whose lists go by the tier. `filled`: what new tabs are about to be filled with. */
export function tierRowsOf(entry: PlacedTab, placed: readonly PlacedTab[], filled: TrackerRows): TierRows[] {
  const columns = entry.tab.columns.filter(({ dropdown }) => dropdown?.perTier);
  if (columns.length === 0) return [];
  const [engagements, lists] = ['engagements', 'lists'].map((id) => placed.find(({ tab }) => tab.id === id)!);
  const numbers = listNumbers({
    rows: rowsOf(entry, ['engagement', 'deliverable'], filled),
    engagements: rowsOf(engagements!, ['id', 'tier'], filled),
    lists: lists!.tab.rows,
  });
  return columns.map((column) => {
    const own = numbers[column.id]!;
    const used = own.slice(0, own.findLastIndex((number) => number > 0) + 1);
    const from =
      used.flatMap((number, place) => (number === used[place - 1] ? [] : [place])).at(-MOST_RUNS) ?? 0;
    return { column, from, numbers: used.slice(from) };
  });
}

/** Cells whose lists have to be looked at before anything is said of them. */
export function tierCells(
  { tab, sheet, positions, isNew }: PlacedTab,
  found: readonly TierRows[],
): CheckedCells[] {
  if (!sheet || isNew) return [];
  return found
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ column, from, numbers }) => ({
      sheet,
      row: firstRowOf(tab) - 1 + from,
      rows: numbers.length,
      column: positions.get(column.id)!,
    }));
}

/** Rows (from 0) that should have another list than they have, by its number. */
export function wrongTierRuns(
  { tab }: PlacedTab,
  { from, numbers }: TierRows,
  isRight: (row: number, number: number) => boolean,
): { first: number; count: number; number: number }[] {
  const first = firstRowOf(tab) - 1 + from;
  return [...new Set(numbers)].flatMap((number) => {
    const rows = numbers.flatMap((own, place) =>
      own === number && !isRight(first + place, number) ? [first + place] : [],
    );
    return rowRuns(rows).map((run) => ({ ...run, number }));
  });
}

function rowsOf(
  { tab, positions, isNew, cells }: PlacedTab,
  ids: readonly string[],
  filled: TrackerRows,
): readonly Row[] {
  if (isNew) return filled[tab.id] ?? [];
  return cells
    .slice(firstRowOf(tab) - 1)
    .map((line) => Object.fromEntries(ids.map((id) => [id, line[positions.get(id)!]])));
}
