/** The stretch of local dates that a service review is about: a calendar period, or one that people chose. */
import { type PeriodKind, periodOf } from '../cadence/period.ts';
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import { type DayNumber, dayNumber, formatLocalDate, mondayOf, parseLocalDate } from '../time/local-date.ts';

export interface ReportPeriod {
  kind: PeriodKind | 'custom';
  /** `2026-Q2`, `2026-06`, `2026-W24`, or `2026-04-15..2026-05-14` (both inclusive). */
  id: string;
  fromDay: DayNumber;
  /** The first day after it. */
  untilDay: DayNumber;
}

const BETWEEN = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;
const CALENDAR = /^(\d{4})-(?:Q([1-4])|W(\d{2})|(\d{2}))$/;
/** No review looks at more; a mistyped century must not be worked out week by week. */
const LONGEST_DAYS = 3 * 366;

/**
 * The period that a text names; `null` where it names none, ends before it begins, or is longer than three years.
 * @example
 * readReportPeriod('2026-Q2').kind // 'quarterly'
 * readReportPeriod('2026-06-08..2026-06-08').untilDay // 20613
 * readReportPeriod('2026-13') // null
 */
export function readReportPeriod(text: string): ReportPeriod | null {
  const between = BETWEEN.exec(text);
  if (between) return customPeriod(parseLocalDate(between[1]!), parseLocalDate(between[2]!));
  const match = CALENDAR.exec(text);
  if (!match) return null;
  const [, year, quarter, week, month] = match;
  const period =
    quarter !== undefined
      ? periodOf('quarterly', dayNumber(Number(year), Number(quarter) * 3, 1))
      : week !== undefined
        ? periodOf('weekly', mondayOf(dayNumber(Number(year), 1, 4)) + 7 * (Number(week) - 1))
        : periodOf('monthly', dayNumber(Number(year), Number(month), 1));
  return period.id === text ? period : null;
}

function customPeriod(from: unknown, until: unknown): ReportPeriod | null {
  if (typeof from !== 'number' || typeof until !== 'number') return null;
  return until < from || until - from >= LONGEST_DAYS ? null : stretch(from, until + 1);
}

function stretch(fromDay: DayNumber, untilDay: DayNumber): ReportPeriod {
  const id = `${formatLocalDate(fromDay)}..${formatLocalDate(untilDay - 1)}`;
  return { kind: 'custom', id, fromDay, untilDay };
}

/**
 * The period before, of the same kind; before a chosen stretch, as many days as it has.
 * @example
 * periodBefore(readReportPeriod('2026-Q1')).id // '2025-Q4'
 * periodBefore(readReportPeriod('2026-04-15..2026-05-14')).id // '2026-03-16..2026-04-14'
 */
export function periodBefore({ kind, fromDay, untilDay }: ReportPeriod): ReportPeriod {
  if (kind !== 'custom') return periodOf(kind, fromDay - 1);
  return stretch(fromDay - (untilDay - fromDay), fromDay);
}

/** The deliverable whose frequency says how often a review is due. */
const REVIEW = 'service-reviews';

/**
 * How often an engagement is reviewed (table 2, service reviews: Standard quarterly, Premium monthly). Where its
 * terms state no regular frequency, as for TSAM, quarterly is our reading.
 * @example
 * const parts = { managers: [{ id: 'M', name: 'Mia' }], customers: [{ id: 'C', name: 'Nordwind' }], calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: {} }] };
 * const engagement = { id: 'E', customer: 'C', tier: 'premium', manager: 'M', calendar: 'berlin' };
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, ...parts, engagements: [engagement] });
 * reviewKindOf(book, engagement, Date.parse('2026-06-12T12:00Z')) // 'monthly'
 */
export function reviewKindOf(book: DirectoryBook, engagement: Engagement, atMs: number): PeriodKind {
  const day = clockOf(book, engagement).localDayOf(atMs);
  const { tier } = termsIn(termsTimeline(book, engagement), day);
  const delivery = tier.grants.find(({ deliverable }) => deliverable === REVIEW)?.delivery;
  const frequency = delivery?.frequency ?? 'quarterly';
  return frequency === 'as-needed' ? 'quarterly' : frequency;
}

/**
 * The periods that a review is usually written for: the running one first, then those that are complete, newest
 * first.
 * @example
 * const parts = { managers: [{ id: 'M', name: 'Mia' }], customers: [{ id: 'C', name: 'Nordwind' }], calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: {} }] };
 * const engagement = { id: 'E', customer: 'C', tier: 'standard', manager: 'M', calendar: 'berlin' };
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, ...parts, engagements: [engagement] });
 * reviewPeriods(book, engagement, { nowMs: Date.parse('2026-06-12T12:00Z'), back: 2 }).map(({ id }) => id) // ['2026-Q2', '2026-Q1', '2025-Q4']
 */
export function reviewPeriods(
  book: DirectoryBook,
  engagement: Engagement,
  { nowMs, back }: { nowMs: number; back: number },
): ReportPeriod[] {
  const today = clockOf(book, engagement).localDayOf(nowMs);
  const periods: ReportPeriod[] = [periodOf(reviewKindOf(book, engagement, nowMs), today)];
  while (periods.length <= back) periods.push(periodBefore(periods[periods.length - 1]!));
  return periods;
}
