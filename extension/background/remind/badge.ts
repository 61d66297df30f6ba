/** The number on the toolbar button: answers that are due soon or overdue. */
import { isProblem } from '#core/problem.ts';
import type { ResponseState } from '#core/response/inquiry.ts';
import type { BusinessClock } from '#core/time/business-clock.ts';

export interface Counted {
  state: ResponseState;
  due: readonly [number, number];
  clock: Pick<BusinessClock, 'add'>;
}

export interface Badge {
  soon: number;
  overdue: number;
  /** When one of the two changes by itself; `null`: never. */
  nextMs: number | null;
}

/** Counts what is owed at `nowMs`; an answer is due soon from `dueSoonMs` of business time before it is due. */
export function countOwed(owed: readonly Counted[], dueSoonMs: number, nowMs: number): Badge {
  const badge: Badge = { soon: 0, overdue: 0, nextMs: null };
  for (const { state, due, clock } of owed) {
    if (state === 'due-soon') badge.soon++;
    if (state === 'overdue') badge.overdue++;
    const soonMs = clock.add(due[0], -dueSoonMs);
    for (const atMs of [isProblem(soonMs) ? nowMs : soonMs, due[1] + 1]) {
      if (atMs > nowMs) badge.nextMs = Math.min(badge.nextMs ?? atMs, atMs);
    }
  }
  return badge;
}
