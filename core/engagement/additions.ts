/** What people add to a directory where the work happens, until its source has it too. */
import { ticketKey } from './claims.ts';
import type { Directory } from './directory-schema.ts';
import type { Activity, Case, Decision } from './schema.ts';

export interface Additions {
  activities: readonly Activity[];
  cases: readonly Case[];
  decisions: readonly Decision[];
}

export const NO_ADDITIONS: Additions = { activities: [], cases: [], decisions: [] };

/**
 * The directory with what was added to it. What it has itself by now is not added again, and what it has no place
 * for (an engagement or a deliverable that it does not know) is left out, so that an addition never breaks it.
 * @example
 * const directory = { engagements: [{ id: 'E' }], activities: [{ id: 'A', engagement: 'E', hours: 1 }] };
 * const added = { activities: [{ id: 'A', engagement: 'E', hours: 2 }, { id: 'B', engagement: 'E', hours: 3 }], cases: [], decisions: [] };
 * withAdditions(directory, added, []).activities.map(({ hours }) => hours) // [1, 3]
 */
export function withAdditions(
  directory: Directory,
  additions: Additions,
  deliverables: readonly string[],
): Directory {
  const missing = missingIn(directory, additions);
  const engagements = new Set(directory.engagements.map(({ id }) => id));
  const taken = new Set((directory.cases ?? []).map(({ id }) => id));
  const cases = missing.cases.filter(({ id, engagement }) => engagements.has(engagement) && !taken.has(id));
  const known = new Set(deliverables);
  const caseIds = new Set([...taken, ...cases.map(({ id }) => id)]);
  const activities = missing.activities.filter(
    (activity) =>
      engagements.has(activity.engagement) &&
      (activity.case === undefined || caseIds.has(activity.case)) &&
      (activity.deliverable === undefined || known.has(activity.deliverable)),
  );
  if (activities.length + cases.length + missing.decisions.length === 0) return directory;
  return {
    ...directory,
    cases: [...(directory.cases ?? []), ...cases],
    activities: [...(directory.activities ?? []), ...activities],
    decisions: [...(directory.decisions ?? []), ...missing.decisions],
  };
}

/** The additions that a directory does not have itself yet: a ticket is one case, by whatever number it is listed. */
export function missingIn(directory: Directory, { activities, cases, decisions }: Additions): Additions {
  const logged = idsOf(directory.activities);
  const decided = idsOf(directory.decisions);
  const tickets = new Set((directory.cases ?? []).flatMap(({ link }) => (link ? [ticketKey(link)] : [])));
  return {
    activities: activities.filter(({ id }) => !logged.has(id)),
    cases: cases.filter(({ link }) => !tickets.has(ticketKey(link ?? ''))),
    decisions: decisions.filter(({ id }) => !decided.has(id)),
  };
}

function idsOf(entries: readonly { id: string }[] = []): Set<string> {
  return new Set(entries.map(({ id }) => id));
}
