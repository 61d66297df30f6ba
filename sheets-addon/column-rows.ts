/** Some columns of a tab as rows: one call for each column, however many rows. */
import type { Cell, Row } from '#core/tracker/index.ts';
import type { OpenTab } from './spreadsheet-tab.ts';

/** Positions from 0, by id; -1 where a column is not there. */
export type Columns = Readonly<Record<string, number>>;

export function columnRows(tab: OpenTab, columns: Columns, row: number, rows: number): Row[] {
  const found = Object.entries(columns).map(
    ([id, position]) =>
      [id, position < 0 ? [] : tab.values({ row, column: position + 1, rows, columns: 1 })] as const,
  );
  return Array.from({ length: rows }, (_, place) =>
    Object.fromEntries(found.map(([id, values]) => [id, values[place]?.[0] as Cell])),
  );
}
