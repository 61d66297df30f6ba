/** How many lines a row's wrapped text takes: not every spreadsheet fits a row to it when it opens a file. */
import type { Row, Tab } from '#core/tracker/index.ts';

/** Characters twice as wide as a Latin one: Hangul, kana, Chinese characters, full-width forms. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;
/** Where words are long, a line is not filled to its end. */
const FILLED = 0.9;

export function linesOf(tab: Tab, row: Row | undefined): number {
  return tab.columns.reduce((most, { id, width, wrap }) => {
    const value = row?.[id];
    return wrap && typeof value === 'string' ? Math.max(most, linesIn(value, width * FILLED)) : most;
  }, 1);
}

function linesIn(text: string, width: number): number {
  return text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / width)),
      0,
    );
}
