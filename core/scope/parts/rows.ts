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
  const steps = inOrder(worked).map(
    ({ activity, day }): FindingStep => ({
      step: 'activity',
      values: { activity: activity.id, date: formatLocalDate(day), hours: activity.hours },
    }),
  );
  return shortened(steps);
}

/** The first steps of a long list, and how many more there are. */
export function shortened(steps: readonly FindingStep[]): FindingStep[] {
  const more = steps.length - LISTED;
  if (more <= 1) return [...steps];
  return [...steps.slice(0, LISTED), { step: 'more', values: { count: more } }];
}

/** By date; the directory's order stays among those of one date. */
export function inOrder(worked: readonly Worked[]): Worked[] {
  return [...worked].sort((a, b) => a.day - b.day);
}
