/** The overlay at rest: one quiet line. */
import { useEffect, useRef } from 'preact/hooks';
import { nearbyInstant, sameDate, sameWallTime, timeIn, zoneCity } from '../ui/format.ts';
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
      {standing?.countdown && <Remaining standing={model.standing} figures={model.figures} say={say} />}
      {standing?.countdown && due && (
        <time class="soft" data-part="due" dateTime={new Date(due[0]).toISOString()}>
          {dueInWords(due, [model.zone, engagement.zone], nowMs, say)}
        </time>
      )}
    </>
  );
}

/** In my time and, where the clocks differ, in the contract's; a due time known only roughly as its two ends. */
function dueInWords(
  [earliestMs, latestMs]: readonly [number, number],
  [mine, contract]: readonly [string, string],
  nowMs: number,
  say: Say,
): string {
  const near = (atMs: number) => nearbyInstant(atMs, mine, say.language, nowMs);
  if (latestMs !== earliestMs) {
    return say('overlay.due-between', { from: near(earliestMs), until: near(latestMs) });
  }
  if (sameWallTime(earliestMs, mine, contract)) return say('overlay.due', { when: near(earliestMs) });
  return say('overlay.due-two', {
    when: near(earliestMs),
    there: sameDate(earliestMs, mine, contract)
      ? timeIn(earliestMs, contract, say.language)
      : nearbyInstant(earliestMs, contract, say.language, nowMs, mine),
    zone: zoneCity(contract),
  });
}
