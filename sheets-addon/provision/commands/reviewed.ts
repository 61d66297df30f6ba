/** The service review that a command was asked for, from a tracker's rows. */
import {
  type DirectoryBook,
  type ReportPeriod,
  readReportPeriod,
  reviewPeriods,
  type ServiceReview,
} from '#core';
import type { Engagement } from '#core/engagement/schema.ts';
import type { Rulebook } from '#core/rulebook/schema.ts';
import { engagementIn, type OpenTracker as OpenRows, trackerReview } from '#core/tracker/index.ts';
import { type Call, Complaint, text } from './command.ts';

export const REVIEW_OPTIONS = { engagement: { type: 'string' }, period: { type: 'string' } } as const;

export interface Reviewed {
  review: ServiceReview;
  rulebook: Rulebook;
}

export function reviewIn(opened: OpenRows, id: string, zone: string, call: Call): Reviewed {
  const engagement = engagementIn(opened, id) ?? unknownEngagement(id, call);
  const { book, options } = opened;
  const period = periodFor(call, { book, engagement, nowMs: options.nowMs });
  return { review: trackerReview(opened, id, { period, zone })!, rulebook: book.rulebook };
}

/** The period that was asked for; else the last complete one of the engagement's own rhythm. */
export function periodFor(
  { values, translate }: Call,
  { book, engagement, nowMs }: { book: DirectoryBook; engagement: Engagement; nowMs: number },
): ReportPeriod {
  const wanted = text(values, 'period');
  if (wanted === undefined) return reviewPeriods(book, engagement, { nowMs, back: 1 })[1]!;
  const period = readReportPeriod(wanted);
  if (!period) throw new Complaint([translate('report.period-unknown', { period: wanted })]);
  return period;
}

export function unknownEngagement(id: string, { translate }: Call): never {
  throw new Complaint([translate('report.engagement-unknown', { engagement: id })]);
}
