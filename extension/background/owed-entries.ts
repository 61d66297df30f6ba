/** Answers owed as entries of a list: what is known of a case, and what its inquiry waits for. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import type { Engagement } from '#core/engagement/schema.ts';
import type { Inquiry } from '#core/response/inquiry.ts';
import { owedAnswers } from '#core/response/owed-answers.ts';
import type { OwedEntry } from '../platform/popup-messages.ts';
import { siteOf } from '../platform/sites.ts';

/** An answer owed, and by which engagement. */
export type Owed = OwedEntry & { engagement: string };

/** The answers owed on an engagement's cases, as far as the directory remembers their inquiries. */
export function ofCases(book: DirectoryBook, engagement: Engagement, nowMs: number): Owed[] {
  return owedAnswers(book, engagement, { nowMs }).flatMap(({ entry, inquiries }) =>
    inquiries.map((inquiry) =>
      owedOf(book, engagement, inquiry, {
        url: siteOf(entry.link) === null ? '' : entry.link!,
        ticket: entry.id,
        subject: entry.subject ?? '',
      }),
    ),
  );
}

export function bySoonest(a: OwedEntry, b: OwedEntry): number {
  return (a.dueMs ?? Number.POSITIVE_INFINITY) - (b.dueMs ?? Number.POSITIVE_INFINITY);
}

export function owedOf(
  book: DirectoryBook,
  engagement: Engagement,
  { state, due, leftMs, lateMs }: Inquiry,
  ticket: Pick<OwedEntry, 'url' | 'ticket' | 'subject'>,
): Owed {
  return {
    ...ticket,
    customer: book.customers.get(engagement.customer)!.name,
    engagement: engagement.id,
    state,
    dueMs: due?.[0] ?? null,
    leftMs: due ? leftMs - lateMs : null,
  };
}
