/** What stands in the cells of a tab: its headers, its own rows, and the rows that a new tab is filled with. */
import { type Column, firstRowOf, headerRowOf, type Row, UNFINISHED_MARK } from '#core/tracker/index.ts';
import { grid, literal, numberFormat, writeRows } from './cells.ts';
import type { Change, Request } from './change.ts';
import type { PlacedTab } from './placed.ts';
import { columnRuns } from './runs.ts';

/** A column whose header is empty was added just now; one with other words was renamed by somebody and stays. */
export function addedColumns({ tab, positions, cells }: PlacedTab): (column: Column) => boolean {
  const headers = cells[headerRowOf(tab) - 1] ?? [];
  return ({ id }) => (headers[positions.get(id)!] ?? '') === '';
}

export function headerChanges(entry: PlacedTab): Change[] {
  const { tab, sheetId } = entry;
  const runs = columnRuns(entry, addedColumns(entry));
  if (runs.length === 0) return [];
  const count = runs.reduce((sum, { columns }) => sum + columns.length, 0);
  return [
    {
      says: 'provision.change-headers',
      values: { tab: tab.title, count },
      requests: runs.map((run) =>
        writeRows(sheetId, headerRowOf(tab) - 1, run.from, [
          run.columns.map(({ header }) => literal(header)),
        ]),
      ),
    },
  ];
}

/** Words and numbers above the table, into a new tab only. */
export function bandChanges(
  { tab, sheetId, positions, isNew }: PlacedTab,
  named: Readonly<Record<string, number>>,
): Change[] {
  if (!isNew || tab.band.length === 0) return [];
  const requests = tab.band.flatMap(({ row, column, content, name }): Request[] => {
    const given = name === undefined ? undefined : named[name];
    const value =
      given ?? ('text' in content ? content.text : 'number' in content ? content.number : undefined);
    if (value === undefined) return [];
    return [writeRows(sheetId, row - 1, positions.get(column)!, [[literal(value)]])];
  });
  if (requests.length === 0) return [];
  return [{ says: 'provision.change-band', values: { tab: tab.title, count: requests.length }, requests }];
}

/** Rows that belong to the description: into a new tab, and wherever nobody types. */
export function ownRowChanges(entry: PlacedTab): Change[] {
  const { tab, isNew } = entry;
  // Of a list that was longer nothing stays below.
  const count = tab.hidden ? tab.capacity : tab.rows.length;
  const rows = Array.from({ length: count }, (_, place) => tab.rows[place] ?? {});
  if (tab.rows.length === 0 || !(isNew || tab.hidden) || holds(entry, rows)) return [];
  return [
    {
      says: 'provision.change-own-rows',
      values: { tab: tab.title, count: tab.rows.length },
      requests: rowsAt(entry, firstRowOf(tab), rows),
    },
  ];
}

/** The rows that a new tracker begins with, and the sign that its tab is complete: both come in, or neither. */
export function fillChanges(entry: PlacedTab, rows: readonly Row[]): Change[] {
  const { tab, sheetId, isNew } = entry;
  if (!isNew) return [];
  const finished: Request = {
    deleteDeveloperMetadata: {
      dataFilter: {
        developerMetadataLookup: {
          metadataKey: UNFINISHED_MARK,
          metadataValue: tab.id,
          metadataLocation: { sheetId },
        },
      },
    },
  };
  return [
    {
      says: 'provision.change-fill',
      values: { tab: tab.title, count: rows.length },
      requests: [...rowsAt(entry, firstRowOf(tab), rows), finished],
    },
  ];
}

/** Cells of rows in every column that holds no formula. `row` counts from 1. */
export function rowsAt(entry: PlacedTab, row: number, rows: readonly Row[]): Request[] {
  if (rows.length === 0) return [];
  return columnRuns(entry, ({ formula }) => formula === undefined).map((run) =>
    writeRows(
      entry.sheetId,
      row - 1,
      run.from,
      rows.map((cells) => run.columns.map(({ id }) => literal(cells[id]))),
    ),
  );
}

function holds({ tab, positions, cells }: PlacedTab, rows: readonly Row[]): boolean {
  return rows.every((row, place) =>
    tab.columns.every(({ id }) => {
      const standing = cells[firstRowOf(tab) - 1 + place]?.[positions.get(id)!] ?? '';
      return standing === (row[id] ?? '');
    }),
  );
}

/** Formats for cells that come into a column: a number stays a number, a text a text. */
export function formatOf(
  sheetId: number,
  row: number,
  rows: number,
  position: number,
  { format, formula }: Column,
): Request[] {
  // A formula in a cell of plain text would show itself instead of its result.
  if (format === 'number' || (formula && format === 'text')) return [];
  return [
    {
      repeatCell: {
        range: grid(sheetId, row - 1, position, rows, 1),
        cell: { userEnteredFormat: numberFormat(format) },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
  ];
}
