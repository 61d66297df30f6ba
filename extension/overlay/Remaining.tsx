/** Business time that is left, or by which the answer is overdue. */
import { effect, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { duration, isoDuration } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { type Countdown, partsOf } from './countdown.ts';
import type { Standing } from './standing.ts';

interface Props {
  standing: ReadonlySignal<Standing | null>;
  say: Say;
}

export function Remaining({ standing, say }: Props) {
  const time = useRef<HTMLTimeElement>(null);
  // Written by hand: a tick changes a text and an attribute, once a second, and compares no trees for it.
  useLayoutEffect(
    () =>
      effect(() => {
        const countdown = standing.value?.countdown;
        if (countdown) write(time.current!, countdown, say);
      }),
    [standing, say],
  );
  return <time ref={time} class="figures" data-part="remaining" />;
}

function write(time: HTMLTimeElement, { leftMs, running }: Countdown, say: Say): void {
  const parts = partsOf(leftMs);
  const late = leftMs < 0;
  if (time.dataset.running !== String(running)) time.dataset.running = String(running);
  time.dateTime = `${late ? '-' : ''}${isoDuration(parts)}`;
  const text = say(late ? 'overlay.late-by' : 'overlay.left', {
    duration: duration(parts, say.language),
  });
  if (time.firstChild) time.firstChild.nodeValue = text;
  else time.append(text);
}
