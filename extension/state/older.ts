/** What earlier versions stored, as this one stores it. */
import type { Additions } from '#core/engagement/additions.ts';
import type { Activity, Decision, NoAnswerNeeded } from '#core/engagement/schema.ts';
import type { QueueEntry, QueueState } from '../background/queue/entry.ts';

interface FirstAdditions {
  activities: readonly Activity[];
  noAnswerNeeded: readonly NoAnswerNeeded[];
}

/** Marks become lines of a journal. */
export function withJournal({ activities, noAnswerNeeded = [] }: FirstAdditions): Additions {
  const decisions = noAnswerNeeded.map(
    ({ ticket, inquiry, by, at }, index): Decision => ({
      id: `mark-${Date.parse(at).toString(36)}-${index}`,
      decision: 'no-answer-needed',
      ticket,
      about: inquiry,
      by,
      at,
    }),
  );
  return { activities, cases: [], decisions };
}

type FirstEntry = Omit<QueueEntry, 'rowBy'>;

/** An entry's key was the id of its row. */
export function withRowCells(state: Omit<QueueState, 'entries'> & { entries: FirstEntry[] }): QueueState {
  return {
    ...state,
    entries: state.entries.map((entry) => ({
      ...entry,
      rowBy: { column: 'id', text: entry.key },
    })),
  };
}

/** The copies are read anew: they lack what this version reads besides. */
export function toReadAnew<T extends object>(trackers: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(trackers).map(([id, stored]) => [id, { ...stored, version: null }]),
  );
}
