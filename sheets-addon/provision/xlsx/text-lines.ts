/** How many lines a row's wrapped text takes. */
import { linesIn, type Row, type Tab } from '#core/tracker/index.ts';

export function linesOf(tab: Tab, row: Row | undefined): number {
  return tab.columns.reduce((most, { id, width, wrap }) => {
    const value = row?.[id];
    return wrap && typeof value === 'string' ? Math.max(most, linesIn(value, width)) : most;
  }, 1);
}
