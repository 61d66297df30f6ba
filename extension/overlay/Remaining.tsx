/** Business time that is left, or by which the answer is overdue. */

import { effect, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SECOND_MS } from '#core/time/units.ts';
import { duration, durationsOfMinute, isoDuration } from '../ui/format.ts';
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
  // Written by hand: a second changes a text and an attribute, and compares no trees for it.
  useLayoutEffect(() => {
    const { current } = time;
    const text = document.createTextNode('');
    current!.replaceChildren(text);
    let minute: ReadonlyMap<number, Figure>;
    const write = (leftMs: number) => {
      const figure = minute.get(Math.trunc(leftMs / SECOND_MS))!;
      text.data = figure.text;
      current!.dateTime = figure.iso;
    };
    const stop = effect(() => {
      const countdown = standing.value?.countdown;
      if (!countdown) return;
      minute = figuresOf(countdown.leftMs, say);
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

interface Figure {
  text: string;
  /** The same for machines. */
  iso: string;
}

/**
 * What is left, written out by its whole seconds; where they count, those of its whole minute: one by one, a second
 * apart, each would cost tenfold.
 */
function figuresOf(leftMs: number, say: Say): ReadonlyMap<number, Figure> {
  const parts = partsOf(leftMs);
  const late = leftMs < 0;
  const whole = Math.trunc(leftMs / SECOND_MS);
  const figure = (seconds: number | null, text: string): Figure => ({
    text: say(late ? 'overlay.late-by' : 'overlay.left', { duration: text }),
    iso: `${late ? '-' : ''}${isoDuration({ ...parts, seconds })}`,
  });
  if (parts.seconds === null) return new Map([[whole, figure(null, duration(parts, say.language))]]);
  const first = Math.abs(whole) - parts.seconds;
  return new Map(
    durationsOfMinute(parts, say.language).map((text, seconds) => [
      (first + seconds) * (late ? -1 : 1),
      figure(seconds, text),
    ]),
  );
}
