/** What is remembered of the daily check with the document: who is told when, how far a run has come, how it ended. */
import { remember, remembered } from '../store.ts';

const KEY = 'daily';

/** What a run does, in this order; each step stands when it is done. */
export const STEPS = ['findings', 'deliverables', 'digest'] as const;

export interface DailyState {
  /** The trigger of every day; of one that is not this one nothing is done. */
  trigger: string;
  /** The trigger that goes on with a run. */
  next: string | null;
  to: string;
  hour: number;
  /** Place in the steps of what is to be done next; 0 between two runs. */
  step: number;
  /** Whether a step was begun of which nobody has heard the end. */
  isUnderWay: boolean;
  /** How often the run waited for somebody else. */
  waits: number;
  last: { atMs: number; text: string; isProblem: boolean } | null;
}

export function dailyState(): DailyState | null {
  const state = remembered<DailyState>(KEY);
  return state?.trigger ? state : null;
}

/** What a run has come to, unless somebody has switched the check off meanwhile. */
export function keepIfOn(state: DailyState): void {
  if (dailyState()?.trigger === state.trigger) keepDaily(state);
}

export function keepDaily(state: DailyState | null): void {
  remember(KEY, state ?? {});
}
