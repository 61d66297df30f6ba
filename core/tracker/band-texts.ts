/** What stands above a table from the first row on: its title, and below it what is said of it. */
import type { Words } from './words.ts';
import type { BandCell } from './workbook.ts';

export function bandTexts(words: Words, column: string, ...keys: string[]): BandCell[] {
  return keys.map((key, place) => ({
    row: place + 1,
    column,
    content: { text: words.text(key) },
    format: 'text',
    look: place === 0 ? 'title' : 'label',
  }));
}
