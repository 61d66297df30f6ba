/** The trackers that the user has picked, brought up to date and put together as the directory. */
import { openDirectory } from '#core/engagement/book.ts';
import { mergeDirectories } from '#core/engagement/merge-directories.ts';
import { type Problem, problem } from '#core/problem.ts';
import { withSheetRules } from '#core/tracker/read-rules.ts';
import { fileState } from '../../platform/sheets/google-drive.ts';
import { googleSheet } from '../../platform/sheets/google-sheet.ts';
import { update } from '../../state/settings.ts';
import { type StoredTracker, trackerBaseItem, trackersItem } from '../../state/trackers.ts';
import { takeOver } from '../directory.ts';
import { callerAt } from './account.ts';
import { baseNow } from './base.ts';
import { rulingTracker } from './ruling.ts';
import { syncTracker, type TrackerSource } from './sync-tracker.ts';

const NEW: StoredTracker = {
  name: '',
  version: null,
  directory: null,
  readMs: null,
  shown: {},
  notes: {},
  rules: null,
  trouble: null,
};

export async function addTrackers(ids: readonly string[]): Promise<void> {
  await update(trackersItem, (trackers) => ({
    ...Object.fromEntries(ids.map((id) => [id, NEW])),
    ...trackers,
  }));
}

export async function forgetTracker(id: string): Promise<void> {
  await update(trackersItem, ({ [id]: _gone, ...rest }) => rest);
  await putTogether();
}

let syncing: Promise<boolean> | null = null;

/** Brings every tracker up to date, and says whether anything has changed; calls that come together are one. */
export function syncTrackers(clock: () => number): Promise<boolean> {
  syncing ??= syncNow(clock).finally(() => {
    syncing = null;
  });
  return syncing;
}

async function syncNow(clock: () => number): Promise<boolean> {
  const trackers = await trackersItem.getValue();
  if (Object.keys(trackers).length === 0) return false;
  const ground = { ...(await baseNow()), nowMs: clock() };
  const synced = Object.fromEntries(
    await Promise.all(
      Object.entries(trackers).map(
        async ([id, stored]) => [id, await syncTracker(stored, sourceOf(id, clock), ground)] as const,
      ),
    ),
  );
  await keep(synced, trackers, clock());
  if (Object.entries(synced).every(([id, { version }]) => version === trackers[id]?.version)) return false;
  await putTogether();
  return true;
}

type Trackers = Record<string, StoredTracker>;

/** Where the storage has no room for what was read, the copies from before stay, and it is said. */
async function keep(synced: Trackers, before: Trackers, nowMs: number): Promise<void> {
  // One that was forgotten meanwhile stays forgotten.
  const into = (present: Trackers, read: Trackers) => ({
    ...present,
    ...Object.fromEntries(Object.entries(read).filter(([id]) => id in present)),
  });
  try {
    await update(trackersItem, (present) => into(present, synced));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const problems = [problem('storage-failed', [], { detail })];
    const troubled = Object.entries(before).map(([id, stored]) => {
      const sinceMs = stored.trouble?.sinceMs ?? nowMs;
      return [id, { ...stored, trouble: { problems, sinceMs } }] as const;
    });
    await update(trackersItem, (present) => into(present, Object.fromEntries(troubled)));
  }
}

function sourceOf(id: string, clock: () => number): TrackerSource {
  const caller = callerAt(clock);
  return {
    state: () => fileState(caller, id),
    rows: (tabs, ifThere) => googleSheet(caller, id).rows(tabs, ifThere),
  };
}

/** The last good copies as one directory; where they contradict each other, the one in use stays and it is said. */
async function putTogether(): Promise<void> {
  const trackers = await trackersItem.getValue();
  const copies = Object.values(trackers).flatMap(({ name, directory }) =>
    directory ? [{ name, directory }] : [],
  );
  if (copies.length === 0) return;
  const { base } = await baseNow();
  const ruling = rulingTracker(trackers, base);
  const onSheet = ruling && withSheetRules(base.rulebook, ruling.rules);
  const merged = mergeDirectories(copies);
  const book = Array.isArray(merged)
    ? merged
    : openDirectory({ ...merged, rulebook: onSheet ?? base.rulebook });
  if (Array.isArray(book)) return clashWith(book);
  const { rulebook, calendars } = base;
  await trackerBaseItem.setValue({
    rulebook,
    calendars,
    ...(ruling && onSheet && { onSheet, ruledBy: ruling.id }),
  });
  await takeOver(book.directory);
}

async function clashWith(problems: Problem[]): Promise<void> {
  await update(trackersItem, (trackers) =>
    Object.fromEntries(
      Object.entries(trackers).map(([id, stored]) => [
        id,
        // Read anew the next time: the clash ends where either of them is mended.
        {
          ...stored,
          version: null,
          trouble: { problems, sinceMs: stored.trouble?.sinceMs ?? stored.readMs ?? 0 },
        },
      ]),
    ),
  );
}
