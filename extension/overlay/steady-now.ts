/** The clock of what counts no seconds. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { MINUTE_MS } from '#core/time/units.ts';
import type { Standing } from './standing.ts';
import type { Shown } from './view-contract.ts';

/**
 * `now` as of the last change of the minute, of the state, of the reader's clocks, or of what is shown: a tick redraws
 * its figure alone.
 */
export function steadyNow(
  now: ReadonlySignal<number>,
  shown: ReadonlySignal<Shown | null>,
  standing: ReadonlySignal<Standing | null>,
  offset: (nowMs: number) => number,
): ReadonlySignal<number> {
  let steadyMs = Number.NaN;
  let last: unknown[] = [];
  return computed(() => {
    const nowMs = now.value;
    const { state, countdown } = standing.value ?? {};
    const minute = Math.floor(nowMs / MINUTE_MS);
    const next = [minute, offset(nowMs), shown.value, state, countdown?.running];
    if (next.some((part, at) => part !== last[at])) steadyMs = nowMs;
    last = next;
    return steadyMs;
  });
}
