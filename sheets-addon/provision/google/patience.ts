/**
 * Patience with Google: what may be asked again is asked again, later each time. A read is repeated after any
 * passing fault. A write is repeated only where Google says that it was not carried out; where nobody can say,
 * the caller looks at what is there and works out anew what is missing.
 */
import { CallFailed, failureOf } from './failure.ts';

export interface Patience {
  pause(ms: number): Promise<void>;
  /** A number in [0, 1), so that two who were turned away do not come back together. */
  random(): number;
  /** Told before each wait. */
  waiting(ms: number, detail: string): void;
}

const FIRST_MS = 1000;
const LONGEST_MS = 64_000;
/** With these, a fault of some four minutes is sat out. */
export const ATTEMPTS = 8;

/** How long to wait before the next attempt; `attempt` counts from 1. */
export function waitBefore(attempt: number, random: number, askedMs = 0): number {
  const base = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.max(Math.round(base * (1 + random / 2)), Math.min(askedMs, LONGEST_MS));
}

export function patiently<T>(kind: 'read' | 'write', call: () => Promise<T>, patience: Patience): Promise<T> {
  const again = (failure: CallFailed) =>
    failure.kind === 'busy' || (kind === 'read' && failure.kind === 'unclear');
  return repeated(call, again, patience);
}

/** Repeats what fails with a failure that may be met with waiting. */
export async function repeated<T>(
  call: () => Promise<T>,
  again: (failure: CallFailed) => boolean,
  patience: Patience,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      if (!again(failure)) throw failure;
      if (attempt >= ATTEMPTS) throw new CallFailed('no-answer', failure.detail);
      const ms = waitBefore(attempt, patience.random(), failure.waitMs);
      patience.waiting(ms, failure.detail);
      await patience.pause(ms);
    }
  }
}
