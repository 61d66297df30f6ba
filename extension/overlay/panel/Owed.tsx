/** What is owed: the state, the countdown, the due time in the contract's zone and in mine, and why. */

import type { Between } from '#core/response/inquiry.ts';
import type { SaidStep } from '#core/response/say-derivation.ts';
import type { TimeFact } from '#core/response/ticket-facts.ts';
import type { EngagementView } from '#core/response/verdict.ts';
import { instantIn, isoIn, nearbyInstant, sameWallTime, zoneCity } from '../../ui/format.ts';
import { StateMark, toneOf, VerdictMark } from '../../ui/StateMark.tsx';
import type { Say } from '../../ui/words.ts';
import { Remaining } from '../Remaining.tsx';
import { standingAt } from '../standing.ts';
import { NoAnswer } from './NoAnswer.tsx';
import type { PartProps } from './part-props.ts';
import { Timeline } from './Timeline.tsx';

export function Owed(props: PartProps & { engagement: EngagementView }) {
  const { standing: running, figures, nowMs, zone, answer, engagement, say, shown } = props;
  const { facts } = shown;
  const standing = standingAt(answer, nowMs);
  const { current } = answer.verdict;
  const state = standing?.state ?? answer.verdict.withoutInquiry;
  const countdown = standing?.countdown ?? null;
  const atOpening = countdown !== null && countdown.leftMs === 0 && !countdown.running;
  return (
    <div class="part owed">
      <p class={`state tone-${toneOf(state)}`} data-part="state" data-state={state}>
        <StateMark state={state} /> {say(`state.${state}`)}
        {current && !current.certain && <span class="soft"> {say('overlay.uncertain')}</span>}
      </p>
      {countdown && (
        <p class={`figure ${atOpening ? 'words' : ''}`}>
          {atOpening ? (
            say('overlay.due-at-opening')
          ) : (
            <Remaining standing={running} figures={figures} say={say} />
          )}
        </p>
      )}
      {countdown && !countdown.running && (
        <p class="soft">
          {countdown.resumesMs === null
            ? say('overlay.standing-still')
            : say('overlay.standing-still-until', {
                when: nearbyInstant(countdown.resumesMs, zone, say.language, nowMs),
              })}
        </p>
      )}
      {current?.due && <Due due={current.due} {...{ nowMs, zone, say }} contractZone={engagement.zone} />}
      {current?.due && facts.deadline && (
        <Deadline deadline={facts.deadline.value} due={current.due} {...{ nowMs, zone, say }} />
      )}
      {current?.answered && (
        <p>
          {say('overlay.answered-at', {
            when: instantIn(current.answered[0], zone, say.language, nowMs),
          })}
        </p>
      )}
      {current?.due && current.received && (
        <Timeline
          received={current.received}
          due={current.due}
          answeredMs={current.answered?.[0] ?? null}
          open={answer.verdict.open}
          daysOff={current.steps.flatMap((step) =>
            step.step === 'passed-over' && step.name !== undefined
              ? [{ from: step.from, until: step.until, name: step.name }]
              : [],
          )}
          {...{ nowMs, say }}
          zone={engagement.zone}
        />
      )}
      <Why steps={answer.why} isDue={current?.due != null} say={say} />
      <NoAnswer {...props} />
    </div>
  );
}

interface DeadlineProps {
  deadline: TimeFact;
  due: Between;
  nowMs: number;
  zone: string;
  say: Say;
}

/** The system's own deadline beside the contract's; where the two differ, the contract's is the one that is owed. */
function Deadline({ deadline: { fromMs, untilMs }, due, nowMs, zone, say }: DeadlineProps) {
  const when = nearbyInstant(fromMs, zone, say.language, nowMs);
  const side = untilMs < due[0] ? 'earlier' : fromMs > due[1] ? 'later' : 'same';
  return (
    <p class={side === 'same' ? 'soft' : 'tone-warn'} data-part="deadline" data-side={side}>
      {side !== 'same' && <VerdictMark is="warning" />} {say(`overlay.deadline-${side}`, { when })}
    </p>
  );
}

interface DueProps {
  due: readonly [number, number];
  nowMs: number;
  zone: string;
  contractZone: string;
  say: Say;
}

function Due({ due, nowMs, zone: mine, contractZone, say }: DueProps) {
  const same = sameWallTime(due[0], contractZone, mine);
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
      {!same && row(mine, 'due-here')}
    </dl>
  );
}

/** Why then; or, where nothing is due, why not. */
function Why({ steps, isDue, say }: { steps: readonly SaidStep[]; isDue: boolean; say: Say }) {
  if (steps.length === 0) return null;
  const list = (
    <ol data-part="why">
      {steps.map(({ text, rests, isReading }) => (
        <li key={text} class={isReading ? 'reading' : undefined}>
          {text}
          {rests && <span class="clause">{rests}</span>}
        </li>
      ))}
    </ol>
  );
  if (!isDue) return <div class="why">{list}</div>;
  return (
    <details class="why" open>
      <summary>{say('overlay.why')}</summary>
      {list}
    </details>
  );
}
