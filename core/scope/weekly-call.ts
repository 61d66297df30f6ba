/** Rule `weekly-call`: the formal call with the customer, once in each week that owes it. */
import { type PeriodCadence, weeklyCallsOf } from '../cadence/cadence.ts';
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import type { DirectoryBook } from '../engagement/book.ts';
import type { Rest } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement } from './parts/about.ts';
import { dueNow, missedPeriods, periodSteps, periodsBack } from './parts/periods.ts';

export const weeklyCall: ScopeRule = {
  id: 'weekly-call',
  check(book, moment) {
    // A directory that keeps no activities says nothing of what was done.
    if (!book.directory.activities) return [];
    return book.directory.engagements.flatMap((engagement) => findings(book, engagement, moment));
  },
};

function findings(book: DirectoryBook, engagement: Engagement, moment: Moment): Finding[] {
  const weeks = weeklyCallsOf(book, engagement, { nowMs: moment.nowMs, back: periodsBack(book) });
  const { complete, missed } = missedPeriods(weeks);
  const found: Finding[] = [];
  if (missed.length > 0) {
    found.push({
      rule: 'weekly-call',
      message: 'weekly-call-missed',
      severity: 'violation',
      subject: aboutEngagement(engagement.id),
      rests: restsOf(book, engagement, missed[0]!),
      values: { count: missed.length, of: complete.length },
      rows: [],
      since: missed[0]!.period.id,
      steps: periodSteps(complete),
      readings: ['cadence', 'weekly-call'],
    });
  }
  const due = dueNow(book, engagement, weeks, moment);
  if (due) {
    found.push({
      rule: 'weekly-call',
      message: 'weekly-call-due',
      severity: 'warning',
      subject: aboutEngagement(engagement.id),
      rests: restsOf(book, engagement, weeks[weeks.length - 1]!),
      values: due.values,
      rows: [],
      since: due.values.period,
      steps: due.steps,
      readings: ['cadence', 'due-period', 'weekly-call'],
    });
  }
  return found;
}

/** The clause or contract that asks for the call in a week: the last of those that held in it. */
function restsOf(book: DirectoryBook, engagement: Engagement, { period }: PeriodCadence): Rest | null {
  const timeline = termsTimeline(book, engagement);
  for (let day = period.untilDay - 1; day >= period.fromDay; day--) {
    const { weeklyCall: rests } = termsIn(timeline, day);
    if (rests) return rests;
  }
  return null;
}
