/** How many lines a wrapped text takes: not every spreadsheet fits a row to it when it opens a file. */

/** Characters twice as wide as a Latin one: Hangul, kana, Chinese characters, full-width forms. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;
/** Where words are long, a line is not filled to its end. */
const FILLED = 0.9;

/**
 * Lines of a text in a column of so many characters.
 * @example
 * linesIn('twelve chars', 6) // 3
 * linesIn('一二三四', 6) // 2
 */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => {
    const length = widthOf(line);
    return sum + (length <= width ? 1 : Math.ceil(length / (width * FILLED)));
  }, 0);
}

/**
 * Width of a line in characters.
 * @example
 * widthOf('一二') // 4
 */
export function widthOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0);
}

/** Bold letters take this much more room. */
const BOLD = 1.15;

/**
 * Width of a line in bold, in characters.
 * @example
 * boldWidthOf('1234567890') // 11.5
 */
export function boldWidthOf(line: string): number {
  return widthOf(line) * BOLD;
}
