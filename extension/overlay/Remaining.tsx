/** Business time that is left, or by which the answer is overdue. */
import { effect, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type DurationParts, duration, isoDuration } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { type Countdown, partsOf } from './countdown.ts';

/** In a minute. */
const SECONDS = 60;

interface Props {
  countdown: ReadonlySignal<Countdown | null>;
  say: Say;
}

export function Remaining({ countdown, say }: Props) {
  const time = useRef<HTMLTimeElement>(null);
  // Written by hand: a tick changes a text and an attribute, once a second, and compares no trees for it.
  useLayoutEffect(() => {
    const text = document.createTextNode('');
    time.current!.replaceChildren(text);
    const figureOf = makeFigures(say);
    let ran: boolean | undefined;
    return effect(() => {
      if (countdown.value === null) return;
      const { leftMs, running } = countdown.value;
      const figure = figureOf(leftMs);
      text.data = figure.text;
      time.current!.dateTime = figure.iso;
      if (running !== ran) time.current!.dataset.running = String(running);
      ran = running;
    });
  }, [countdown, say]);
  return <time ref={time} class="figures" data-part="remaining" />;
}

interface Figure {
  text: string;
  /** The same for machines. */
  iso: string;
}

/** Writes out what is left. The seconds of a minute are made all at once: one by one, a second apart, each costs tenfold. */
function makeFigures(say: Say): (leftMs: number) => Figure {
  let made = '';
  let figures: Figure[] = [];
  return (leftMs) => {
    const parts = partsOf(leftMs);
    const late = leftMs < 0;
    const write = (seconds: number | null) => writeFigure({ ...parts, seconds }, late, say);
    if (parts.seconds === null) return write(null);
    const minute = `${late ? '-' : ''}${parts.minutes}`;
    if (minute !== made) figures = Array.from({ length: SECONDS }, (_, seconds) => write(seconds));
    made = minute;
    return figures[parts.seconds]!;
  };
}

function writeFigure(parts: DurationParts, late: boolean, say: Say): Figure {
  return {
    text: say(late ? 'overlay.late-by' : 'overlay.left', { duration: duration(parts, say.language) }),
    iso: `${late ? '-' : ''}${isoDuration(parts)}`,
  };
}
