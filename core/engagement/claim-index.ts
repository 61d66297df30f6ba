/** A directory's claims on tickets, by what is looked up: a list asks for a thousand tickets at once. */
import type { DirectoryBook } from './book.ts';
import { folded, ticketKey } from './claims.ts';
import { type DismissedInquiry, dismissedInquiries } from './decisions.ts';
import type { Case, Customer, Engagement } from './schema.ts';

/** By what a customer claims a ticket, the surest first. */
export const SHOWN_BY = ['address', 'organisation', 'domain'] as const;
export type ShownBy = (typeof SHOWN_BY)[number];

export interface ClaimIndex {
  /** Cases by the `ticketKey` of their link. */
  casesOfLink: ReadonlyMap<string, readonly Case[]>;
  /** Customers by what they claim, folded. */
  customersBy: Readonly<Record<ShownBy, ReadonlyMap<string, readonly string[]>>>;
  engagementsOfCustomer: ReadonlyMap<string, readonly Engagement[]>;
  /** Engagements by the address of a contact of any date, folded. */
  engagementsOfContact: ReadonlyMap<string, readonly Engagement[]>;
  /** Inquiries marked as needing no answer, by the `ticketKey` of their ticket. */
  marksOfTicket: ReadonlyMap<string, readonly DismissedInquiry[]>;
}

const known = new WeakMap<DirectoryBook, ClaimIndex>();

/** The index of a book, made at its first question. */
export function claimIndexOf(book: DirectoryBook): ClaimIndex {
  const index = known.get(book) ?? indexOf(book);
  known.set(book, index);
  return index;
}

function indexOf({ directory }: DirectoryBook): ClaimIndex {
  const { cases = [], customers, engagements } = directory;
  return {
    casesOfLink: grouped(cases, ({ link = '' }) => {
      const key = ticketKey(link);
      return key === '' ? [] : [key];
    }),
    customersBy: {
      address: customersClaiming(customers, ({ addresses = [] }) => addresses),
      organisation: customersClaiming(customers, ({ name, organisations = [] }) => [name, ...organisations]),
      domain: customersClaiming(customers, ({ domains = [] }) =>
        domains.map((domain) => domain.trim().replace(/^@/, '')),
      ),
    },
    engagementsOfCustomer: grouped(engagements, ({ customer }) => [customer]),
    engagementsOfContact: grouped(engagements, ({ contacts = [] }) =>
      contacts.flatMap(({ email }) => (email === undefined ? [] : folded(email))),
    ),
    marksOfTicket: grouped(dismissedInquiries(directory), ({ ticket }) => [ticketKey(ticket)]),
  };
}

function customersClaiming(
  customers: readonly Customer[],
  claimsOf: (customer: Customer) => readonly string[],
): Map<string, string[]> {
  const groups = grouped(customers, (customer) => claimsOf(customer).map(folded).filter(Boolean));
  return new Map([...groups].map(([claim, found]) => [claim, found.map(({ id }) => id)]));
}

/** Entries by their keys, each once, in the order of the directory. */
function grouped<T>(entries: readonly T[], keysOf: (entry: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const keys = keysOf(entry);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
