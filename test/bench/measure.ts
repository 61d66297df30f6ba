/** How many questions a second, and how many of the answers are right. */
import type { Case } from './cases.ts';

const WARM_UP_MS = 100;
const ROUND_MS = 200;
const ROUNDS = 3;
/** Questions between two looks at the clock. */
const BATCH = 50;

export interface Measured {
  perSecond: number;
  /** 0–1. */
  right: number;
}

function rate(answer: (of: Case) => number, cases: readonly Case[], forMs: number): number {
  let asked = 0;
  let sum = 0;
  const startMs = performance.now();
  let nowMs = startMs;
  while (nowMs - startMs < forMs) {
    for (let n = 0; n < BATCH; n++) sum += answer(cases[asked++ % cases.length]!);
    nowMs = performance.now();
  }
  if (sum === Number.POSITIVE_INFINITY)
    throw new Error('the sum keeps the answers from being optimised away');
  return (asked * 1_000) / (nowMs - startMs);
}

function attempt(answer: (of: Case) => number, of: Case): number | undefined {
  try {
    return answer(of);
  } catch {
    // A rival that throws on a question has not answered it; that is part of what is measured.
    return undefined;
  }
}

export function measure(
  answer: (of: Case) => number,
  cases: readonly Case[],
  wanted: readonly (number | null)[],
): Measured {
  const right = cases.filter((of, index) => attempt(answer, of) === wanted[index]).length / cases.length;
  rate(answer, cases, WARM_UP_MS);
  const rounds = Array.from({ length: ROUNDS }, () => rate(answer, cases, ROUND_MS));
  return { perSecond: Math.max(...rounds), right };
}
