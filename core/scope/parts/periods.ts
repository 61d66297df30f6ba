/** What the rules about periods share: which were missed, whether the running one has to be warned of. */
import type { PeriodCadence } from '../../cadence/cadence.ts';
import { isOwed, termDays, usedShareOf } from '../../cadence/owed.ts';
import type { DirectoryBook } from '../../engagement/book.ts';
import type { Engagement } from '../../engagement/schema.ts';
import { formatLocalDate } from '../../time/local-date.ts';
import type { FindingStep, Moment } from '../finding.ts';

/** Complete periods to look back at, where the rulebook names no number. */
const BACK = 4;

export function periodsBack(book: DirectoryBook): number {
  return book.rulebook.readings.missedPeriods ?? BACK;
}

/** The complete periods that owed it, and those of them that went by without. The last period is the running one. */
export function missedPeriods(periods: readonly PeriodCadence[]): {
  complete: PeriodCadence[];
  missed: PeriodCadence[];
} {
  const complete = periods.slice(0, -1).filter(isOwed);
  return { complete, missed: complete.filter(({ state }) => state === 'missed') };
}

/** The running period where it still owes and the warning share of its business time has run. */
export function dueNow(
  book: DirectoryBook,
  engagement: Engagement,
  periods: readonly PeriodCadence[],
  { nowMs }: Moment,
): { values: { period: string; until: string }; steps: FindingStep[] } | null {
  const running = periods[periods.length - 1];
  if (running?.state !== 'due') return null;
  const { period } = running;
  if (usedShareOf(book, engagement, period, nowMs) < book.rulebook.readings.warnFromShare) return null;
  const lastDay = Math.min(period.untilDay, termDays(engagement).untilDay) - 1;
  return {
    values: { period: period.id, until: formatLocalDate(lastDay) },
    steps: [daysStep(running)],
  };
}

/** What each period owed and whether it was done. */
export function periodSteps(periods: readonly PeriodCadence[]): FindingStep[] {
  return periods.flatMap((entry): FindingStep[] =>
    entry.state === 'missed'
      ? [daysStep(entry), { step: 'period-missed', values: { period: entry.period.id } }]
      : [{ step: 'period-done', values: { period: entry.period.id } }],
  );
}

function daysStep({ period, openDays, regularDays }: PeriodCadence): FindingStep {
  return { step: 'period-days', values: { period: period.id, open: openDays, count: regularDays } };
}
