/** Business time that is left, or by which the answer is overdue. */

import { effect, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SECOND_MS } from '#core/time/units.ts';
import { duration, durationsOfMinute } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { partsOf } from './countdown.ts';
import type { Standing } from './standing.ts';
import type { Figures } from './view-contract.ts';

interface Props {
  standing: ReadonlySignal<Standing | null>;
  figures: Figures;
  say: Say;
}

export function Remaining({ standing, figures, say }: Props) {
  const time = useRef<HTMLTimeElement>(null);
  // Written by hand: a second changes one text, and compares no trees for it.
  useLayoutEffect(() => {
    const { current } = time;
    const text = document.createTextNode('');
    current!.replaceChildren(text);
    let minute: ReadonlyMap<number, string>;
    const begin = (leftMs: number) => {
      minute = textsOf(leftMs, say);
      current!.dateTime = isoMinutes(leftMs);
      return minute;
    };
    const write = (leftMs: number) => {
      const second = Math.trunc(leftMs / SECOND_MS);
      text.data = minute.get(second) ?? begin(leftMs).get(second)!;
    };
    const stop = effect(() => {
      const countdown = standing.value?.countdown;
      if (!countdown) return;
      begin(countdown.leftMs);
      current!.dataset.running = String(countdown.running);
      write(countdown.leftMs);
    });
    figures.add(write);
    return () => {
      figures.delete(write);
      stop();
    };
  }, [standing, figures, say]);
  return <time ref={time} class="figures" data-part="remaining" />;
}

/** For machines, to the minute: `PT11H20M`, with a minus where the answer is late. */
function isoMinutes(leftMs: number): string {
  const { hours, minutes } = partsOf(leftMs);
  return `${leftMs < 0 ? '-' : ''}PT${hours}H${minutes}M`;
}

/**
 * What is left, written out by its whole seconds; where they count, those of its whole minute: one by one, a second
 * apart, each would cost tenfold.
 */
function textsOf(leftMs: number, say: Say): ReadonlyMap<number, string> {
  const parts = partsOf(leftMs);
  const late = leftMs < 0;
  const whole = Math.trunc(leftMs / SECOND_MS);
  const text = (written: string) => say(late ? 'overlay.late-by' : 'overlay.left', { duration: written });
  if (parts.seconds === null) return new Map([[whole, text(duration(parts, say.language))]]);
  const first = Math.abs(whole) - parts.seconds;
  return new Map(
    durationsOfMinute(parts, say.language).map((written, seconds) => [
      (first + seconds) * (late ? -1 : 1),
      text(written),
    ]),
  );
}
