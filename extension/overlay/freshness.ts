/**
 * When an answer is asked for again. What is long past and what is yet to come are the same here: a machine's clock
 * may be set back as well as forward.
 */
import { hasLaterMessage } from '#core/response/later-message.ts';
import { MINUTE_MS, SECOND_MS } from '#core/time/units.ts';
import { standingAt } from './standing.ts';
import type { Shown } from './view-contract.ts';

/** An answer is asked for again after this long, so that a new day reaches a tab that nobody touches. */
const STALE_MS = 5 * MINUTE_MS;
/** A new state is asked about at most this often. */
const RETRY_MS = 30 * SECOND_MS;

/** Asks again where the verdict has grown old, or time has moved the ticket into another state. */
export function makeFreshness(askAgain: () => void): (shown: Shown, nowMs: number) => void {
  let askedAgainMs = 0;
  return (shown, nowMs) => {
    if (Math.abs(nowMs - askedAgainMs) < RETRY_MS || isFresh(shown, nowMs)) return;
    askedAgainMs = nowMs;
    askAgain();
  };
}

function isFresh({ answer, facts: { messages } }: Shown, nowMs: number): boolean {
  if (answer.kind !== 'verdict') return true;
  const { askedMs, current } = answer.verdict;
  if (Math.abs(nowMs - askedMs) >= STALE_MS) return false;
  if (hasLaterMessage(messages, nowMs) !== hasLaterMessage(messages, askedMs)) return false;
  const standing = standingAt(answer, nowMs);
  return standing === null || standing.state === current?.state;
}
