/** Rule `cadence`: deliverables that the terms state weekly, monthly or quarterly, due or missed in their period. */
import { cadenceOf, type DeliverableCadence } from '../cadence/cadence.ts';
import type { DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement } from './parts/about.ts';
import { dueNow, missedPeriods, periodSteps, periodsBack } from './parts/periods.ts';

export const cadence: ScopeRule = {
  id: 'cadence',
  check(book, moment) {
    // A directory that keeps no activities says nothing of what was done.
    if (!book.directory.activities) return [];
    return book.directory.engagements.flatMap((engagement) => findings(book, engagement, moment));
  },
};

function findings(book: DirectoryBook, engagement: Engagement, moment: Moment): Finding[] {
  const options = { nowMs: moment.nowMs, back: periodsBack(book) };
  return cadenceOf(book, engagement, options).flatMap((entry) => [
    ...missed(engagement, entry),
    ...due(book, engagement, entry, moment),
  ]);
}

function missed(
  engagement: Engagement,
  { deliverable, frequency, rests, periods }: DeliverableCadence,
): Finding[] {
  const { complete, missed } = missedPeriods(periods);
  if (missed.length === 0) return [];
  return [
    {
      rule: 'cadence',
      message: 'cadence-missed',
      severity: 'violation',
      subject: aboutEngagement(engagement.id),
      rests,
      values: { deliverable, frequency: frequency!, count: missed.length, of: complete.length },
      rows: [],
      since: missed[0]!.period.id,
      steps: periodSteps(complete),
      readings: ['cadence'],
    },
  ];
}

function due(
  book: DirectoryBook,
  engagement: Engagement,
  { deliverable, frequency, rests, periods }: DeliverableCadence,
  moment: Moment,
): Finding[] {
  const found = dueNow(book, engagement, periods, moment);
  if (!found) return [];
  return [
    {
      rule: 'cadence',
      message: 'cadence-due',
      severity: 'warning',
      subject: aboutEngagement(engagement.id),
      rests,
      values: { deliverable, frequency: frequency!, ...found.values },
      rows: [],
      since: found.values.period,
      steps: found.steps,
      readings: ['cadence', 'due-period'],
    },
  ];
}
