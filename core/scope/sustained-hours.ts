/** Rule `sustained-hours`: several of the last complete weeks over the limit, and their average too. */
import { hoursToMs } from '../cadence/worked.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import { onClause } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import { type DayNumber, mondayOf } from '../time/local-date.ts';
import type { Finding, FindingRest, FindingStep, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement } from './parts/about.ts';
import { hoursLimitOf, showHours, type WeekOfHours, weekOf } from './parts/hours.ts';

/** The clause that an additional engagement may be required; an own rulebook may not have it. */
const ADDITIONAL_ENGAGEMENT = 'scope.additional-engagement';

/** A complete week beside its limit. */
interface JudgedWeek extends WeekOfHours {
  limitHours: number;
  limitRests: FindingRest;
  over: boolean;
}

export const sustainedHours: ScopeRule = {
  id: 'sustained-hours',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => finding(book, engagement, moment) ?? []);
  },
};

function finding(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Finding | null {
  const { weeks, over } = book.rulebook.readings.sustainedOverrun;
  const running = mondayOf(clockOf(book, engagement).localDayOf(nowMs));
  const judged = completeWeeks(book, engagement, running, weeks);
  if (!judged) return null;
  const overs = judged.filter((week) => week.over);
  const ms = judged.reduce((sum, week) => sum + week.ms, 0);
  const limitMs = judged.reduce((sum, week) => sum + hoursToMs(week.limitHours), 0);
  if (overs.length < over || ms <= limitMs) return null;
  const last = judged[judged.length - 1]!;
  // The average is shown against the average limit: cut up, for it is over it.
  const average = showHours(ms / weeks, limitMs / weeks / hoursToMs(1));
  return {
    rule: 'sustained-hours',
    message: 'sustained-hours',
    severity: 'violation',
    subject: aboutEngagement(engagement.id),
    rests: ADDITIONAL_ENGAGEMENT in book.rulebook.clauses ? onClause(ADDITIONAL_ENGAGEMENT) : last.limitRests,
    values: { over: overs.length, weeks, average, limit: last.limitHours },
    rows: overs.flatMap((week) =>
      week.activities.map((id) => ({ kind: 'activity' as const, engagement: engagement.id, row: id })),
    ),
    since: overs[0]!.week,
    steps: [
      ...judged.map(weekStep),
      { step: 'hours-average', values: { hours: average, weeks, limit: last.limitHours } },
    ],
    readings: ['sustained-overrun', 'weeks'],
  };
}

/** The last complete weeks, oldest first; `null` where a limit is not stated for each of them. */
function completeWeeks(
  book: DirectoryBook,
  engagement: Engagement,
  running: DayNumber,
  weeks: number,
): JudgedWeek[] | null {
  const judged: JudgedWeek[] = [];
  for (let back = weeks; back >= 1; back--) {
    const monday = running - 7 * back;
    const limit = hoursLimitOf(book, engagement, monday);
    if (!limit) return null;
    const week = weekOf(book, engagement, monday);
    const over = week.ms > hoursToMs(limit.limit);
    judged.push({ ...week, limitHours: limit.limit, limitRests: limit.rests, over });
  }
  return judged;
}

function weekStep({ week, ms, limitHours, over }: JudgedWeek): FindingStep {
  return {
    step: over ? 'hours-of-week-over' : 'hours-of-week',
    values: { week, hours: showHours(ms, limitHours), limit: limitHours },
  };
}
