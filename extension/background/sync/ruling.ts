/** Whose Rules tab holds, where several trackers have one. */
import type { SheetRules } from '#core/tracker/read-rules.ts';
import type { KeptBase, StoredTracker } from '../../state/trackers.ts';

export interface Ruling {
  id: string;
  name: string;
  rules: SheetRules;
}

/** The one that held before: a tracker that is picked later changes nothing for those that are there. */
export function rulingTracker(
  trackers: Readonly<Record<string, StoredTracker>>,
  kept: KeptBase | null,
): Ruling | null {
  const found = Object.entries(trackers).flatMap(([id, { name, rules }]) =>
    rules ? [{ id, name, rules }] : [],
  );
  return found.find(({ id }) => id === kept?.ruledBy) ?? found[0] ?? null;
}

/** Whether a tracker's tab says something else than the one that holds. */
export function isOverruled({ rules }: StoredTracker, ruling: Ruling | null): boolean {
  return rules !== null && JSON.stringify(rules) !== JSON.stringify(ruling?.rules);
}
