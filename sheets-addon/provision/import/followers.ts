/** Tabs that are as long as the one they follow, kept so in the request that brings its rows in or takes them out. */
import { type Column, headerRowOf } from '#core/tracker/index.ts';
import { grid } from '../online/cells.ts';
import type { Request } from '../online/change.ts';
import type { PlacedTab } from '../online/placed.ts';
import { columnRuns } from '../online/runs.ts';

export function followersOf({ tab }: PlacedTab, placed: readonly PlacedTab[]): PlacedTab[] {
  return placed.filter((entry) => entry.tab.follows === tab.id && entry.sheet && !entry.isNew);
}

/** Below the header. */
export const rowsOf = ({ tab, sheet }: PlacedTab): number => sheet!.rowCount - headerRowOf(tab);

/** `leaderRows`: rows below the header that the other tab will have. */
export function grownTo(follower: PlacedTab, leaderRows: number): Request[] {
  const { sheetId, sheet } = follower;
  const count = leaderRows - rowsOf(follower);
  if (count <= 0) return [];
  // Before the last row: a range that ends there reaches the new ones too.
  const last = sheet!.rowCount - 1;
  const range = { sheetId, dimension: 'ROWS', startIndex: last, endIndex: last + count };
  // A lone row has only the header before it, and lends itself: it has moved below the new ones.
  const isLone = rowsOf(follower) === 1;
  const model = isLone ? last + count : last - 1;
  const like = (pasteType: string, rows: number, wanted: (column: Column) => boolean) =>
    columnRuns(follower, wanted).map(
      ({ from, columns }): Request => ({
        copyPaste: {
          source: grid(sheetId, model, from, 1, columns.length),
          destination: grid(sheetId, last, from, rows, columns.length),
          pasteType,
        },
      }),
    );
  const spills = (column: Column) => column.spills === true;
  return [
    { insertDimension: { range, inheritFromBefore: !isLone } },
    ...like('PASTE_FORMAT', count + 1, () => true),
    ...like('PASTE_FORMULA', count + 1, (column) => column.formula !== undefined && !spills(column)),
    // What fills its column by itself stands in the first row alone.
    ...(isLone ? [...like('PASTE_FORMULA', 1, spills), ...emptied(follower, model, spills)] : []),
  ];
}

function emptied(follower: PlacedTab, row: number, wanted: (column: Column) => boolean): Request[] {
  return columnRuns(follower, wanted).map(({ from, columns }) => ({
    repeatCell: {
      range: grid(follower.sheetId, row, from, 1, columns.length),
      cell: {},
      fields: 'userEnteredValue',
    },
  }));
}

/** At most so many rows as have gone from the other tab. */
export function shrunkTo(follower: PlacedTab, leaderRows: number, gone: number): Request[] {
  const { sheetId, sheet } = follower;
  const count = Math.min(gone, rowsOf(follower) - leaderRows);
  if (count <= 0) return [];
  const endIndex = sheet!.rowCount;
  const range = { sheetId, dimension: 'ROWS', startIndex: endIndex - count, endIndex };
  return [{ deleteDimension: { range } }];
}
