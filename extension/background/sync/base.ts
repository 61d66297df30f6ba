/** What trackers rest on that no workbook holds: taken from the directory in use, or from the last one that there was. */
import { rulebookOf } from '#core/engagement/book.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';
import type { Rulebook } from '#core/rulebook/schema.ts';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { type KeptBase, trackerBaseItem } from '../../state/trackers.ts';
import { currentDirectory } from '../directory.ts';
import { withReadings } from '../settings/with-readings.ts';

type Choice = Directory['rulebook'];

const BUILT_IN = { use: 'service-management' as const };

export async function baseNow(): Promise<{ base: KeptBase; rulebook: Rulebook }> {
  const { book } = await currentDirectory();
  const kept = await trackerBaseItem.getValue();
  if (book === null) {
    return { base: kept ?? { rulebook: BUILT_IN, calendars: [] }, rulebook: serviceManagement };
  }
  const { rulebook, calendars } = book.directory;
  const base: KeptBase = { ...kept, rulebook: belowSheet(rulebook, kept), calendars };
  if (JSON.stringify(base) !== JSON.stringify(kept)) await trackerBaseItem.setValue(base);
  return { base, rulebook: book.rulebook };
}

/** Without what a Rules tab set; what its user has changed since is kept. */
function belowSheet(current: Choice, kept: KeptBase | null): Choice {
  if (!kept?.onSheet || withoutReadings(current) !== withoutReadings(kept.onSheet)) return current;
  const before = readingsOf(kept.onSheet);
  const changed = Object.entries(readingsOf(current)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return changed.length === 0 ? kept.rulebook : withReadings(kept.rulebook, Object.fromEntries(changed));
}

const readingsOf = (choice: Choice): Record<string, unknown> => rulebookOf({ rulebook: choice }).readings;

const withoutReadings = (choice: Choice) =>
  JSON.stringify({ ...rulebookOf({ rulebook: choice }), readings: null });
