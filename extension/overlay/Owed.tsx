/** What is owed: the state, the countdown, the due time in the contract's zone and in mine, and why. */

import type { SaidStep } from '#core/response/say-derivation.ts';
import type { EngagementView } from '#core/response/verdict.ts';
import type { TicketAnswer } from '../platform/messages.ts';
import { instantIn, isoIn, nearbyInstant, sameWallTime, zoneCity } from '../ui/format.ts';
import { StateMark, toneOf } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';
import type { OverlayModel } from './model.ts';
import { Remaining } from './Remaining.tsx';
import { standingAt } from './standing.ts';

interface Props {
  model: OverlayModel;
  answer: TicketAnswer;
  engagement: EngagementView;
  say: Say;
}

export function Owed({ model, answer, engagement, say }: Props) {
  const nowMs = model.now.value;
  const standing = standingAt(answer, nowMs);
  const { current } = answer.verdict;
  const state = standing?.state ?? answer.verdict.withoutInquiry;
  const countdown = standing?.countdown ?? null;
  return (
    <div class="part owed">
      <p class={`state tone-${toneOf(state)}`} data-part="state" data-state={state}>
        <StateMark state={state} /> {say(`state.${state}`)}
        {current && !current.certain && <span class="soft"> {say('overlay.uncertain')}</span>}
      </p>
      {countdown && (
        <p class="figure">
          <Remaining countdown={countdown} say={say} />
        </p>
      )}
      {countdown && !countdown.running && (
        <p class="soft">
          {countdown.resumesMs === null
            ? say('overlay.standing-still')
            : say('overlay.standing-still-until', {
                when: nearbyInstant(countdown.resumesMs, model.zone, say.language, nowMs),
              })}
        </p>
      )}
      {current?.due && <Due due={current.due} model={model} contractZone={engagement.zone} say={say} />}
      {current?.answered && (
        <p>
          {say('overlay.answered-at', {
            when: instantIn(current.answered[0], model.zone, say.language, nowMs),
          })}
        </p>
      )}
      <Why steps={answer.why} say={say} />
    </div>
  );
}

interface DueProps {
  due: readonly [number, number];
  model: OverlayModel;
  contractZone: string;
  say: Say;
}

function Due({ due, model, contractZone, say }: DueProps) {
  const nowMs = model.now.value;
  const same = sameWallTime(due[0], contractZone, model.zone);
  const row = (zone: string, label: string) => (
    <div>
      <dt>{say(`overlay.${label}`, { zone: zoneCity(zone) })}</dt>
      <dd>
        <time data-part="due" data-zone={zone} dateTime={isoIn(due[0], zone)}>
          {instantIn(due[0], zone, say.language, nowMs)}
        </time>
        {due[1] !== due[0] && ` – ${instantIn(due[1], zone, say.language, nowMs)}`}
      </dd>
    </div>
  );
  return (
    <dl class="due figures">
      {row(contractZone, same ? 'due-here-and-there' : 'due-there')}
      {!same && row(model.zone, 'due-here')}
    </dl>
  );
}

function Why({ steps, say }: { steps: readonly SaidStep[]; say: Say }) {
  if (steps.length === 0) return null;
  return (
    <details class="why" open>
      <summary>{say('overlay.why')}</summary>
      <ol data-part="why">
        {steps.map(({ text, rests, isReading }) => (
          <li key={text} class={isReading ? 'reading' : undefined}>
            {text}
            <span class="clause">{rests}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
