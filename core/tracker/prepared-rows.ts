/** How many rows a tab has when it is made for rows that are there already. */

const SPARE_SHARE = 0.25;
/** At Google every cell counts, empty ones too: a quarter more of 200,000 activities alone would be 1.4 million. */
export const MOST_SPARE = 5000;

/** The rows themselves and a quarter more, but at most so many more. */
export function preparedRows(filled: number, mostSpare = MOST_SPARE): number {
  return filled + Math.min(Math.ceil(filled * SPARE_SHARE), mostSpare);
}
