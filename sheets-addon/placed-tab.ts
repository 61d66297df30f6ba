/** A tab of the tracker, and where it stands in the spreadsheet. */
import type { FoundTab } from './places.ts';

export interface PlacedTab extends Omit<FoundTab, 'isMarked'> {
  /** Whether the tab was made just now. */
  isNew: boolean;
  /** Ids of the columns that were added just now. */
  added: ReadonlySet<string>;
}
