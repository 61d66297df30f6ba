/**
 * What a reader found on a ticket page. Plain data that crosses from the page to the background; every fact
 * says where it came from, so that the overlay can show it and its user can correct it.
 */

/** Where a fact was read, in falling order of trust. */
export type FactSource = 'mapped' | 'site' | 'semantics' | 'label' | 'url' | 'position';

export interface Fact<T> {
  value: T;
  source: FactSource;
  /** The words on the page it was read beside ("Requestor"), for people. */
  shown?: string;
}

/** Whose zone a page's time was read in. `offset`: the time itself carries one. */
export type ZoneSource = 'offset' | 'page' | 'setting' | 'assumed';

/** An instant as far as the page tells it: exact where `fromMs` is `untilMs`, else anywhere between the two. */
export interface TimeFact {
  fromMs: number;
  untilMs: number;
  zone: ZoneSource;
  /** As the page shows it. */
  shown: string;
}

export type MessageRole = 'customer' | 'staff' | 'note' | 'automatic' | 'unknown';

export interface MessageFact {
  role: MessageRole;
  author: { name?: string; email?: string };
  at: TimeFact | null;
  source: FactSource;
}

export type StatusKind = 'open' | 'pending' | 'solved' | 'closed';

/** A fact that was looked for and not found, or not believed. */
export type UnreadFact =
  | 'id'
  | 'subject'
  | 'requester'
  | 'organisation'
  | 'status'
  | 'messages'
  | 'times'
  | 'zone'
  | 'roles';

export interface TicketFacts {
  url: string;
  /** Reader that produced this: `generic`, or a site's name. */
  reader: string;
  /** Name of a known system whose page is no longer what its own reader knows; it was read like any other page. */
  changed?: string;
  language: string | null;
  id: Fact<string> | null;
  subject: Fact<string> | null;
  requester: Fact<{ name?: string; email?: string }> | null;
  organisation: Fact<string> | null;
  created: Fact<TimeFact> | null;
  /** The deadline that the ticket system itself shows. */
  deadline?: Fact<TimeFact> | null;
  status: Fact<{ shown: string; kind: StatusKind | null }> | null;
  priority: Fact<string> | null;
  assignee: Fact<string> | null;
  /** In the page's order. */
  messages: MessageFact[];
  /** How many earlier messages the page says it has folded away; 0 where it says nothing. */
  earlierMessages: number;
  unread: UnreadFact[];
  /** Present where the user has mapped facts on pages like this one. */
  mapping?: MappingFact;
}

/** How a user's own mapping of a page has fared. */
export interface MappingFact {
  /** The mapped facts whose place is not on this page; they were read without the mapping. */
  unfit: string[];
}
