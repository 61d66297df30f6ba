/** The cases of an engagement in a period: opened, closed, in hand; open issues and resolutions. */
import type { Case } from '../engagement/schema.ts';
import { daysInHand } from '../scope/parts/cases-peak.ts';
import { type DayNumber, formatLocalDate, type LocalDate, parseLocalDate } from '../time/local-date.ts';
import type { ReportPeriod } from './report-period.ts';

export interface CaseOfReview {
  id: string;
  subject: string | null;
  severity: number | null;
  opened: LocalDate | null;
  closed: LocalDate | null;
  /** Days from its opening to its closing, or to the day of the review; `null` where one of them has no date. */
  days: number | null;
}

export interface ReviewCases {
  opened: number;
  closed: number;
  /** In hand at the end of the day before the period, and of its last day that has come. */
  inHandBefore: number;
  inHand: number;
  /** In hand at the end, the most severe first, then the oldest. */
  open: CaseOfReview[];
  /** Solved or closed in the period, by date. */
  resolved: CaseOfReview[];
  /** Solved or closed without a date: nobody can say in which period. */
  undated: number;
}

/**
 * Counts cases by their dates (reading "Cases in hand": neither solved nor closed, from the day of its opening to the
 * day before it was closed). `lastDay` is the last day looked at: the period's own, or today.
 * @example
 * reviewCases([{ id: 'C-1', engagement: 'E-1', status: 'closed', opened: '2026-06-01', closed: '2026-06-03' }], readReportPeriod('2026-06'), dayNumber(2026, 6, 30)).closed // 1
 */
export function reviewCases(cases: readonly Case[], period: ReportPeriod, lastDay: DayNumber): ReviewCases {
  const from = formatLocalDate(period.fromDay);
  const last = formatLocalDate(lastDay);
  const before = formatLocalDate(period.fromDay - 1);
  const within = (date: LocalDate | undefined) => date !== undefined && from <= date && date <= last;
  const inHandOn = (date: LocalDate) =>
    cases.filter((entry) => {
      const [first, end] = daysInHand(entry);
      return first <= date && end > date;
    });
  const open = inHandOn(last);
  const resolved = cases.filter((entry) => isOver(entry) && within(entry.closed));
  return {
    opened: cases.filter((entry) => within(entry.opened)).length,
    closed: resolved.length,
    inHandBefore: inHandOn(before).length,
    inHand: open.length,
    open: open.map((entry) => caseOf(entry, lastDay)).sort(bySeverity),
    resolved: resolved
      .map((entry) => caseOf(entry, lastDay))
      .sort((a, b) => (a.closed! < b.closed! ? -1 : a.closed! > b.closed! ? 1 : 0)),
    undated: cases.filter((entry) => isOver(entry) && entry.closed === undefined).length,
  };
}

function isOver({ status }: Case): boolean {
  return status === 'solved' || status === 'closed';
}

/** A case that was closed after the period was still open at its end: its closing is not told. */
function caseOf({ id, subject, severity, opened, closed }: Case, lastDay: DayNumber): CaseOfReview {
  const closedDay = closed === undefined ? null : dayOf(closed);
  const isClosed = closedDay !== null && closedDay <= lastDay;
  const [first, end] = [opened === undefined ? null : dayOf(opened), isClosed ? closedDay : lastDay];
  return {
    id,
    subject: subject ?? null,
    severity: severity ?? null,
    opened: opened ?? null,
    closed: isClosed ? closed! : null,
    days: first === null ? null : end - first,
  };
}

function dayOf(date: LocalDate): DayNumber | null {
  const day = parseLocalDate(date);
  return typeof day === 'number' ? day : null;
}

function bySeverity(a: CaseOfReview, b: CaseOfReview): number {
  const severity = (a.severity ?? Number.POSITIVE_INFINITY) - (b.severity ?? Number.POSITIVE_INFINITY);
  if (severity !== 0 && !Number.isNaN(severity)) return severity;
  return (a.opened ?? '') < (b.opened ?? '') ? -1 : 1;
}
