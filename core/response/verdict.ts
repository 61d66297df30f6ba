/** The background's answer to one ticket's facts: plain data, enough to draw the overlay without asking again. */

import type { Frequency, Method } from '../rulebook/schema.ts';
import type { DerivationStep } from '../time/due-at.ts';
import type { UnreadFact } from './ticket-facts.ts';

/** State of the answer owed. `not-stated`: the tier has no target; `outside-term`: nothing is owed. */
export type ResponseState =
  | 'nothing-owed'
  | 'running'
  | 'due-soon'
  | 'overdue'
  | 'answered-in-time'
  | 'answered-late'
  | 'not-stated'
  | 'closed-unanswered'
  | 'outside-term'
  | 'unread';

/** An inquiry of the thread: the customer's first unanswered message and what became of it. */
export interface InquiryVerdict {
  state: ResponseState;
  /** The received time, earliest and latest where the page tells it only approximately. */
  receivedMs: [number, number] | null;
  dueMs: [number, number] | null;
  answeredMs: number | null;
  /** Business time by which the answer was late, or by which it is overdue at `askedMs`; 0 where it is not. */
  lateMs: number;
  steps: DerivationStep[];
}

export interface EntitlementVerdict {
  deliverable: string;
  name: string;
  about: string;
  included: boolean;
  /** `null`: the source states neither method nor frequency. */
  delivery: { methods: Method[]; frequency: Frequency } | null;
  clause: string;
}

export interface ScopeChip {
  rule: string;
  state: 'ok' | 'warning' | 'violation';
  /** Message of the catalogue, `scope.<key>`, with its values. */
  message: { key: string; values: Record<string, string | number> };
  clause: string | null;
}

export interface EngagementView {
  id: string;
  customer: string;
  tier: { id: string; name: string };
  zone: string;
  manager: { name: string; email?: string | undefined; away: boolean };
  backup: { name: string; email?: string | undefined; serving: boolean } | null;
  language: string;
}

/** How the ticket was tied to an engagement. */
export type EngagementMatch =
  | { kind: 'matched'; by: 'case-link' | 'address' | 'organisation' | 'domain' | 'picked' }
  | { kind: 'unknown' }
  | { kind: 'ambiguous' };

export interface Verdict {
  askedMs: number;
  match: EngagementMatch;
  /** Offered to pick from where the match is not certain. */
  candidates: { engagement: string; customer: string; tier: string }[];
  engagement: EngagementView | null;
  current: InquiryVerdict | null;
  /** Every inquiry of the thread, oldest first. */
  history: InquiryVerdict[];
  /** Open intervals `[start, end)` around now and up to the due time or some days on, for the countdown. */
  open: [number, number][];
  entitlements: EntitlementVerdict[];
  scope: ScopeChip[];
  unread: UnreadFact[];
  earlierMessages: number;
}
