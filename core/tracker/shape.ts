/** The tabs that hold what people type, without their formulas: what whoever only reads and writes rows needs of them. */
import { DIRECTORY_TABS, LATER_TABS } from './read-directory.ts';
import type { Column, Workbook } from './workbook.ts';

export interface ShapedTab {
  id: string;
  colour: string;
  frozenColumns: number;
  hidden: boolean;
  /** Prepared rows. */
  capacity: number;
  columns: ShapedColumn[];
}
export type ShapedColumn = Pick<Column, 'id' | 'format' | 'width' | 'dropdown'>;

/** The columns that people type in, and the lists that say what it means. */
export function shapeOf({ tabs }: Workbook): ShapedTab[] {
  const typedIn: readonly string[] = [...DIRECTORY_TABS, ...LATER_TABS];
  return tabs
    .filter(({ id }) => typedIn.includes(id))
    .map(({ id, colour, frozenColumns, hidden, capacity, columns }) => ({
      id,
      colour,
      frozenColumns,
      hidden,
      capacity,
      columns: columns
        .filter(({ role }) => role === 'typed' || role === 'fixed')
        .map(({ id: column, format, width, dropdown }) => ({
          id: column,
          format,
          width,
          // Which tier a row has takes a formula to tell: a new tracker offers the list of all.
          ...(dropdown && { dropdown: { from: dropdown.from, strict: dropdown.strict } }),
        })),
    }));
}
