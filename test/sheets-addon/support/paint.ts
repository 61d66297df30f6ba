/** The grounds that a workbook's highlights should have by core's verdict, and those that an engine paints. */
import type { Language } from '#core/index.ts';
import {
  describedPosition,
  firstRowOf,
  paintOf,
  type Tab,
  type TrackerRows,
  type Workbook,
} from '#core/tracker/index.ts';
import { coreStatuses } from './compare.ts';
import type { ShownCell } from './office.ts';

/** The status column behind each helper column that highlights go by. */
const statusOf = (levelColumn: string) => levelColumn.replace(/Level$/, '');

export interface PaintDifference {
  tab: string;
  column: string;
  row: number;
  painted: string | null;
  expected: string | null;
}

/** Cells of the filled rows whose ground is not the one that core's level asks for. */
export function paintDifferences(
  painted: readonly ShownCell[][][],
  workbook: Workbook,
  rows: TrackerRows,
): { differences: PaintDifference[]; highlighted: number } {
  const statuses = coreStatuses(rows, workbook.language as Language);
  const differences: PaintDifference[] = [];
  let highlighted = 0;
  for (const [index, tab] of workbook.tabs.entries()) {
    for (const column of new Set(tab.highlights.flatMap(({ columns }) => columns))) {
      const own = tab.highlights.filter(({ columns }) => columns.includes(column));
      const levels = statuses.get(`${tab.id}.${statusOf(own[0]!.levelColumn)}`);
      for (const [place, { level }] of (levels ?? []).entries()) {
        const highlight = own.find((candidate) => candidate.level === level);
        const expected = highlight ? paintOf(highlight).ground : plainGround(tab, column);
        if (highlight) highlighted++;
        const row = firstRowOf(tab) + place;
        const cell = painted[index]?.[row - 1]?.[describedPosition(tab, column)];
        if (!cell) throw new Error(`The engine painted no cell ${tab.id}.${column} in row ${row}`);
        if (cell.ground !== expected) {
          differences.push({ tab: tab.id, column, row, painted: cell.ground, expected });
        }
      }
    }
  }
  return { differences, highlighted };
}

export function plainGround(tab: Tab, id: string): string | null {
  return tab.columns.find((column) => column.id === id)!.role === 'typed' ? null : COMPUTED_GROUND;
}

/** Slate 50, the ground of everything that the sheet works out. */
const COMPUTED_GROUND = '#f8fafc';
