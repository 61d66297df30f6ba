/** An inquiry: what the customer asked and nobody has answered yet, or somebody has; and what is owed for it. */
import type { Rest } from '../engagement/rest.ts';
import type { Problem } from '../problem.ts';
import type { TargetAmount } from '../time/due-at.ts';
import type { RestedStep } from './derivation.ts';

/**
 * State of the answer owed. `not-stated`: no target is stated; `outside-term`: received outside the term, so
 * nothing is owed; `closed-unanswered`: no countdown, and the report lists it; `unread`: the page did not tell
 * enough to say.
 */
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

/** Earliest and latest instant, in milliseconds; both the same where the page told it exactly. */
export type Between = [earliestMs: number, latestMs: number];

export interface Inquiry {
  state: ResponseState;
  /** `false` where the page told a time only approximately and the state depends on which it was. */
  certain: boolean;
  received: Between | null;
  due: Between | null;
  answered: Between | null;
  /** Who wrote it, as far as the page tells. */
  author: { name?: string; email?: string };
  /** Who answered. */
  answeredBy: { name?: string; email?: string } | null;
  /** A staff member's word that no answer is needed. */
  dismissed: { by: string; atMs: number } | null;
  /** Business milliseconds by which the answer was late, or is overdue now; 0 where it is neither. */
  lateMs: number;
  /** Business milliseconds left until the (earliest) due time; 0 where none are. */
  leftMs: number;
  /** Share of the business time between received and due that is used up, over 1 when late; `null` without due. */
  usedShare: number | null;
  target: TargetAmount | null;
  targetRests: Rest | null;
  /** The way to the (earliest) due time. */
  steps: RestedStep[];
  /** Why no due time could be worked out. */
  problem: Problem | null;
}
