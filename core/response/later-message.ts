/** Messages dated later than now: their zone was read wrong, or the machine's clock is. */
import { MINUTE_MS } from '../time/units.ts';
import type { MessageFact } from './ticket-facts.ts';

/** The page's clock and ours may differ by so much before one of them is in doubt. */
export const CLOCK_SKEW_MS = 2 * MINUTE_MS;

/**
 * Whether a message is dated later than now, so that no due time may rest on the page's times.
 * @example
 * hasLaterMessage([], 0) // false
 */
export function hasLaterMessage(messages: readonly MessageFact[], nowMs: number): boolean {
  return messages.some(({ at }) => at !== null && at.fromMs > nowMs + CLOCK_SKEW_MS);
}
