/** A tab of the tracker, and where it stands in the spreadsheet. */
import type { FoundTab } from './places.ts';

export interface PlacedTab extends Omit<FoundTab, 'unheaded'> {
  /** Whether its contents are still to be written: it was made just now, or by a run that broke off. */
  isNew: boolean;
  /** Ids of the columns that still want their header. */
  added: ReadonlySet<string>;
}
