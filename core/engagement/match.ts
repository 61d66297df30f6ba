/** Ties a ticket to an engagement by what the page shows; ambiguity is asked, never guessed. */
import type { TicketFacts } from '../response/ticket-facts.ts';
import type { DirectoryBook } from './book.ts';
import { clockOf } from './book.ts';
import { claimIndexOf, SHOWN_BY, type ShownBy } from './claim-index.ts';
import { domainOf, folded, ticketKey } from './claims.ts';
import type { Engagement } from './schema.ts';
import { inTerm } from './terms.ts';

export type MatchedBy = 'picked' | 'case-link' | 'contact' | 'address' | 'organisation' | 'domain';

export type Match =
  | { kind: 'matched'; engagement: Engagement; by: MatchedBy }
  | { kind: 'ambiguous'; candidates: readonly Engagement[] }
  | { kind: 'unknown'; candidates: readonly Engagement[] };

/**
 * The engagement that a ticket belongs to. In order: the user's own pick, a case with the ticket's link, then
 * the requester's address as an identified contact, and the customer by address, organisation and domain, which
 * must not contradict each other. Several engagements that fit are `ambiguous`. A pick of `null` is the user's word
 * that what fits is wrong.
 */
export function matchEngagement(
  facts: TicketFacts,
  book: DirectoryBook,
  nowMs: number,
  picked?: string | null | undefined,
): Match {
  if (picked === null) return { kind: 'unknown', candidates: all(book) };
  const own = picked === undefined ? undefined : book.engagements.get(picked);
  if (own) return { kind: 'matched', engagement: own, by: 'picked' };
  const linked = linkedTo(facts.url, book);
  if (linked.length === 1) return { kind: 'matched', engagement: linked[0]!, by: 'case-link' };
  if (linked.length > 1) return { kind: 'ambiguous', candidates: linked };

  const address = addressOf(facts);
  const customers = customersOf(facts, address, book);
  if (customers.size > 1) {
    return { kind: 'ambiguous', candidates: all(book).filter((entry) => customers.has(entry.customer)) };
  }
  const { engagementsOfContact, engagementsOfCustomer } = claimIndexOf(book);
  const byContact = (address !== null && engagementsOfContact.get(address)) || [];
  const contacted = byContact.filter((entry) => customers.size === 0 || customers.has(entry.customer));
  if (contacted.length > 0) return settle(contacted, 'contact', book, nowMs);
  for (const [customer, by] of customers) {
    const engaged = engagementsOfCustomer.get(customer);
    if (engaged) return settle(engaged, by, book, nowMs);
  }
  return { kind: 'unknown', candidates: all(book) };
}

/** The requester's address, else that of the first customer message that has one; folded. */
export function addressOf(facts: TicketFacts): string | null {
  const email =
    facts.requester?.value.email ??
    facts.messages.find(({ role, author }) => role === 'customer' && author.email !== undefined)?.author
      .email;
  return email === undefined ? null : folded(email);
}

function settle(
  engagements: readonly Engagement[],
  by: MatchedBy,
  book: DirectoryBook,
  nowMs: number,
): Match {
  const running = engagements.filter((entry) => inTerm(entry, clockOf(book, entry).localDateOf(nowMs)));
  const [only, ...more] = running.length > 0 ? running : engagements;
  return only && more.length === 0
    ? { kind: 'matched', engagement: only, by }
    : { kind: 'ambiguous', candidates: running.length > 0 ? running : engagements };
}

/** The engagements under which the ticket is listed as a case. */
function linkedTo(url: string, book: DirectoryBook): Engagement[] {
  const cases = claimIndexOf(book).casesOfLink.get(ticketKey(url)) ?? [];
  const ids = new Set(cases.map(({ engagement }) => engagement));
  return [...ids].flatMap((id) => book.engagements.get(id) ?? []);
}

function customersOf(facts: TicketFacts, address: string | null, book: DirectoryBook): Map<string, ShownBy> {
  const shown: Record<ShownBy, string | null> = {
    address,
    organisation: facts.organisation === null ? null : folded(facts.organisation.value),
    domain: address === null ? null : domainOf(address),
  };
  const { customersBy } = claimIndexOf(book);
  const claiming = SHOWN_BY.flatMap((by) =>
    (customersBy[by].get(shown[by] ?? '') ?? []).map((customer) => [customer, by] as const),
  );
  // The surest of a customer's claims comes last, and counts.
  const found = new Map<string, ShownBy>(claiming.reverse());
  // One address is said of one person; the domain behind it may well be another customer's.
  if ([...found.values()].includes('address')) {
    for (const [customer, by] of found) if (by === 'domain') found.delete(customer);
  }
  return found;
}

function all(book: DirectoryBook): readonly Engagement[] {
  return book.directory.engagements;
}
