/** The answers that are owed, as far as this browser has seen their tickets. */
import { partsOf } from '../overlay/countdown.ts';
import type { OwedEntry } from '../platform/popup-messages.ts';
import { duration, nearbyInstant } from '../ui/format.ts';
import { StateMark, toneOf } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';

interface Props {
  owed: readonly OwedEntry[];
  elsewhere: readonly OwedEntry[];
  /** What is said where none is owed. */
  none: string;
  nowMs: number;
  zone: string;
  say: Say;
}

export function Owed({ owed, elsewhere, none, nowMs, zone, say }: Props) {
  return (
    <section class="part" data-part="owed">
      <h3>{say('popup.owed')}</h3>
      {owed.length === 0 ? <p class="soft">{none}</p> : <OwedList {...{ owed, nowMs, zone, say }} />}
      {elsewhere.length > 0 && (
        <details>
          <summary>{say('popup.owed-elsewhere', { count: elsewhere.length })}</summary>
          <OwedList owed={elsewhere} named {...{ nowMs, zone, say }} />
        </details>
      )}
    </section>
  );
}

interface ListProps {
  owed: readonly OwedEntry[];
  named?: boolean;
  nowMs: number;
  zone: string;
  say: Say;
}

export function OwedList({ owed, named, nowMs, zone, say }: ListProps) {
  return (
    <ul class="owed">
      {owed.map((entry) => (
        <li key={`${entry.url} ${entry.ticket}`}>
          <StateMark state={entry.state} />
          <div>
            <Ticket entry={entry} />
            <p class="small">
              <span class={`tone-${toneOf(entry.state)}`}>{say(`state.${entry.state}`)}</span>
              {entry.dueMs !== null && (
                <>
                  {' · '}
                  <time class="figures" dateTime={new Date(entry.dueMs).toISOString()}>
                    {say('popup.due', { when: nearbyInstant(entry.dueMs, zone, say.language, nowMs) })}
                  </time>
                </>
              )}
              {entry.leftMs !== null && entry.leftMs !== 0 && (
                <>
                  {' · '}
                  <span class="figures">{leftInWords(entry.leftMs, say)}</span>
                </>
              )}
              {named && <span class="soft whose">{entry.customer}</span>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Business time, by the minute. */
function leftInWords(leftMs: number, say: Say): string {
  const left = duration({ ...partsOf(leftMs), seconds: null }, say.language);
  return say(leftMs < 0 ? 'overlay.late-by' : 'overlay.left', { duration: left });
}

/** A customer card may name a ticket without an address. */
function Ticket({ entry: { url, ticket, subject } }: { entry: OwedEntry }) {
  const name = [ticket, subject].filter(Boolean).join(' · ') || url;
  if (url === '') return <>{name}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}
