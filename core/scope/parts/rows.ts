/** Rows of a finding, and the steps that list them. */
import type { Worked } from '../../cadence/worked.ts';
import type { Engagement } from '../../engagement/schema.ts';
import { formatLocalDate } from '../../time/local-date.ts';
import type { FindingStep, RowReference } from '../finding.ts';

/** A derivation lists so many rows and counts the rest; the finding's `rows` has them all. */
const LISTED = 12;

export function activityRows(engagement: Engagement, worked: readonly Worked[]): RowReference[] {
  return worked.map(({ activity }) => ({ kind: 'activity', engagement: engagement.id, row: activity.id }));
}

/** Activities by date and then by row, each as a step. */
export function activitySteps(worked: readonly Worked[]): FindingStep[] {
  return shortened(inOrder(worked), ({ activity, day }) => ({
    step: 'activity',
    values: { activity: activity.id, date: formatLocalDate(day), hours: activity.hours },
  }));
}

/** A step for each of the first entries of a long list, and how many more there are. */
export function shortened<T>(entries: readonly T[], stepOf: (entry: T) => FindingStep): FindingStep[] {
  const more = entries.length - LISTED;
  if (more <= 1) return entries.map(stepOf);
  return [...entries.slice(0, LISTED).map(stepOf), { step: 'more', values: { count: more } }];
}

/** By date; the directory's order stays among those of one date. */
export function inOrder(worked: readonly Worked[]): Worked[] {
  return [...worked].sort((a, b) => a.day - b.day);
}
