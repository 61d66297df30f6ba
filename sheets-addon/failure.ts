/** What is said of whatever goes wrong while the spreadsheet is changed. */
import type { Words } from '#core/tracker/index.ts';
import type { Area } from './area.ts';
import type { FoundTab } from './places.ts';

/** Somebody has protected what is about to be written: nothing of it has been written yet. */
class Locked extends Error {}

/** Ends the work before it has begun where its user may not write; `areas`: where it is about to. */
export function refuseLocked(
  tabs: Iterable<FoundTab>,
  areas: (tab: FoundTab) => Area[] = wholeColumns,
): void {
  const places = [...tabs].flatMap((tab) => tab.sheet.lockedPlaces(areas(tab)));
  if (places.length > 0) throw new Locked([...new Set(places)].join(', '));
}

/** Every row of the columns that are ours; what people keep beside them is theirs to protect. */
export function wholeColumns({ sheet, positions }: FoundTab): Area[] {
  const rows = sheet.rowCount;
  return [...positions.values()].map((position) => ({ row: 1, column: position + 1, rows, columns: 1 }));
}

export function sayFailure(error: unknown, words: Words): string {
  const detail = error instanceof Error ? error.message : String(error);
  return words.text(error instanceof Locked ? 'tracker.locked' : 'tracker.failed', { detail });
}
