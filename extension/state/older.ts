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

type SecondEntry = Omit<QueueEntry, 'base'>;
type FirstEntry = Omit<SecondEntry, 'rowBy'>;
type Queue<E> = Omit<QueueState, 'entries'> & { entries: E[] };

/** An entry's key was the id of its row. */
export function withRowCells(state: Queue<FirstEntry>): Queue<SecondEntry> {
  return {
    ...state,
    entries: state.entries.map((entry) => ({
      ...entry,
      rowBy: { column: 'id', text: entry.key },
    })),
  };
}

/** All that there was to write were new rows. */
export function withBase(state: Queue<SecondEntry>): QueueState {
  return { ...state, entries: state.entries.map((entry) => ({ ...entry, base: null })) };
}

/** The copies are read anew: they lack what this version reads besides. */
export function toReadAnew<T extends object>(trackers: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(trackers).map(([id, stored]) => [id, { ...stored, version: null }]),
  );
}

/** Notes that people typed into the sheet were not read. */
export function withNotes<T extends object>(trackers: Record<string, T>): Record<string, T> {
  return toReadAnew(
    Object.fromEntries(Object.entries(trackers).map(([id, stored]) => [id, { ...stored, notes: {} }])),
  );
}

/** What the Rules tab sets was not read. */
export function withRules<T extends object>(trackers: Record<string, T>): Record<string, T> {
  return toReadAnew(
    Object.fromEntries(Object.entries(trackers).map(([id, stored]) => [id, { ...stored, rules: null }])),
  );
}
