/** The status of a row with a cell that should hold a date and does not. */
import { cell, op } from './formula.ts';
import type { StatusCase } from './status.ts';
import type { Words } from './words.ts';

/** The helper `<id>No` is below zero where the cell could not be read. */
export function notADate(words: Words, tab: string, id: string): StatusCase {
  return {
    when: op(cell(`${id}No`), '<', 0),
    key: 'not-a-date',
    level: 1,
    values: { column: words.header(tab, id) },
  };
}
