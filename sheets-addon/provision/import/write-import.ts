/** Brings rows into a tab, or takes them out again: each in one request, so that all of it happens or nothing. */
import { cellsIn, firstRowOf, headerRowOf, type Row, type Tab } from '#core/tracker/index.ts';
import { grid } from '../online/cells.ts';
import type { Request } from '../online/change.ts';
import { rowsAt } from '../online/content-changes.ts';
import type { PlacedTab } from '../online/placed.ts';
import { columnRuns, rowRuns } from '../online/runs.ts';
import { grownTo, rowsOf, shrunkTo } from './followers.ts';
import { type ImportMark, markRequest, ROWS_PER_MARK } from './import-mark.ts';
import { type ImportPlan, rowHash, splitHashes } from './plan-import.ts';

/** A text of this length names a file well enough. */
const FILE_LENGTH = 100;

/** The tab of an import, the rows in it, and the tabs that are as long as it is. */
export interface Place {
  entry: PlacedTab;
  standing: readonly Row[];
  followers: readonly PlacedTab[];
}

/**
 * Rows come in as new ones after the last that is filled. Nothing is written into rows that are there: whatever
 * somebody types in the same moment stays.
 */
export function importRequests(
  plan: ImportPlan,
  { entry, standing, followers }: Place,
  { file, at }: { file: string; at: string },
): Request[] {
  const { tab, sheetId, sheet } = entry;
  const first = firstFree(entry, standing);
  const count = plan.rows.length;
  const isInside = !isFull({ entry, standing });
  const range = { sheetId, dimension: 'ROWS', startIndex: first, endIndex: first + count };
  // An empty prepared row lends its formulas and checks: the one that now follows, else the one before.
  const model = isInside ? first + count : first - 1;
  const from = (column: number, columns: number) => grid(sheetId, model, column, 1, columns);
  const to = (column: number, columns: number) => grid(sheetId, first, column, count, columns);
  return [
    isInside
      ? { insertDimension: { range, inheritFromBefore: false } }
      : { appendDimension: { sheetId, dimension: 'ROWS', length: first + count - sheet!.rowCount } },
    ...columnRuns(entry, () => true).map(
      (run): Request => ({
        copyPaste: {
          source: from(run.from, run.columns.length),
          destination: to(run.from, run.columns.length),
          pasteType: 'PASTE_FORMAT',
        },
      }),
    ),
    ...columnRuns(entry, ({ formula }) => formula !== undefined).map(
      (run): Request => ({
        copyPaste: {
          source: from(run.from, run.columns.length),
          destination: to(run.from, run.columns.length),
          pasteType: 'PASTE_FORMULA',
        },
      }),
    ),
    ...rowsAt(entry, first + 1, plan.rows),
    ...Array.from({ length: Math.ceil(count / ROWS_PER_MARK) }, (_, part) => {
      const rows = plan.rows.slice(part * ROWS_PER_MARK, (part + 1) * ROWS_PER_MARK);
      const hashes = rows.map((row) => rowHash(row, tab)).join('');
      const start = first + part * ROWS_PER_MARK;
      return markRequest(
        { id: plan.id, tab: tab.id, file: file.slice(0, FILE_LENGTH), at, hashes },
        sheetId,
        start,
        start + rows.length,
      );
    }),
    ...followers.flatMap((follower) =>
      grownTo(follower, (isInside ? sheet!.rowCount : first) + count - headerRowOf(tab)),
    ),
  ];
}

export interface UndoPlan {
  requests: Request[];
  /** Rows that go. */
  count: number;
  /** Rows of the import that somebody has changed since, or removed: they are left as they are. */
  changed: number;
}

/** An imported row goes as long as it reads as it came in, wherever it was sorted to. */
export function undoRequests(marks: readonly ImportMark[], { entry, standing, followers }: Place): UndoPlan {
  const { tab, sheetId } = entry;
  const first = firstRowOf(tab) - 1;
  const left = new Map<string, number>();
  for (const hash of marks.flatMap(({ hashes }) => splitHashes(hashes)))
    left.set(hash, (left.get(hash) ?? 0) + 1);
  const isMarked = (place: number) =>
    marks.some(({ start, end }) => first + place >= start && first + place < end);
  const places = standing.map((_, place) => place);
  // Where the same row stands twice, the marked one goes.
  const ordered = [...places.filter(isMarked), ...places.filter((place) => !isMarked(place))];
  const gone = ordered.filter((place) => {
    const hash = rowHash(standing[place]!, tab);
    const count = left.get(hash) ?? 0;
    if (count === 0 || isEmpty(standing[place]!, tab)) return false;
    left.set(hash, count - 1);
    return true;
  });
  const runs = rowRuns(gone.toSorted((a, b) => a - b));
  return {
    count: gone.length,
    changed: [...left.values()].reduce((sum, count) => sum + count, 0),
    requests: [
      ...marks.map(
        ({ metadataId }): Request => ({
          deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
        }),
      ),
      // From the bottom, so that no row's number changes before its turn.
      ...runs.toReversed().map(
        (run): Request => ({
          deleteDimension: {
            range: {
              sheetId,
              dimension: 'ROWS',
              startIndex: first + run.first,
              endIndex: first + run.first + run.count,
            },
          },
        }),
      ),
      ...followers.flatMap((follower) => shrunkTo(follower, rowsOf(entry) - gone.length, gone.length)),
    ],
  };
}

/** Cells of the new rows and of what follows them, at most. */
export function cellsAdded({ rows }: ImportPlan, { entry, followers }: Place): number {
  return cellsIn([entry, ...followers].map(({ sheet }) => ({ ...sheet!, rowCount: rows.length })));
}

/** Whether rows have to be added at the end, where no range of formulas reaches yet. */
function isFull({ entry, standing }: Pick<Place, 'entry' | 'standing'>): boolean {
  return firstFree(entry, standing) >= entry.sheet!.rowCount;
}

/** Whether no formula's range reaches the new rows: those behind the last one, and those before a lone one. */
export function isBeyondRanges({ entry, standing }: Pick<Place, 'entry' | 'standing'>): boolean {
  return rowsOf(entry) === 1 || isFull({ entry, standing });
}

/**
 * The row after the last that is filled, from 0. In an empty tab it is the second: what comes in before the first row
 * moves the start of each range of formulas down, and none would reach it.
 */
function firstFree({ tab, sheet }: PlacedTab, standing: readonly Row[]): number {
  const last = standing.findLastIndex((row) => !isEmpty(row, tab));
  const hasSecond = sheet!.rowCount > firstRowOf(tab);
  return firstRowOf(tab) + (last < 0 && hasSecond ? 0 : last);
}

function isEmpty(row: Row, tab: Tab): boolean {
  return tab.columns.every(({ role, id }) => role !== 'typed' || row[id] === null || row[id] === undefined);
}
