/** Builders for the columns of a tab. */
import type { Expr } from './formula.ts';
import type { Words } from './words.ts';
import type { Column, Dropdown, Format, TierLists } from './workbook.ts';

export interface ColumnMaker {
  typed(id: string, format: Format, width: number, more?: Partial<Column>): Column;
  computed(id: string, format: Format, width: number, formula: Expr): Column;
  written(id: string, format: Format, width: number): Column;
}

export function columnsFor(words: Words, tab: string): ColumnMaker {
  const header = (id: string) => ({ id, header: words.header(tab, id), note: words.note(tab, id) });
  return {
    typed: (id, format, width, more = {}) => ({ ...header(id), role: 'typed', format, width, ...more }),
    written: (id, format, width) => ({ ...header(id), role: 'written', format, width, wrap: true }),
    computed: (id, format, width, formula) => ({ ...header(id), role: 'computed', format, width, formula }),
  };
}

/** Only what is listed. */
export const oneOf = (from: string): { dropdown: Dropdown } => ({ dropdown: { from, strict: true } });
/** What is listed is offered; anything else is warned of, and the status says so. */
export const offered = (from: string): { dropdown: Dropdown } => ({ dropdown: { from, strict: false } });
/** The same, and of what is listed only that which goes with the row's tier. */
export const offeredPerTier = (from: string, perTier: TierLists): { dropdown: Dropdown } => ({
  dropdown: { from, strict: false, perTier },
});
