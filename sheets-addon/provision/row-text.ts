/** A text with row numbers in it, worked out once and then said for each row. */

/** A row number that no text of its own holds; the row above it has its mark too. */
export const MARKED_ROW = 987_654_321;
const MARKS = new RegExp(`(${MARKED_ROW}|${MARKED_ROW - 1})`);

/** From the text of the marked row, the text of any row. */
export function rowText(marked: string): (row: number) => string {
  const parts = marked.split(MARKS);
  return (row) =>
    parts.map((part, index) => (index % 2 === 0 ? part : String(row + Number(part) - MARKED_ROW))).join('');
}
