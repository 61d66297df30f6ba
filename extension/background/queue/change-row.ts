/** Changes a row that was written earlier, or takes it out, where it still says what its user saw. */
import {
  type Cells,
  isFailure,
  type Pinned,
  type TrackerSheet,
} from '../../platform/sheets/tracker-sheet.ts';
import { isRemoval, type QueueEntry } from './entry.ts';
import { type RowOutcome, saysSame } from './row-outcome.ts';

/**
 * A pin moves with its row, and a change goes by the pin alone. Each attempt has a pin of its own and first pulls the
 * one before: a request that arrives late finds none, and changes nothing.
 */
export async function carryOutChange(
  entry: QueueEntry,
  base: Cells,
  sheet: TrackerSheet,
): Promise<RowOutcome> {
  const { key, attempts, tab, cells, rowBy } = entry;
  const pin = (attempt: number) => `${key} ${attempt}`;
  if (attempts > 0) {
    const pulled = await sheet.forget([pin(attempts)]);
    if (isFailure(pulled)) return pulled;
  }
  const pinned = await sheet.pin(tab, Object.keys(cells), rowBy, pin(attempts + 1));
  if (isFailure(pinned)) return pinned;
  // Somebody has taken the row out before us.
  if (pinned === null) return isRemoval(entry) ? 'done' : { theirs: null };
  const outcome = await changePinned(pinned, pin(attempts + 1));
  const pulled = await sheet.forget([pin(attempts + 1)]);
  return isFailure(pulled) && outcome === 'done' ? pulled : outcome;

  async function changePinned({ row, layout, hasMore }: Pinned, mark: string) {
    if (saysSame(row, cells)) return 'done' as const;
    // What people keep beside our columns would be left without its row.
    if (!saysSame(row, base) || (hasMore && isRemoval(entry))) return { theirs: row };
    const outcome = await sheet.rewrite(layout, mark, cells);
    if (isFailure(outcome)) return outcome;
    const after = await sheet.rowOf(tab, Object.keys(cells), rowBy);
    if (isFailure(after)) return after;
    if (isRemoval(entry) ? after === null : saysSame(after, cells)) return 'done' as const;
    // The pin went before the change came: nothing was changed.
    return saysSame(after, base) ? ({ failed: 'no-answer' } as const) : { theirs: after };
  }
}
