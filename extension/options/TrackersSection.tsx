/** Trackers in Google Sheets: signing in and picking, how fresh each copy is, and what waits to be written. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ask, onPush } from '../platform/ask.ts';
import { askToSend } from '../platform/sending.ts';
import type { TrackerAction, TrackersAnswer, TrackerView } from '../platform/tracker-messages.ts';
import { nearbyInstant } from '../ui/format.ts';
import { type Say, sayIn } from '../ui/words.ts';
import { NewTracker } from './NewTracker.tsx';
import { Section } from './Section.tsx';
import { SheetsClient } from './SheetsClient.tsx';
import { Waiting } from './Waiting.tsx';

/** What begins to send: the browser may want its user's word for it first. */
const SENDING = new Set<TrackerAction['do']>(['sign-in', 'create']);

interface Props {
  zone: string;
  say: Say;
}

export function TrackersSection({ zone, say }: Props) {
  const answer = useSignal<TrackersAnswer | null>(null);
  const busy = useSignal(false);
  const missed = useRef(false);
  const act = async (action: TrackerAction) => {
    // Whether it was allowed the background asks the browser itself.
    if (SENDING.has(action.do)) await askToSend();
    busy.value = action.do !== 'show';
    const next = await ask({ type: 'trackers', action });
    if (next?.kind === 'trackers') answer.value = next;
    busy.value = false;
    // Something has changed while this was under way.
    if (missed.current && action.do !== 'show') void act({ do: 'show' });
    missed.current = false;
    return next?.kind === 'trackers' ? next : null;
  };
  useEffect(() => {
    const life = new AbortController();
    onPush(() => {
      if (busy.value) missed.current = true;
      else void act({ do: 'show' });
    }, life.signal);
    void act({ do: 'show' });
    return () => life.abort();
  }, []);
  if (answer.value === null) return null;
  const { client, making, nowMs, signedIn, trackers, problem } = answer.value;
  return (
    <Section id="trackers" title={say('sheets.title')} about={say('sheets.about')}>
      {trackers.length === 0 && <p>{say('sheets.none')}</p>}
      {trackers.length > 0 && (
        <ul class="trackers">
          {trackers.map((tracker) => (
            <Tracker
              key={tracker.id}
              {...{ tracker, zone, nowMs, say }}
              onRemove={(id) => act({ do: 'remove', id })}
            />
          ))}
        </ul>
      )}
      <SheetsClient
        answer={answer.value}
        say={say}
        onSave={(id, secret) => act({ do: 'set-client', id, secret })}
      />
      {client && (
        <p class="buttons">
          <button
            type="button"
            class={`button ${trackers.length === 0 && making === null ? 'primary' : ''}`}
            disabled={busy.value}
            onClick={() => void act({ do: 'sign-in' })}
          >
            {say(signedIn ? 'sheets.pick-more' : 'sheets.sign-in')}
          </button>
          {trackers.length > 0 && (
            <button
              type="button"
              class="button"
              disabled={busy.value}
              onClick={() => void act({ do: 'read' })}
            >
              {say('sheets.read-now')}
            </button>
          )}
          {signedIn && (
            <button
              type="button"
              class="button"
              disabled={busy.value}
              onClick={() => void act({ do: 'sign-out' })}
            >
              {say('sheets.sign-out')}
            </button>
          )}
        </p>
      )}
      {client && <NewTracker answer={answer.value} busy={busy.value} {...{ zone, say }} onAct={act} />}
      <p role="status">{busy.value && say('sheets.reading')}</p>
      {problem && (
        <p role="alert" class="tone-bad" data-part="sheets-problem">
          {problem.text}
        </p>
      )}
      {trackers.length > 0 && <Waiting answer={answer.value} say={sayIn(answer.value)} onAct={act} />}
    </Section>
  );
}

interface TrackerProps extends Props {
  nowMs: number;
  tracker: TrackerView;
  onRemove: (id: string) => Promise<unknown>;
}

/** Of the problems of one tracker. */
const MOST_SHOWN = 5;

function Tracker({ tracker, zone, nowMs, say, onRemove }: TrackerProps) {
  const { id, overruledBy, readMs, trouble } = tracker;
  const name = tracker.name || say('sheets.nameless');
  const when = (atMs: number) => nearbyInstant(atMs, zone, say.language, nowMs);
  const more = (trouble?.problems.length ?? 0) - MOST_SHOWN;
  return (
    <li data-part="tracker">
      <p class="line">
        <strong>
          <a href={sheetAddress(id)} target="_blank" rel="noreferrer">
            <bdi>{name}</bdi>
          </a>
        </strong>{' '}
        <span class="soft">
          {readMs === null ? say('sheets.never') : say('sheets.as-of', { when: when(readMs) })}
          {tracker.engagements !== null &&
            ` · ${say('options.count-engagements', { count: tracker.engagements })}`}
        </span>{' '}
        <button
          type="button"
          class="button link"
          aria-label={say('sheets.way-of', { way: say('sheets.remove'), name })}
          onClick={() => void onRemove(id)}
        >
          {say('sheets.remove')}
        </button>
      </p>
      {overruledBy !== null && (
        <p class="tone-warn" data-part="overruled">
          {say('sheets.overruled', { name: overruledBy || say('sheets.nameless') })}
        </p>
      )}
      {trouble && (
        <div class="problems" role="alert">
          {readMs !== null && <p>{say('sheets.since', { when: when(trouble.sinceMs) })}</p>}
          <ul>
            {trouble.problems.slice(0, MOST_SHOWN).map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {more > 0 && <p class="soft">{say('sheets.more', { count: more })}</p>}
        </div>
      )}
    </li>
  );
}

function sheetAddress(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${encodeURIComponent(id)}/edit`;
}
