/** What was logged on tickets, as rows of the tracker that their engagement comes from. */
import type { Additions } from '#core/engagement/additions.ts';
import { clockOf, type DirectoryBook } from '#core/engagement/book.ts';
import type { Activity } from '#core/engagement/schema.ts';
import { serialOf } from '#core/tracker/rows.ts';
import type { StoredTracker } from '../../state/trackers.ts';
import type { NewEntry } from './entry.ts';

export function wantedEntries(
  additions: Additions,
  trackers: Readonly<Record<string, StoredTracker>>,
  book: DirectoryBook,
  nowMs: number,
): NewEntry[] {
  const homes = new Map(
    Object.entries(trackers).flatMap(([id, { directory }]) =>
      (directory?.engagements ?? []).map((engagement) => [engagement.id, id] as const),
    ),
  );
  return additions.activities.flatMap((activity) => {
    const tracker = homes.get(activity.engagement);
    if (tracker === undefined || !book.engagements.has(activity.engagement)) return [];
    return {
      key: activity.id,
      tracker,
      tab: 'activities',
      about: activity.engagement,
      cells: cellsOf(activity, trackers[tracker]!, book),
      madeMs: nowMs,
    };
  });
}

/** Every column that people may type in: what is not named here would keep what a prepared row happens to hold. */
function cellsOf(activity: Activity, { shown }: StoredTracker, book: DirectoryBook): NewEntry['cells'] {
  const { deliverable, method } = activity;
  const clock = clockOf(book, book.engagements.get(activity.engagement)!);
  const date = activity.date ?? clock.localDateOf(Date.parse(activity.at ?? ''));
  return {
    date: serialOf(date),
    engagement: activity.engagement,
    hours: activity.hours,
    deliverable: deliverable === undefined ? null : (shown[`deliverable.${deliverable}`] ?? deliverable),
    method: method === undefined ? null : (shown[`method.${method}`] ?? method),
    language: activity.language ?? null,
    weeklyCall: activity.weeklyCall ? (shown.yes ?? null) : null,
    priorNotice: activity.priorNotice ? (shown.yes ?? null) : null,
    case: activity.case ?? null,
    note: activity.note ?? null,
    id: activity.id,
  };
}
