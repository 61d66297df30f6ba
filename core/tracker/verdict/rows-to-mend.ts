/** How many rows somebody has to mend before all of them count. */
import type { RowsVerdict } from './check-tracker.ts';

/** What a row says for want of another: of these, the other is the one to mend. */
const FOLLOWING: readonly (string | null)[] = ['limits-unknown', 'week-incomplete'];

export function rowsToMend(tabs: RowsVerdict): number {
  return Object.values(tabs)
    .flat()
    .filter(({ level, key }) => level === 1 && !FOLLOWING.includes(key)).length;
}
