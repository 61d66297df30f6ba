/** The queue in the browser's storage, and what sets it going. */
import { googleSheet } from '../../platform/sheets/google-sheet.ts';
import { additionsItem, amendmentsItem, update } from '../../state/settings.ts';
import { queueItem, trackersItem } from '../../state/trackers.ts';
import { currentDirectory } from '../directory.ts';
import { storageChecked } from '../stored/set-aside.ts';
import { callerAt } from '../sync/account.ts';
import { drive, type QueueStore } from './drive.ts';
import { reconciled, takenOut } from './machine.ts';
import { wantedEntries } from './wanted.ts';

export const queueStore: QueueStore = {
  read: () => queueItem.getValue(),
  change: (step) => update(queueItem, step),
};

/** Whether what was added here can still be taken out again, with nothing of it in a sheet; it then leaves the queue. */
export async function isStillOurs(key: string): Promise<boolean> {
  let isOurs = false;
  await queueStore.change((state) => {
    const taken = takenOut(state, key);
    isOurs = taken.isOurs;
    return taken.state;
  });
  return isOurs;
}

let driving: Promise<void> | null = null;
let isAskedAgain = false;

/** Takes in what was logged since, and sends what may be sent; one at a time, whoever asks. */
export function driveQueue(clock: () => number): Promise<void> {
  isAskedAgain = true;
  driving ??= driveAll(clock);
  return driving;
}

/** What was logged while it was under way is taken in too. */
async function driveAll(clock: () => number): Promise<void> {
  try {
    while (isAskedAgain) {
      isAskedAgain = false;
      await driveNow(clock);
    }
  } finally {
    driving = null;
  }
}

/** What was logged, changed or taken back since joins the queue, or leaves it; nothing is sent. */
export async function takeIn(clock: () => number): Promise<void> {
  await storageChecked(clock());
  const [{ book }, additions, amendments, trackers] = await Promise.all([
    currentDirectory(),
    additionsItem.getValue(),
    amendmentsItem.getValue(),
    trackersItem.getValue(),
  ]);
  if (book) {
    const wanted = wantedEntries(additions, amendments, trackers, book, clock());
    await queueStore.change((state) => reconciled(state, wanted));
  }
}

async function driveNow(clock: () => number): Promise<void> {
  await takeIn(clock);
  await drive({
    store: queueStore,
    sheetOf: (tracker) => googleSheet(callerAt(clock), tracker),
    clock,
  });
}
