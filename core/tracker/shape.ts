/** The tabs that hold what people type, without their formulas: what whoever only reads and writes rows needs of them. */
import { DIRECTORY_TABS, LATER_TABS } from './read-directory.ts';
import type { Column, Dropdown, Workbook } from './workbook.ts';

export interface ShapedTab {
  id: string;
  colour: string;
  frozenColumns: number;
  hidden: boolean;
  /** Prepared rows. */
  capacity: number;
  columns: ShapedColumn[];
}
export interface ShapedColumn extends Pick<Column, 'id' | 'format' | 'width'> {
  dropdown?: ShapedDropdown;
}
export interface ShapedDropdown extends Pick<Dropdown, 'from' | 'strict'> {
  /** Shorter lists, where what is offered goes by the row's tier. */
  tierLists?: string[];
}

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
          ...(dropdown && {
            dropdown: {
              from: dropdown.from,
              strict: dropdown.strict,
              ...(dropdown.perTier && { tierLists: dropdown.perTier.lists }),
            },
          }),
        })),
    }));
}
