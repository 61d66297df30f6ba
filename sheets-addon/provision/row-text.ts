/** A text with row numbers in it, worked out once and then said for each row. */

/** The row above the marked one has its mark too. */
const FIRST_MARK = 987_654_321;

/** From how the text of a row is written, the text of any row. */
export function rowText(write: (row: number) => string): (row: number) => string {
  const mark = unusedMark(write(1));
  const parts = write(mark).split(new RegExp(`(${mark}|${mark - 1})`));
  return (row) =>
    parts.map((part, index) => (index % 2 === 0 ? part : String(row + Number(part) - mark))).join('');
}

/** A tab may be called by any number, and its title stands in formulas. */
function unusedMark(text: string): number {
  let mark = FIRST_MARK;
  while (text.includes(String(mark)) || text.includes(String(mark - 1))) mark--;
  return mark;
}
