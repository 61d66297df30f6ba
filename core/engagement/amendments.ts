/** Changes of work that its tracker has already: shown at once, and given up where the tracker says something else by now. */
import type { Directory } from './directory-schema.ts';
import type { Activity } from './schema.ts';

export interface Amendment {
  /** Its own for ever. */
  key: string;
  /** What the tracker said when its user changed it. */
  base: Activity;
  /** `null`: taken out. */
  next: Activity | null;
}

/**
 * The directory with the amendments that still fit it: an entry that its tracker has changed meanwhile stays as the
 * tracker has it.
 * @example
 * const base = { id: 'A', engagement: 'E', date: '2026-06-08', hours: 1 };
 * const amended = [{ key: 'k', base, next: { ...base, hours: 2 } }];
 * const hoursOf = (hours) => withAmendments({ activities: [{ ...base, hours }] }, amended).activities[0].hours;
 * [hoursOf(1), hoursOf(1.5)] // [2, 1.5]
 */
export function withAmendments(directory: Directory, amendments: readonly Amendment[]): Directory {
  if (amendments.length === 0) return directory;
  const byId = new Map((directory.activities ?? []).map((entry) => [entry.id, entry]));
  for (const { base, next } of amendments) {
    if (!isSameWork(byId.get(base.id) ?? null, base)) continue;
    if (next === null) byId.delete(base.id);
    else byId.set(base.id, next);
  }
  return { ...directory, activities: [...byId.values()] };
}

const FIELDS = [
  'engagement',
  'date',
  'hours',
  'deliverable',
  'method',
  'language',
  'note',
  'case',
  'weeklyCall',
  'priorNotice',
] as const;

/** Whether two entries say the same of the same work, as far as a tracker can say it. */
export function isSameWork(one: Activity | null, other: Activity | null): boolean {
  if (one === null || other === null) return one === other;
  return FIELDS.every((field) => (one[field] || null) === (other[field] || null));
}
