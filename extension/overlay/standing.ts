/** Where an answer stands at an instant, worked out in the page from the verdict's intervals. */
import type { Inquiry, ResponseState } from '#core/response/inquiry.ts';
import type { TicketAnswer } from '../platform/messages.ts';
import { type Countdown, countdownAt, type Open } from './countdown.ts';

export interface Standing {
  state: ResponseState;
  /** `null` where nothing runs. */
  countdown: Countdown | null;
}

/** States in which a clock runs towards, or away from, a due time. */
const WAITING: readonly ResponseState[] = ['running', 'due-soon', 'overdue'];

/** An answer owed, as the background judged it: of a ticket's page, or of a list's row. */
type Owed = Pick<Inquiry, 'state' | 'due' | 'lateMs'>;

/** When it was judged, and the open intervals from then on. */
interface Asked {
  askedMs: number;
  open: Open;
}

/** `null` where the verdict is about no inquiry. */
export function standingAt({ verdict, dueSoonMs }: TicketAnswer, nowMs: number): Standing | null {
  return verdict.current && standingOf(verdict.current, verdict, dueSoonMs, nowMs);
}

export function standingOf(
  { state, due, lateMs }: Owed,
  { askedMs, open }: Asked,
  dueSoonMs: number,
  nowMs: number,
): Standing {
  if (due === null || !WAITING.includes(state)) return { state, countdown: null };
  // Overdue counts from the latest due time that the page allows, what is left runs to the earliest.
  const dueMs = nowMs > due[1] ? due[1] : Math.max(due[0], Math.min(nowMs, due[1]));
  const late = { ms: lateMs, atMs: state === 'overdue' ? askedMs : due[1] };
  const countdown = countdownAt(open, dueMs, nowMs, late);
  if (nowMs > due[1]) return { state: 'overdue', countdown };
  // Between the two nothing is left, and nothing is late yet.
  if (nowMs > due[0]) countdown.steadyUntilMs = due[1] + 1;
  const soonInMs = countdown.leftMs - dueSoonMs;
  if (soonInMs <= 0) return { state: 'due-soon', countdown };
  // With the minute that ends there, if one does.
  if (countdown.running) countdown.steadyUntilMs = Math.min(countdown.steadyUntilMs!, nowMs + soonInMs + 1);
  return { state: 'running', countdown };
}
