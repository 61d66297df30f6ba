/** How many lines a row's wrapped text takes. */
import { linesIn, type Row, type Tab } from '#core/tracker/index.ts';

/** What a formula will say is not known when the file is written. */
const OF_A_FORMULA = 2;

export function linesOf(tab: Tab, row: Row | undefined): number {
  return tab.columns.reduce((most, { id, width, wrap, formula }) => {
    if (!wrap) return most;
    const value = row?.[id];
    if (formula) return Math.max(most, OF_A_FORMULA);
    return typeof value === 'string' ? Math.max(most, linesIn(value, width)) : most;
  }, 1);
}
