/** Carries the queue out, a step at a time; the state is written down between any two of them. */
import {
  type Cells,
  isFailure,
  type SheetFailure,
  type TrackerSheet,
} from '../../platform/sheets/tracker-sheet.ts';
import type { QueueEntry, QueueState } from './entry.ts';
import { failed, forgotten, held, marksToForget, nextEntry, sent, settled } from './machine.ts';

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
  const { key, rowBy, tab, tracker, cells } = entry;
  const sheet = sheetOf(tracker);
  const fail = (failure: SheetFailure) => store.change((state) => failed(state, key, failure, clock()));
  await store.change((state) => sent(state, key));
  const columns = Object.keys(cells);
  const settle = (row: Cells | null) => {
    const isThere = row !== null && columns.every((column) => row[column] === cells[column]);
    return store.change((state) =>
      isThere ? settled(state, key, clock()) : held(state, key, row === null ? 'missing' : 'different', null),
    );
  };
  if (rowBy.column !== 'id') {
    const before = await sheet.rowOf(tab, columns, rowBy);
    if (isFailure(before)) return fail(before);
    // Never sent, so it is somebody else's row: theirs stays as it is.
    if (before !== null && entry.attempts === 0) return settle(cells);
    if (before !== null) return settle(before);
  }
  const layout = await sheet.layout(tab, columns);
  if (isFailure(layout)) return fail(layout);
  const outcome = await sheet.insert(layout, key, cells);
  if (isFailure(outcome)) return fail(outcome);
  // Columns may have moved while the row was on its way: only what stands where it should is done.
  const row = await sheet.rowOf(tab, columns, rowBy);
  return isFailure(row) ? fail(row) : settle(row);
}

async function forgetMarks({ store, sheetOf, clock }: Driving): Promise<void> {
  const marks = marksToForget(await store.read(), clock());
  if (marks === null) return;
  const outcome = await sheetOf(marks.tracker).forget(marks.keys);
  // What could not be taken away now is taken away with the next.
  if (!isFailure(outcome)) await store.change((state) => forgotten(state, marks.keys));
}
