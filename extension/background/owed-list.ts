/** The answers owed, as the popup lists them. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import { ticketKey } from '#core/engagement/claims.ts';
import type { Engagement } from '#core/engagement/schema.ts';
import type { Inquiry } from '#core/response/inquiry.ts';
import { owedAnswers } from '#core/response/owed-answers.ts';
import type { OwedEntry } from '../platform/popup-messages.ts';
import { siteOf } from '../platform/sites.ts';
import { owedTickets } from './owed.ts';

/** An answer owed, and by which engagement. */
export type Owed = OwedEntry & { engagement: string };

/**
 * The answers owed on tickets that this browser has seen, and on the cases of which the directory remembers it;
 * what was seen is newer. Soonest due first.
 */
export async function owedNow(book: DirectoryBook | null, nowMs: number): Promise<Owed[]> {
  if (book === null) return [];
  const seen = (await owedTickets(book, nowMs)).map(({ facts, engagement, inquiry }) =>
    owedOf(book, engagement, inquiry, {
      url: facts.url,
      ticket: facts.id?.value ?? '',
      subject: facts.subject?.value ?? '',
    }),
  );
  const known = new Set(seen.map(({ url }) => ticketKey(url)));
  const remembered = [...book.engagements.values()].flatMap((entry) => ofCases(book, entry, nowMs));
  return [...seen, ...remembered.filter(({ url }) => url === '' || !known.has(ticketKey(url)))].sort(
    bySoonest,
  );
}

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

function owedOf(
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
