import { type Say, sayIn } from '../ui/words.ts';
import { Line } from './Line.tsx';
import type { OverlayModel } from './model.ts';
import { Panel } from './Panel.tsx';
import { standingAt } from './standing.ts';

export function Overlay({ model }: { model: OverlayModel }) {
  const shown = model.shown.value;
  if (shown === null) return null;
  const say = sayIn(shown.answer);
  const folded = model.folded.value;
  return (
    <section
      class="overlay"
      lang={say.language}
      aria-label={say('overlay.name')}
      onKeyDown={foldOnEscape(model)}
    >
      <Announcement model={model} say={say} />
      {folded ? (
        <Line model={model} shown={shown} say={say} />
      ) : (
        <Panel model={model} shown={shown} say={say} />
      )}
    </section>
  );
}

/** Says a new state once; the ticking of the countdown is nobody's news. */
function Announcement({ model, say }: { model: OverlayModel; say: Say }) {
  const answer = model.shown.value?.answer;
  const standing = answer?.kind === 'verdict' ? standingAt(answer, model.now.value) : null;
  return (
    <p class="only-read" role="status">
      {standing && say(`state.${standing.state}`)}
    </p>
  );
}

function foldOnEscape(model: OverlayModel) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !model.folded.value) model.setFolded(true);
  };
}
