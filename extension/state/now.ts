/** The clock of a surface: one `now` signal, kept by one timer that rests while nobody looks. */

import { signal as makeSignal, type ReadonlySignal } from '@preact/signals';
import { SECOND_MS } from '#core/time/units.ts';

export interface NowOptions {
  clock: () => number;
  /** Milliseconds from an instant to the next one at which something shown changes; `null`: nothing will. */
  pace: (nowMs: number) => number | null;
  /**
   * Asked first when the timer fires: `true` where it has shown all that has changed, which `now` then stays without,
   * and wants to be asked each second from then on.
   */
  beat?: (nowMs: number) => boolean;
  page: Pick<Document, 'addEventListener' | 'visibilityState'>;
  signal: AbortSignal;
}

export interface Now {
  now: ReadonlySignal<number>;
  /** Reads the clock and sets the timer anew: what is shown, and with it the pace, has changed. */
  refresh: () => void;
}

/** Keeps a pace of nothing from spinning; the pace itself asks for a second at the least. */
const SHORTEST_MS = 20;

export function startNow({ clock, pace, beat, page, signal }: NowOptions): Now {
  const now = makeSignal(clock());
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = () => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    now.value = clock();
    if (page.visibilityState === 'hidden') return;
    const wait = pace(now.value);
    if (wait !== null) timer = setTimeout(fire, Math.max(SHORTEST_MS, wait));
  };
  const fire = () => {
    if (!beat?.(clock())) refresh();
    // Setting a timer anew each second would take as long as all that the second shows.
    else timer = setInterval(again, SECOND_MS);
  };
  const again = () => {
    if (!beat!(clock())) refresh();
  };
  page.addEventListener('visibilitychange', refresh, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  refresh();
  return { now, refresh };
}
