import { type Say, sayIn } from '../ui/words.ts';
import { Line } from './Line.tsx';
import type { OverlayModel } from './model.ts';

export function Overlay({ model }: { model: OverlayModel }) {
  const shown = model.shown.value;
  if (shown === null) return null;
  const say = sayIn(shown.answer);
  const folded = model.folded.value;
  return (
    <section class="overlay" lang={say.language} aria-label={say('overlay.name')}>
      <Announcement model={model} say={say} />
      {folded && <Line model={model} shown={shown} say={say} />}
      <div ref={model.panel} hidden={folded} />
    </section>
  );
}

/** Says a new state once; the ticking of the countdown is nobody's news. */
function Announcement({ model, say }: { model: OverlayModel; say: Say }) {
  const state = model.state.value;
  return (
    <p class="only-read" role="status">
      {state && say(`state.${state}`)}
    </p>
  );
}
