/** A tab of which nothing is said but what is its own: most have no band, no rows of the description, and a filter. */
import type { Words } from './words.ts';
import type { Tab } from './workbook.ts';

type Usual = 'title' | 'bandRows' | 'band' | 'rows' | 'filter' | 'hidden';

export function describedTab(words: Words, tab: Omit<Tab, Usual> & Partial<Pick<Tab, Usual>>): Tab {
  return {
    title: words.title(tab.id),
    bandRows: 0,
    band: [],
    rows: [],
    filter: true,
    hidden: false,
    ...tab,
  };
}
