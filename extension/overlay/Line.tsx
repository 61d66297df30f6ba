/** The overlay at rest: one quiet line. */
import { useEffect, useRef } from 'preact/hooks';
import { instantIn, nearbyInstant } from '../ui/format.ts';
import { Sign, StateMark, toneOf } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';
import type { OverlayModel } from './model.ts';
import { Remaining } from './Remaining.tsx';
import { standingAt } from './standing.ts';
import type { Shown } from './view-contract.ts';

export function Line({ model, shown, say }: { model: OverlayModel; shown: Shown; say: Say }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (model.refocus.peek()) button.current?.focus();
    model.refocus.value = false;
  }, [model]);
  return (
    <button
      ref={button}
      type="button"
      class="line"
      aria-expanded="false"
      title={say('overlay.unfold')}
      onClick={() => model.setFolded(false)}
    >
      <LineText model={model} shown={shown} say={say} />
    </button>
  );
}

function LineText({ model, shown: { answer }, say }: { model: OverlayModel; shown: Shown; say: Say }) {
  if (answer.kind === 'no-directory') {
    return (
      <>
        <Sign />
        <span>{say(answer.problem === null ? 'overlay.no-directory' : 'overlay.problem-short')}</span>
      </>
    );
  }
  const { engagement, match, current } = answer.verdict;
  if (engagement === null) {
    return (
      <>
        <Sign />
        <span data-part="match" data-match={match.kind}>
          {say(`overlay.${match.kind}-short`)}
        </span>
      </>
    );
  }
  const nowMs = model.now.value;
  const standing = standingAt(answer, nowMs);
  const state = standing?.state ?? answer.verdict.withoutInquiry;
  const due = current?.due ?? null;
  return (
    <>
      <StateMark state={state} />
      <span class="only-read" data-part="customer">
        {engagement.customer}
      </span>
      <span class="tier" data-part="tier" data-tier={engagement.tier.id}>
        {engagement.tier.name}
      </span>
      <span class={`state tone-${toneOf(state)}`} data-part="state" data-state={state}>
        {say(`state.${state}`)}
      </span>
      {standing?.countdown && <Remaining countdown={standing.countdown} say={say} />}
      {standing?.countdown && due && (
        <time
          class="soft"
          data-part="due"
          dateTime={new Date(due[0]).toISOString()}
          title={instantIn(due[0], model.zone, say.language, nowMs)}
        >
          {say('overlay.due', { when: nearbyInstant(due[0], model.zone, say.language, nowMs) })}
        </time>
      )}
    </>
  );
}
