/** The answers owed, as the popup lists them. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import { ticketKey } from '#core/engagement/claims.ts';
import { owedTickets } from './owed.ts';
import { bySoonest, type Owed, ofCases, owedOf } from './owed-entries.ts';

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
