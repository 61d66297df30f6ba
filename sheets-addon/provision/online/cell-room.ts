/** What Google would refuse half-way is not begun: a spreadsheet has room for so many cells and no more. */
import { CELL_LIMIT, cellsIn, lastRowOf } from '#core/tracker/index.ts';
import type { Plan } from './plan.ts';
import type { Remote } from './remote.ts';

export class TooLarge extends Error {
  constructor(readonly cells: number) {
    super(`${cells} cells`);
  }
}

/** @param more cells that would come to those that are there */
export function refuseBeyondLimit({ sheets }: Pick<Remote, 'sheets'>, more: number): void {
  const cells = cellsIn(sheets) + more;
  if (more > 0 && cells > CELL_LIMIT) throw new TooLarge(cells);
}

/** Cells that a plan adds. Google's own first sheet, which goes, is there while they come. */
export function cellsAddedBy({ placed }: Pick<Plan, 'placed'>): number {
  return placed
    .map(({ tab, sheet, positions }) => {
      const rowCount = Math.max(lastRowOf(tab), sheet?.rowCount ?? 0);
      const columnCount = Math.max(...[...positions.values()].map((at) => at + 1), sheet?.columnCount ?? 0);
      return cellsIn([{ rowCount, columnCount }]) - (sheet ? cellsIn([sheet]) : 0);
    })
    .reduce((sum, more) => sum + more, 0);
}
