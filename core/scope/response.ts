/** Rule `response`: remembered inquiries whose answer is overdue, or due soon. */
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import { ticketKey } from '../engagement/claims.ts';
import type { Case, Engagement, RememberedInquiry } from '../engagement/schema.ts';
import { inTerm } from '../engagement/terms.ts';
import type { Inquiry } from '../response/inquiry.ts';
import { inquiriesOf, type ResponseClockOptions } from '../response/response-clock.ts';
import type { Dismissal, ThreadMessage } from '../response/thread.ts';
import { MINUTE_MS } from '../time/units.ts';
import { isInHand } from './cases-in-hand.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';

export const response: ScopeRule = {
  id: 'response',
  check(book, moment) {
    const dismissals = dismissalsByTicket(book);
    return book.directory.engagements.flatMap((engagement) => {
      const owed = (book.casesOf.get(engagement.id) ?? []).filter(
        (entry) => isInHand(entry) && unanswered(entry).length > 0,
      );
      if (owed.length === 0) return [];
      const options = optionsOf(book, engagement, moment);
      return owed.flatMap((entry) => findings(engagement, entry, dismissals, options));
    });
  },
};

function findings(
  engagement: Engagement,
  entry: Case,
  dismissals: ReadonlyMap<string, Dismissal[]>,
  options: ResponseClockOptions,
): Finding[] {
  const own = {
    ...options,
    status: entry.status,
    dismissals: entry.link === undefined ? [] : (dismissals.get(ticketKey(entry.link)) ?? []),
  };
  return unanswered(entry).flatMap(({ received }) => {
    const receivedMs = Date.parse(received);
    const message: ThreadMessage = { role: 'customer', at: [receivedMs, receivedMs], author: {} };
    return inquiriesOf([message], own).flatMap(
      (inquiry) => finding(engagement, entry, inquiry, options.clock.zone) ?? [],
    );
  });
}

function finding(engagement: Engagement, entry: Case, inquiry: Inquiry, zone: string): Finding | null {
  const { state, due, lateMs, leftMs } = inquiry;
  if (!due || (state !== 'overdue' && state !== 'due-soon')) return null;
  const overdue = state === 'overdue';
  return {
    rule: 'response',
    message: overdue ? 'response-overdue' : 'response-due-soon',
    severity: overdue ? 'violation' : 'warning',
    subject: { kind: 'engagement', id: engagement.id },
    rests: inquiry.targetRests,
    values: { case: entry.id, whenMs: due[0], ...(overdue ? { lateMs } : { leftMs }) },
    rows: [{ kind: 'case', engagement: engagement.id, row: entry.id }],
    since: null,
    steps: [],
    readings: ['inquiry', 'remembered'],
    derivation: inquiry.steps,
    zone,
  };
}

function optionsOf(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): ResponseClockOptions {
  const clock = clockOf(book, engagement);
  const timeline = termsTimeline(book, engagement);
  const { readings, availability } = book.rulebook;
  return {
    clock,
    reading: readings.businessDay,
    dueSoonMs: readings.dueSoonMinutes * MINUTE_MS,
    availability: availability.clauses,
    nowMs,
    status: null,
    termsAt: (receivedMs) => {
      const date = clock.localDateOf(receivedMs);
      const { target, targetRests } = termsIn(timeline, clock.localDayOf(receivedMs));
      return { inTerm: inTerm(engagement, date), target, targetRests };
    },
  };
}

function unanswered({ inquiries }: Case): RememberedInquiry[] {
  return (inquiries ?? []).filter(({ answered }) => answered === undefined);
}

function dismissalsByTicket(book: DirectoryBook): Map<string, Dismissal[]> {
  const found = new Map<string, Dismissal[]>();
  for (const mark of book.directory.noAnswerNeeded ?? []) {
    const key = ticketKey(mark.ticket);
    const dismissal = { inquiryMs: Date.parse(mark.inquiry), by: mark.by, atMs: Date.parse(mark.at) };
    const own = found.get(key);
    if (own) own.push(dismissal);
    else found.set(key, [dismissal]);
  }
  return found;
}
