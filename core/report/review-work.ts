/** The work on an engagement in a period: hours by week, by deliverable and by method. */
import { eachDay, workedOf } from '../cadence/worked.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import { hoursLimitOf, weekOf } from '../scope/parts/hours.ts';
import { type DayNumber, isoWeekOf, mondayOf } from '../time/local-date.ts';
import type { ReportPeriod } from './report-period.ts';

export interface WeekOfReview {
  week: string;
  monday: DayNumber;
  /** Milliseconds of work on the days of the week that lie in the period. */
  ms: number;
  /** Milliseconds of the whole week, by which its limit goes; it is never prorated. */
  wholeMs: number;
  /** `null`: the terms of its Monday state none. */
  limitHours: number | null;
  /** Whether a part of the week lies outside the period. */
  isPart: boolean;
}

export interface WorkOn {
  /** Id of the deliverable or method; `null` where the activity names none. */
  id: string | null;
  ms: number;
  activities: number;
  /** The last day of it in the period. */
  lastDay: DayNumber;
}

export interface ReviewWork {
  ms: number;
  activities: number;
  weeks: WeekOfReview[];
  /** Most hours first. */
  byDeliverable: WorkOn[];
  byMethod: WorkOn[];
}

/** Adds up an engagement's activities on the local dates of a period; one that runs over midnight is split there. */
export function reviewWork(book: DirectoryBook, engagement: Engagement, period: ReportPeriod): ReviewWork {
  const clock = clockOf(book, engagement);
  const { fromDay, untilDay } = period;
  const weeks = new Map<DayNumber, number>();
  const byDeliverable = new Map<string | null, WorkOn>();
  const byMethod = new Map<string | null, WorkOn>();
  let activities = 0;
  let sum = 0;
  for (const worked of workedOf(book, engagement)) {
    let own = 0;
    let lastDay = Number.NEGATIVE_INFINITY;
    eachDay(worked, clock, (day, ms) => {
      if (day < fromDay || day >= untilDay) return;
      own += ms;
      lastDay = day;
      const monday = mondayOf(day);
      weeks.set(monday, (weeks.get(monday) ?? 0) + ms);
    });
    if (lastDay < fromDay) continue;
    activities++;
    sum += own;
    add(byDeliverable, worked.activity.deliverable ?? null, own, lastDay);
    add(byMethod, worked.activity.method ?? null, own, lastDay);
  }
  return {
    ms: sum,
    activities,
    weeks: mondaysOf(period).map((monday) => ({
      week: isoWeekOf(monday),
      monday,
      ms: weeks.get(monday) ?? 0,
      wholeMs: weekOf(book, engagement, monday).ms,
      limitHours: hoursLimitOf(book, engagement, monday)?.limit ?? null,
      isPart: monday < fromDay || monday + 7 > untilDay,
    })),
    byDeliverable: mostFirst(byDeliverable),
    byMethod: mostFirst(byMethod),
  };
}

function mondaysOf({ fromDay, untilDay }: ReportPeriod): DayNumber[] {
  const mondays: DayNumber[] = [];
  for (let monday = mondayOf(fromDay); monday < untilDay; monday += 7) mondays.push(monday);
  return mondays;
}

function add(groups: Map<string | null, WorkOn>, id: string | null, ms: number, lastDay: DayNumber): void {
  const group = groups.get(id);
  if (!group) groups.set(id, { id, ms, activities: 1, lastDay });
  else {
    group.ms += ms;
    group.activities++;
    group.lastDay = Math.max(group.lastDay, lastDay);
  }
}

function mostFirst(groups: ReadonlyMap<string | null, WorkOn>): WorkOn[] {
  return [...groups.values()].sort((a, b) => b.ms - a.ms || ((a.id ?? '~') < (b.id ?? '~') ? -1 : 1));
}
