/** What the description of the workbook is made from. */
import type { Rulebook } from '../rulebook/schema.ts';
import type { Words } from './words.ts';

export interface Description {
  rulebook: Rulebook;
  words: Words;
  /** Prepared rows by tab. */
  capacity: Readonly<Record<string, number>>;
  /** Ids of the calendars on offer. */
  calendars: readonly string[];
}
