/** A tab that formulas look into and that people need not see. */
import { describedTab } from '../described-tab.ts';
import { sorted } from '../formula.ts';
import { helper } from '../status.ts';
import type { Words } from '../words.ts';
import type { Column, Tab } from '../workbook.ts';

type Own = Pick<Tab, 'id' | 'columns' | 'capacity'> &
  Pick<Partial<Tab>, 'follows' | 'rows' | 'frozenColumns'>;

export function hiddenTab(words: Words, tab: Own): Tab {
  return describedTab(words, {
    frozenColumns: 0,
    filter: false,
    hidden: true,
    highlights: [],
    colour: '#94a3b8',
    ...tab,
  });
}

/** The numbers of a column of another tab in order, least first. */
export function inOrder(id: string, path: string): Column {
  return { ...helper(id, sorted(path)), spills: true };
}
