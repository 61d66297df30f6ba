/** Where an engagement went beyond its scope in a period. */
import { workedOf } from '../cadence/worked.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import { checkEngagement } from '../scope/check.ts';
import type { Finding } from '../scope/finding.ts';
import { type DayNumber, formatLocalDate, mondayOf } from '../time/local-date.ts';
import type { ReportPeriod } from './report-period.ts';

/**
 * The violations of a period, each with its clause. What is the manager's own (cases in hand over all customers) is
 * not among them, as it tells of others; missed deliverables and late answers have sections of their own.
 */
export function reviewBreaches(
  book: DirectoryBook,
  engagement: Engagement,
  period: ReportPeriod,
  lastDay: DayNumber,
): Finding[] {
  const moment = { nowMs: clockOf(book, engagement).instantOf(lastDay + 1, 0) - 1 };
  const own = (from: DirectoryBook) =>
    checkEngagement(from, engagement, moment).filter(
      ({ severity, subject }) => severity === 'violation' && subject.kind === 'engagement',
    );
  return [
    ...own(book).filter((finding) => holdsIn(finding, period, lastDay)),
    ...own(workedIn(book, engagement, period)).filter(({ rows }) => rows[0]?.kind === 'activity'),
  ];
}

/** What is about a case counts where that was opened; contacts and the contract itself, until they are mended. */
function holdsIn(
  { derivation, rows, since }: Finding,
  { fromDay }: ReportPeriod,
  lastDay: DayNumber,
): boolean {
  const kind = rows[0]?.kind;
  if (kind === undefined || kind === 'activity' || derivation) return false;
  if (since === null) return true;
  return since <= formatLocalDate(lastDay) && (kind !== 'case' || since >= formatLocalDate(fromDay));
}

/** The same book with the activities of the period's weeks alone; a week's limit is never prorated. */
function workedIn(book: DirectoryBook, engagement: Engagement, period: ReportPeriod): DirectoryBook {
  const fromDay = mondayOf(period.fromDay);
  const untilDay = mondayOf(period.untilDay - 1) + 7;
  const activities = workedOf(book, engagement)
    .filter(({ day }) => fromDay <= day && day < untilDay)
    .map(({ activity }) => activity);
  return { ...book, activitiesOf: new Map([[engagement.id, activities]]) };
}
