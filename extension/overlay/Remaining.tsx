/** Business time that is left, or by which the answer is overdue. */

import { effect, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MINUTE_MS, SECOND_MS } from '#core/time/units.ts';
import { duration, runningDuration } from '../ui/format.ts';
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
  // Written by hand: a second changes one short text that the browser knows already, and compares no trees for it.
  useLayoutEffect(() => {
    const { current } = time;
    const before = document.createTextNode('');
    const second = document.createTextNode('');
    const after = document.createTextNode('');
    current!.replaceChildren(before, second, after);
    let figure: Figure;
    const begin = (leftMs: number) => {
      figure = figureOf(leftMs, say);
      before.data = figure.before;
      after.data = figure.after;
      current!.dateTime = isoMinutes(leftMs);
    };
    const write = (leftMs: number) => {
      if (Math.trunc(leftMs / MINUTE_MS) !== figure.minute) begin(leftMs);
      second.data = figure.seconds[Math.floor((Math.abs(leftMs) % MINUTE_MS) / SECOND_MS)] ?? '';
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

/** What is left in words, cut at its seconds, where they count. */
interface Figure {
  minute: number;
  before: string;
  seconds: readonly string[];
  after: string;
}

/** Stands for the seconds within a sentence; no sentence has it. */
const SECONDS_HERE = '\uE000';

function figureOf(leftMs: number, say: Say): Figure {
  const parts = partsOf(leftMs);
  const minute = Math.trunc(leftMs / MINUTE_MS);
  const sentence = (written: string) =>
    say(leftMs < 0 ? 'overlay.late-by' : 'overlay.left', { duration: written });
  if (parts.seconds === null)
    return { minute, before: sentence(duration(parts, say.language)), seconds: [], after: '' };
  const running = runningDuration(parts, say.language);
  const [before = '', after = ''] = sentence(running.before + SECONDS_HERE).split(SECONDS_HERE);
  return { minute, before, seconds: running.seconds, after };
}
