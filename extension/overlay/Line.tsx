/** The overlay at rest: one quiet line. */
import { useEffect, useRef } from 'preact/hooks';
import type { TicketAnswer } from '../platform/messages.ts';
import { Sign, StateMark, toneOf } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';
import type { OverlayModel } from './model.ts';
import { Remaining } from './Remaining.tsx';
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
      onClick={model.open}
      onPointerDown={model.drag}
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
  return <VerdictText model={model} answer={answer} say={say} />;
}

function VerdictText({ model, answer, say }: { model: OverlayModel; answer: TicketAnswer; say: Say }) {
  const { engagement, match, current, withoutInquiry } = answer.verdict;
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
  const state = model.state.value ?? withoutInquiry;
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
      {model.counts.value && <Remaining standing={model.standing} figures={model.figures} say={say} />}
      {model.counts.value && due && <Due model={model} due={due} />}
    </>
  );
}

/** Drawn anew when its words are others: not with each minute. */
function Due({ model, due }: { model: OverlayModel; due: readonly [number, number] }) {
  return (
    <time class="soft" data-part="due" dateTime={new Date(due[0]).toISOString()}>
      {model.dueWords.value}
    </time>
  );
}
