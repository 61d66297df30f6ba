/** Long work in short slices: between two of them the page draws, scrolls and hears its user. */
import type { Pause } from './ticket-links.ts';

const SLICE_MS = 8;

/** A pause that gives way once a slice is used up. Rejects once the signal ends: the work is not wanted any more. */
export function slices(now: () => number, signal: AbortSignal): Pause {
  let untilMs = now() + SLICE_MS;
  return async () => {
    signal.throwIfAborted();
    if (now() < untilMs) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    untilMs = now() + SLICE_MS;
  };
}
