/** What people add to a directory where the work happens, until its source has it too. */
import { ticketKey } from './claims.ts';
import type { Directory } from './directory-schema.ts';
import type { Activity, NoAnswerNeeded } from './schema.ts';

export interface Additions {
  activities: readonly Activity[];
  noAnswerNeeded: readonly NoAnswerNeeded[];
}

/**
 * The directory with what was added to it. What it has itself by now is not added again, and what it has no place
 * for (an engagement or a deliverable that it does not know) is left out, so that an addition never breaks it.
 * @example
 * const directory = { engagements: [{ id: 'E' }], activities: [{ id: 'A', engagement: 'E', hours: 1 }] };
 * const added = { activities: [{ id: 'A', engagement: 'E', hours: 2 }, { id: 'B', engagement: 'E', hours: 3 }], noAnswerNeeded: [] };
 * withAdditions(directory, added, []).activities.map(({ hours }) => hours) // [1, 3]
 */
export function withAdditions(
  directory: Directory,
  additions: Additions,
  deliverables: readonly string[],
): Directory {
  const { activities, noAnswerNeeded } = missingIn(directory, additions);
  const engagements = new Set(directory.engagements.map(({ id }) => id));
  const cases = new Set((directory.cases ?? []).map(({ id }) => id));
  const known = new Set(deliverables);
  const fitting = activities.filter(
    (activity) =>
      engagements.has(activity.engagement) &&
      (activity.case === undefined || cases.has(activity.case)) &&
      (activity.deliverable === undefined || known.has(activity.deliverable)),
  );
  if (fitting.length === 0 && noAnswerNeeded.length === 0) return directory;
  return {
    ...directory,
    activities: [...(directory.activities ?? []), ...fitting],
    noAnswerNeeded: [...(directory.noAnswerNeeded ?? []), ...noAnswerNeeded],
  };
}

/** The additions that a directory does not have itself yet. */
export function missingIn(directory: Directory, { activities, noAnswerNeeded }: Additions): Additions {
  const ids = new Set((directory.activities ?? []).map(({ id }) => id));
  const marks = new Set((directory.noAnswerNeeded ?? []).map(markKey));
  return {
    activities: activities.filter(({ id }) => !ids.has(id)),
    noAnswerNeeded: noAnswerNeeded.filter((mark) => !marks.has(markKey(mark))),
  };
}

/** One mark for one inquiry of one ticket. */
export function markKey({ ticket, inquiry }: Pick<NoAnswerNeeded, 'ticket' | 'inquiry'>): string {
  return `${ticketKey(ticket)} ${Date.parse(inquiry)}`;
}
