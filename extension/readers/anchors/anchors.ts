/** What a site's reader says of its pages: where each fact stands. Data, for `read-site.ts` to follow. */
import type { MessageRole } from '#core/response/ticket-facts.ts';

/** A CSS selector; ended by `@name`, that attribute of the element in place of its text. */
export type Anchor = string;

export interface PersonAnchors {
  /** Where a name stands, or a name with an address. */
  name?: readonly Anchor[];
  email?: readonly Anchor[];
}

/** Messages of one kind: a ticket's opening may look unlike its replies. */
export interface ThreadAnchors {
  item: string;
  /** What the writer of a message has written: no mark in there is the page's own. */
  body?: string;
  /** By what a message's role is known, on the message or in it; the first that fits. */
  roles?: readonly (readonly [selector: string, role: MessageRole])[];
  /** Where the page says in words what a message is, if no mark does: "Internal note". */
  words?: readonly Anchor[];
  /** Role of a message without a mark; without one its author decides: the requester is the customer. */
  otherwise?: MessageRole;
  author?: PersonAnchors;
  at?: readonly Anchor[];
  /** The same time with its year first, in a zone that the page does not name: tells the day from the month. */
  sortable?: readonly Anchor[];
  /** The year stands beside a date only where it is another than the present one. */
  presentYear?: true;
}

/** Anchors stand in falling order of trust: the first that gives something is taken. */
export interface Anchors {
  /** The part of the page that is the ticket; of several the one in view. */
  root?: string;
  /** A frame of the same origin that holds the ticket. */
  frame?: string;
  /** The ticket lies in open shadow roots. */
  deep?: true;
  id?: readonly Anchor[];
  subject: readonly Anchor[];
  requester?: PersonAnchors;
  organisation?: readonly Anchor[];
  created?: readonly Anchor[];
  /** The deadline that the system itself shows: for an answer before that for a solution. */
  deadline?: readonly Anchor[];
  status?: readonly Anchor[];
  priority?: readonly Anchor[];
  assignee?: readonly Anchor[];
  /** Those whom the page calls its staff, or offers to assign the ticket to. */
  staff?: readonly Anchor[];
  /** Zone in which the page shows its times. */
  zone?: readonly Anchor[];
  /** The description, where it stands outside the messages: what the requester wrote when the ticket was created. */
  opening?: string;
  threads: readonly ThreadAnchors[];
  /** How many messages the page has folded away: an element that says the number. */
  earlier?: readonly Anchor[];
}
