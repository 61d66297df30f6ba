/** The deliverables that were given in a period, and those that it owed. */
import { cadenceOf, type PeriodCadence, weeklyCallsOf } from '../cadence/cadence.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Rest } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Frequency } from '../rulebook/schema.ts';
import type { DayNumber } from '../time/local-date.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReviewWork } from './review-work.ts';

export interface DeliverableOfReview {
  deliverable: string;
  /** Whether the terms include it; one that they do not may have been given all the same. */
  isIncluded: boolean;
  /** `null`: none is stated. */
  frequency: Frequency | null;
  rests: Rest | null;
  activities: number;
  ms: number;
  lastDay: DayNumber | null;
  /** The weeks, months or quarters that the review is about, oldest first. */
  periods: PeriodCadence[];
}

export interface ReviewDeliverables {
  deliverables: DeliverableOfReview[];
  /** The weekly calls; empty where the terms ask for none. */
  calls: PeriodCadence[];
}

const DAYS_OF_WEEK = 7;

/** What the terms include or included, then what was given beside it. */
export function reviewDeliverables(
  book: DirectoryBook,
  engagement: Engagement,
  period: ReportPeriod,
  { nowMs, work }: { nowMs: number; work: ReviewWork },
): ReviewDeliverables {
  const today = clockOf(book, engagement).localDayOf(nowMs);
  const back = Math.max(0, Math.ceil((today - period.fromDay) / DAYS_OF_WEEK));
  const given = new Map(work.byDeliverable.map((entry) => [entry.id, entry]));
  const included = cadenceOf(book, engagement, { nowMs, back }).map((entry): DeliverableOfReview => {
    const own = given.get(entry.deliverable);
    given.delete(entry.deliverable);
    return {
      deliverable: entry.deliverable,
      isIncluded: true,
      frequency: entry.frequency,
      rests: entry.rests,
      activities: own?.activities ?? 0,
      ms: own?.ms ?? 0,
      lastDay: own?.lastDay ?? null,
      periods: entry.periods.filter((one) => isAbout(period, one)),
    };
  });
  const beside = [...given.values()].flatMap(({ id, activities, ms, lastDay }): DeliverableOfReview[] =>
    id === null
      ? []
      : [
          {
            deliverable: id,
            isIncluded: false,
            frequency: null,
            rests: null,
            activities,
            ms,
            lastDay,
            periods: [],
          },
        ],
  );
  return {
    deliverables: [...included, ...beside],
    calls: weeklyCallsOf(book, engagement, { nowMs, back }).filter((one) => isAbout(period, one)),
  };
}

/** What ends in the period belongs to it, and what is longer than the period and covers it. */
function isAbout({ fromDay, untilDay }: ReportPeriod, { period }: PeriodCadence): boolean {
  const endsInIt = fromDay < period.untilDay && period.untilDay <= untilDay;
  return endsInIt || (period.fromDay <= fromDay && untilDay <= period.untilDay);
}
