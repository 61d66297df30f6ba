/**
 * Patience with Google: what may be asked again is asked again, later each time. A read is repeated after any
 * passing fault. A write is repeated only where Google says that it was not carried out; where nobody can say,
 * the caller looks at what is there and works out anew what is missing.
 */
import { CallFailed, type FailureKind, failureOf } from './failure.ts';

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
const ATTEMPTS = 8;

/** How long to wait before the next attempt; `attempt` counts from 1. */
function waitBefore(attempt: number, random: number, askedMs = 0): number {
  const base = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.max(Math.round(base * (1 + random / 2)), Math.min(askedMs, LONGEST_MS));
}

export async function patiently<T>(
  kind: 'read' | 'write',
  call: () => Promise<T>,
  patience: Patience,
): Promise<T> {
  const sitOut = sittingOut(patience, kind === 'read' ? ['busy', 'unclear'] : ['busy']);
  while (true) {
    try {
      return await call();
    } catch (error) {
      await sitOut(failureOf(error));
    }
  }
}

/**
 * Makes its caller wait after each failure of these kinds, longer every time; any other failure goes up, and so
 * does one too many. Without kinds: writes of which nobody knows whether they were carried out; the caller then
 * looks at what is there.
 */
export function sittingOut(patience: Patience, kinds: readonly FailureKind[] = ['unclear']) {
  let count = 0;
  return async (error: unknown): Promise<void> => {
    if (!(error instanceof CallFailed) || !kinds.includes(error.kind)) throw error;
    count++;
    if (count >= ATTEMPTS) throw new CallFailed('no-answer', error.detail);
    const ms = waitBefore(count, patience.random(), error.waitMs);
    patience.waiting(ms, error.detail);
    await patience.pause(ms);
  };
}
