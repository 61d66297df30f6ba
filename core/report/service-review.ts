/** The service review of one engagement: what was done, answered, given and owed in a period, and since the one before. */
import { clockOf, type DirectoryBook, termsAt } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding } from '../scope/finding.ts';
import { type DayNumber, formatLocalDate } from '../time/local-date.ts';
import { periodBefore, type ReportPeriod } from './report-period.ts';
import { reviewBreaches } from './review-breaches.ts';
import { type ReviewCases, reviewCases } from './review-cases.ts';
import { type ReviewDeliverables, reviewDeliverables } from './review-deliverables.ts';
import { type ReviewResponses, reviewResponses } from './review-responses.ts';
import { type ReviewWork, reviewWork } from './review-work.ts';

/** Figures that two periods are compared by. */
export interface ReviewFigures {
  workMs: number;
  activities: number;
  opened: number;
  closed: number;
  inHand: number;
  /** `null` where nobody remembers inquiries. */
  inquiries: number | null;
  inTime: number | null;
  late: number | null;
}

export interface ServiceReview extends ReviewDeliverables {
  engagement: Engagement;
  customer: string;
  /** Id of the tier on the last day that is looked at. */
  tier: string;
  manager: string;
  backup: string | null;
  zone: string;
  /** The zone in whose wall time its instants are meant; a sheet's are local already, as if in Greenwich. */
  wall: string;
  period: ReportPeriod;
  before: ReportPeriod;
  /** The last day looked at: the period's own, or today where it still runs. */
  lastDay: DayNumber;
  /** Whether the period has not ended yet. */
  isRunning: boolean;
  work: ReviewWork;
  cases: ReviewCases;
  responses: ReviewResponses | null;
  breaches: Finding[];
  figures: ReviewFigures;
  figuresBefore: ReviewFigures;
  /** Those of the two periods before that one, the newest first, as far as the term goes back. */
  earlier: { id: string; figures: ReviewFigures }[];
}

export interface ReviewOptions {
  period: ReportPeriod;
  nowMs: number;
}

/**
 * Reviews one engagement over a period; nothing of any other customer is in it. Hours are milliseconds, dates are
 * the engagement's own; a period that has not begun is reviewed as empty. Deliverables rest on the clauses of the
 * engagement's tier, answers on its response target and the reading "Business day".
 * @example
 * const parts = { managers: [{ id: 'M', name: 'Mia' }], customers: [{ id: 'C', name: 'Nordwind' }], calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: serviceManagement.availability.week }] };
 * const engagement = { id: 'E', customer: 'C', tier: 'premium', manager: 'M', calendar: 'berlin' };
 * const activities = [{ id: 'A', engagement: 'E', date: '2026-06-08', hours: 10.01, deliverable: 'service-reviews' }];
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, ...parts, engagements: [engagement], activities });
 * const review = serviceReview(book, engagement, { period: readReportPeriod('2026-06'), nowMs: Date.parse('2026-07-01T12:00+02:00') });
 * [review.work.ms, review.breaches.map(({ rule }) => rule)] // [36036000, ['weekly-hours']]
 */
export function serviceReview(
  book: DirectoryBook,
  engagement: Engagement,
  { period, nowMs }: ReviewOptions,
): ServiceReview {
  const clock = clockOf(book, engagement);
  const today = clock.localDayOf(nowMs);
  const lastDay = lastDayOf(period, today);
  const before = periodBefore(period);
  const twoBefore = periodBefore(before);
  const work = reviewWork(book, engagement, period);
  const cases = book.casesOf.get(engagement.id) ?? [];
  const own = reviewCases(cases, period, lastDay);
  const responses = reviewResponses(book, engagement, period, nowMs);
  const backup = engagement.backup ?? book.managers.get(engagement.manager)?.backup;
  const figuresIn = (one: ReportPeriod) =>
    figuresOf(
      reviewWork(book, engagement, one),
      reviewCases(cases, one, lastDayOf(one, today)),
      reviewResponses(book, engagement, one, nowMs),
    );
  return {
    engagement,
    customer: book.customers.get(engagement.customer)?.name ?? engagement.customer,
    tier: termsAt(book, engagement, clock.instantOf(lastDay, 0)).tier.id,
    manager: book.managers.get(engagement.manager)?.name ?? engagement.manager,
    backup: backup === undefined ? null : (book.managers.get(backup)?.name ?? null),
    zone: clock.zone,
    wall: clock.zone,
    period,
    before,
    lastDay,
    isRunning: period.untilDay > today,
    work,
    cases: own,
    responses,
    ...reviewDeliverables(book, engagement, period, { nowMs, work }),
    breaches: reviewBreaches(book, engagement, period, lastDay),
    figures: figuresIn(period),
    figuresBefore: figuresIn(before),
    earlier: [twoBefore, periodBefore(twoBefore)]
      .filter(({ untilDay }) => (engagement.from ?? '') < formatLocalDate(untilDay))
      .map((one) => ({ id: one.id, figures: figuresIn(one) })),
  };
}

/** Of a period that has not begun, its first day: nothing has happened on it. */
function lastDayOf({ fromDay, untilDay }: ReportPeriod, today: DayNumber): DayNumber {
  return Math.max(fromDay, Math.min(today, untilDay - 1));
}

function figuresOf(
  { ms, activities }: ReviewWork,
  { opened, closed, inHand }: ReviewCases,
  responses: ReviewResponses | null,
): ReviewFigures {
  return {
    workMs: ms,
    activities,
    opened,
    closed,
    inHand,
    inquiries: responses?.received ?? null,
    inTime: responses?.inTime ?? null,
    late: responses?.late ?? null,
  };
}
