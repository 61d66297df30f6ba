/** Carries the queue out, a step at a time; the state is written down between any two of them. */
import { isFailure, type TrackerSheet } from '../../platform/sheets/tracker-sheet.ts';
import { carryOutChange } from './change-row.ts';
import type { QueueEntry, QueueState } from './entry.ts';
import { clashed, failed, forgotten, marksToForget, nextEntry, sent, settled } from './machine.ts';
import { type RowOutcome, saysSame } from './row-outcome.ts';

export interface QueueStore {
  read(): Promise<QueueState>;
  /** Changes what is stored, one change after the other. */
  change(step: (state: QueueState) => QueueState): Promise<void>;
}

export interface Driving {
  store: QueueStore;
  sheetOf: (tracker: string) => TrackerSheet;
  clock: () => number;
}

/** Sends all that may be sent now. */
export async function drive(driving: Driving): Promise<void> {
  const { store, clock } = driving;
  for (;;) {
    const entry = nextEntry(await store.read(), clock());
    if (entry === null) break;
    await carryOut(entry, driving);
  }
  await forgetMarks(driving);
}

async function carryOut(entry: QueueEntry, { store, sheetOf, clock }: Driving): Promise<void> {
  const { key } = entry;
  await store.change((state) => sent(state, key));
  const sheet = sheetOf(entry.tracker);
  const outcome = await (entry.base === null
    ? addRow(entry, sheet)
    : carryOutChange(entry, entry.base, sheet));
  await store.change((state) => {
    if (outcome === 'done') return settled(state, key, clock());
    if (isFailure(outcome)) return failed(state, key, outcome, clock());
    return clashed(state, key, outcome.theirs);
  });
}

async function addRow(
  { key, rowBy, tab, cells, attempts }: QueueEntry,
  sheet: TrackerSheet,
): Promise<RowOutcome> {
  const columns = Object.keys(cells);
  if (rowBy.column !== 'id') {
    const before = await sheet.rowOf(tab, columns, rowBy);
    if (isFailure(before)) return before;
    // Never sent, so it is somebody else's row: theirs stays as it is, where it is about the same engagement.
    const isTheirs = before !== null && attempts === 0 && before.engagement === cells.engagement;
    if (before !== null) return isTheirs || saysSame(before, cells) ? 'done' : { theirs: before };
  }
  const layout = await sheet.layout(tab, columns);
  if (isFailure(layout)) return layout;
  const outcome = await sheet.insert(layout, key, cells);
  if (isFailure(outcome)) return outcome;
  // Columns may have moved while the row was on its way: only what stands where it should is done.
  const row = await sheet.rowOf(tab, columns, rowBy);
  if (isFailure(row)) return row;
  return saysSame(row, cells) ? 'done' : { theirs: row };
}

async function forgetMarks({ store, sheetOf, clock }: Driving): Promise<void> {
  const marks = marksToForget(await store.read(), clock());
  if (marks === null) return;
  const outcome = await sheetOf(marks.tracker).forget(marks.keys);
  // What could not be taken away now is taken away with the next.
  if (!isFailure(outcome)) await store.change((state) => forgotten(state, marks.keys));
}
