/** One tracker brought up to date: nothing is read where nothing has changed, and nothing taken over but the whole. */
import { openDirectory } from '#core/engagement/book.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import { type Problem, problem } from '#core/problem.ts';
import type { Rulebook } from '#core/rulebook/schema.ts';
import { handNotes } from '#core/tracker/hand-notes.ts';
import { type Base, DIRECTORY_TABS, LATER_TABS, readTrackerRows } from '#core/tracker/read-directory.ts';
import { readRules } from '#core/tracker/read-rules.ts';
import type { TrackerRows } from '#core/tracker/rows.ts';
import { textOf } from '#core/tracker/verdict/read-cell.ts';
import type { FileState } from '../../platform/sheets/google-drive.ts';
import { isFailure, type SheetFailure } from '../../platform/sheets/tracker-sheet.ts';
import type { StoredTracker } from '../../state/trackers.ts';

export interface TrackerSource {
  state: () => Promise<FileState | SheetFailure>;
  rows: (tabs: readonly string[], ifThere: readonly string[]) => Promise<TrackerRows | SheetFailure>;
}

export interface Ground {
  base: Base;
  rulebook: Rulebook;
  nowMs: number;
}

export async function syncTracker(
  stored: StoredTracker,
  source: TrackerSource,
  ground: Ground,
): Promise<StoredTracker> {
  const { nowMs } = ground;
  const state = await source.state();
  if (isFailure(state)) return troubled(stored, [problemOf(state)], nowMs);
  const named = { ...stored, name: state.name };
  if (stored.directory !== null && stored.version === state.version) {
    return { ...named, readMs: nowMs, trouble: null };
  }
  const rows = await source.rows(DIRECTORY_TABS, [...LATER_TABS, 'rules', 'violations']);
  if (isFailure(rows)) return troubled(named, [problemOf(rows)], nowMs);
  const directory = wholeDirectory(rows, ground);
  if (Array.isArray(directory)) return troubled(named, directory, nowMs);
  // The version asked for before the reading: a change in between is read the next time.
  return {
    ...named,
    version: state.version,
    directory,
    readMs: nowMs,
    shown: shownIn(rows),
    notes: handNotes(rows),
    rules: readRules(rows.rules, ground.rulebook),
    trouble: null,
  };
}

function wholeDirectory(rows: TrackerRows, { base, rulebook }: Ground): Directory | Problem[] {
  const directory = readTrackerRows(rows, base, rulebook);
  if (Array.isArray(directory)) return directory;
  const book = openDirectory(directory);
  return Array.isArray(book) ? book : directory;
}

const LISTS = ['caseStatus', 'decision', 'deliverable', 'method'] as const;

function shownIn({ lists = [] }: TrackerRows): Record<string, string> {
  const shown = LISTS.flatMap((list) =>
    lists.map((row) => [`${list}.${textOf(row[`${list}Id`])}`, textOf(row[list])] as const),
  );
  return { ...Object.fromEntries(shown), yes: textOf(lists[0]?.yes) };
}

/** The copy stays; the trouble keeps the time at which it began. */
function troubled(stored: StoredTracker, problems: Problem[], nowMs: number): StoredTracker {
  return { ...stored, trouble: { problems, sinceMs: stored.trouble?.sinceMs ?? nowMs } };
}

export function problemOf(failure: SheetFailure): Problem {
  if (failure.failed === 'refused') return problem('sheet-refused', [], { detail: failure.detail });
  return problem(`sheet-${failure.failed}`, [], {});
}
