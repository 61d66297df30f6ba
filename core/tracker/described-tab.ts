/** A tab of which nothing is said but what is its own: most have no band, no rows of the description, and a filter. */
import { boldWidthOf } from './text-lines.ts';
import type { Words } from './words.ts';
import type { Tab } from './workbook.ts';

type Usual = 'title' | 'bandRows' | 'band' | 'rows' | 'filter' | 'hidden';

/** The mark of the filter, in characters. */
const BESIDE = 1;

export function describedTab(words: Words, tab: Omit<Tab, Usual> & Partial<Pick<Tab, Usual>>): Tab {
  return {
    title: words.title(tab.id),
    bandRows: 0,
    band: [],
    rows: [],
    filter: true,
    hidden: false,
    ...tab,
    // A header breaks between its words, never within one.
    columns: tab.columns.map((column) => ({
      ...column,
      width: Math.ceil(
        Math.max(column.width, ...column.header.split(' ').map((word) => boldWidthOf(word) + BESIDE)),
      ),
    })),
  };
}
