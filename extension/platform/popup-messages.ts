/** What the background answers the popup and the page of a card: one engagement as its customer sees it. Types only. */
import type { ResponseState } from '#core/response/inquiry.ts';
import type { EngagementView } from '#core/response/verdict.ts';
import type { CardStanding } from './card-standing.ts';
import type { SaidChip, SaidEntitlement, SaidProblem, Spoken } from './said.ts';
import type { QueueCounts } from './tracker-messages.ts';

export interface HoursRow {
  /** "Mon – Fri", in the surface's language. */
  days: string;
  /** "09:00–17:00"; empty where closed. */
  spans: string;
}

export interface OwedEntry {
  ticket: string;
  url: string;
  subject: string;
  customer: string;
  state: ResponseState;
  dueMs: number | null;
  /** Business time left, negative when late; `null` where it cannot be told. */
  leftMs: number | null;
}

export interface CustomerAnswer {
  engagement: EngagementView;
  entitlements: SaidEntitlement[];
  target: { text: string; clause: string };
  hours: HoursRow[];
  hoursClause: string;
  openNow: boolean;
  nextChangeMs: number | null;
  daysOff: { date: string; name: string }[];
  contacts: { name: string; email: string | null }[];
  contactLimit: number | null;
  /** How much of each limit is used; empty where nobody has said. */
  usage: SaidChip[];
  /** When that was so, on a card; `null`: it is so now. */
  usageMs: number | null;
  tiers: TierColumn[];
}

/** A tier beside the others: what it promises, and for each deliverable how and how often, or that it is not in it. */
export interface TierColumn {
  id: string;
  name: string;
  own: boolean;
  target: string;
  entitlements: SaidEntitlement[];
}

export interface PopupAnswer extends Spoken {
  kind: 'popup';
  /** Whether the page shown in the tab has settled the engagement. */
  fromPage: boolean;
  engagements: { id: string; label: string }[];
  /** Which of them is shown: a card has an id of its own. */
  chosen: string | null;
  /** Why the stored directory cannot be used, where it cannot. */
  problems: SaidProblem[];
  shown: CustomerAnswer | null;
  /** Where what is shown is a customer card. */
  card: CardStanding | null;
  /** Every answer owed, soonest first, for those who serve several customers; `null` for a customer. */
  desk: OwedEntry[] | null;
  /** What waits to be written into trackers; `null` where nothing does. */
  queue: QueueCounts | null;
  /** Whether the overlay is hidden on the site of the page shown in the tab. */
  hidden: boolean;
  /** Of the engagement shown, soonest first; then those of others. */
  owed: OwedEntry[];
  owedElsewhere: OwedEntry[];
}
