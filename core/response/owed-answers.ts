/** The unanswered inquiries that a directory remembers of an engagement's cases, and what is owed on each. */
import { termsIn, termsTimeline } from '../cadence/terms-timeline.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import { claimIndexOf } from '../engagement/claim-index.ts';
import { ticketKey } from '../engagement/claims.ts';
import type { Case, Engagement, RememberedInquiry } from '../engagement/schema.ts';
import { inTerm } from '../engagement/terms.ts';
import { MINUTE_MS } from '../time/units.ts';
import type { Inquiry, ResponseState } from './inquiry.ts';
import { inquiriesOf, type ResponseClockOptions } from './response-clock.ts';
import type { ThreadMessage } from './thread.ts';

export interface CaseInquiries {
  entry: Case;
  inquiries: Inquiry[];
}

const WAITING: readonly ResponseState[] = ['running', 'due-soon', 'overdue'];

/** The cases on which an answer is owed at `nowMs`, with the inquiries that wait for it. */
export function owedAnswers(
  book: DirectoryBook,
  engagement: Engagement,
  moment: { nowMs: number },
): CaseInquiries[] {
  return unansweredInquiries(book, engagement, moment)
    .map(({ entry, inquiries }) => ({
      entry,
      inquiries: inquiries.filter(({ state }) => WAITING.includes(state)),
    }))
    .filter(({ inquiries }) => inquiries.length > 0);
}

/** Every remembered inquiry without an answer, of the cases that are neither solved nor closed. */
export function unansweredInquiries(
  book: DirectoryBook,
  engagement: Engagement,
  { nowMs }: { nowMs: number },
): CaseInquiries[] {
  const open = (book.casesOf.get(engagement.id) ?? []).filter(
    (entry) => (entry.status === 'open' || entry.status === 'pending') && unanswered(entry).length > 0,
  );
  if (open.length === 0) return [];
  const options = optionsOf(book, engagement, nowMs);
  return open.map((entry) => ({ entry, inquiries: inquiriesOn(entry, book, options) }));
}

/** Every remembered inquiry of an engagement's cases, answered or not; `null` where no case remembers any. */
export function rememberedInquiries(
  book: DirectoryBook,
  engagement: Engagement,
  { nowMs }: { nowMs: number },
): CaseInquiries[] | null {
  const cases = (book.casesOf.get(engagement.id) ?? []).filter(({ inquiries }) => inquiries !== undefined);
  if (cases.length === 0) return null;
  const options = optionsOf(book, engagement, nowMs);
  return cases.map((entry) => ({ entry, inquiries: inquiriesOn(entry, book, options, entry.inquiries) }));
}

function inquiriesOn(
  entry: Case,
  book: DirectoryBook,
  options: ResponseClockOptions,
  remembered = unanswered(entry),
): Inquiry[] {
  const dismissals =
    entry.link === undefined ? [] : (claimIndexOf(book).marksOfTicket.get(ticketKey(entry.link)) ?? []);
  return remembered.flatMap(({ received, answered }) => {
    const messages = [
      message('customer', received),
      ...(answered === undefined ? [] : [message('staff', answered)]),
    ];
    return inquiriesOf(messages, { ...options, status: entry.status, dismissals });
  });
}

function message(role: ThreadMessage['role'], at: string): ThreadMessage {
  const atMs = Date.parse(at);
  return { role, at: [atMs, atMs], author: {} };
}

function optionsOf(book: DirectoryBook, engagement: Engagement, nowMs: number): ResponseClockOptions {
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
