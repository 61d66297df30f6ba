/** A tracker as the extension keeps it; without anything said of it, one that was picked and never read. */
import type { StoredTracker } from '../../extension/state/trackers.ts';

export function storedTracker(known: Partial<StoredTracker> = {}): StoredTracker {
  return {
    name: '',
    version: null,
    directory: null,
    readMs: null,
    shown: {},
    notes: {},
    rules: null,
    trouble: null,
    ...known,
  };
}
