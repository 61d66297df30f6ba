/** How large a spreadsheet may be at Google: every cell of every tab counts, empty ones and hidden ones too. */
import { lastRowOf, type Workbook } from './workbook.ts';

export const CELL_LIMIT = 10_000_000;

export interface Grid {
  rowCount: number;
  columnCount: number;
}

export function cellsIn(grids: readonly Grid[]): number {
  return grids.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
}

export function cellsOf({ tabs }: Pick<Workbook, 'tabs'>): number {
  return cellsIn(tabs.map((tab) => ({ rowCount: lastRowOf(tab), columnCount: tab.columns.length })));
}
