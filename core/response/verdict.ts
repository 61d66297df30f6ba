/** The background's answer to one ticket's facts: plain data, enough to draw the overlay without asking again. */
import type { MatchedBy } from '../engagement/match.ts';
import type { Rest } from '../engagement/rest.ts';
import type { Frequency, Method } from '../rulebook/schema.ts';
import type { Severity } from '../scope/finding.ts';
import type { TargetAmount } from '../time/due-at.ts';
import type { Inquiry, ResponseState } from './inquiry.ts';
import type { UnreadFact } from './ticket-facts.ts';

export interface EntitlementVerdict {
  deliverable: string;
  name: string;
  about: string;
  included: boolean;
  /** `null`: the source states neither method nor frequency. */
  delivery: { methods: Method[]; frequency: Frequency; clause: string } | null;
  clause: string;
}

/** One limit of scope as the overlay shows it, or a remark on this ticket's writer. */
export interface ScopeChip {
  rule: string;
  severity: Severity | null;
  /** The catalogue's `scope.<message>`, with its values. */
  message: string;
  values: Record<string, string | number>;
  rests: Rest | null;
}

export interface PersonView {
  id: string;
  name: string;
  /** To write to; `null` where what the directory holds is no plain address. */
  email: string | null;
  away: boolean;
  /** Last day of being away, where that is today. */
  awayUntil: string | null;
}

export interface EngagementView {
  id: string;
  customer: string;
  tier: { id: string; name: string };
  zone: string;
  manager: PersonView;
  backup: PersonView | null;
  /** The one of the two who serves now or at the next opening; `null`: nobody, a gap in coverage. */
  serving: 'manager' | 'backup' | null;
  /** Date of that opening, in the engagement's zone; `null` where it is today. */
  servingOn: string | null;
  language: string;
  languageRests: Rest;
  hoursRests: Rest;
  term: { from: string | null; until: string | null };
  target: TargetAmount | null;
  targetRests: Rest;
}

/** How the ticket was tied to an engagement. */
export type MatchView = { kind: 'matched'; by: MatchedBy } | { kind: 'unknown' } | { kind: 'ambiguous' };

/** An engagement to pick where the page does not settle it. */
export interface Candidate {
  engagement: string;
  customer: string;
  tier: string;
}

export interface Verdict {
  askedMs: number;
  match: MatchView;
  candidates: Candidate[];
  /** `null` unless the ticket is matched: no other customer's tier is ever shown. */
  engagement: EngagementView | null;
  /** The inquiry that the state is about; `null` where the customer never wrote, or nothing is matched. */
  current: Inquiry | null;
  /** What to say where there is no inquiry: only a thread that was read whole owes nothing. */
  withoutInquiry: Extract<ResponseState, 'nothing-owed' | 'unread'>;
  /** Every inquiry of the thread, oldest first. */
  history: Inquiry[];
  /** Open intervals `[start, end)` from when it was received to some days after both due and now, to draw and count. */
  open: [number, number][];
  entitlements: EntitlementVerdict[];
  scope: ScopeChip[];
  unread: UnreadFact[];
  earlierMessages: number;
}
