/** The list at a glance: what is due today in one line, unfolded the tickets in the order of their due times. */
import { useEffect, useRef } from 'preact/hooks';
import type { RowsAnswer } from '../platform/rows.ts';
import { instantIn, nearbyInstant } from '../ui/format.ts';
import { Sign, StateMark, toneOf } from '../ui/StateMark.tsx';
import { type Say, sayIn } from '../ui/words.ts';
import { type ByDue, byDue, type DueRow } from './by-due.ts';
import type { DockModel } from './model.ts';
import { sayRow } from './row-look.ts';

const MOST_SHOWN = 100;

export function Dock({ model }: { model: DockModel }) {
  const shown = model.shown.value;
  if (shown === null) return null;
  const { answer, rows } = shown;
  const say = sayIn(answer);
  if (answer.kind === 'no-directory') {
    return (
      <section class="dock" lang={say.language} aria-label={say('list.name')}>
        <button type="button" class="strip" title={say('overlay.open-options')} onClick={model.openOptions}>
          <Sign />
          {say(answer.problem === null ? 'overlay.no-directory' : 'overlay.problem-short')}
        </button>
      </section>
    );
  }
  const sums = byDue(rows, answer, model.now.value, model.zone);
  const unfold = (folded: boolean) => {
    model.folded.value = folded;
  };
  return (
    <section
      class="dock"
      lang={say.language}
      aria-label={say('list.name')}
      onKeyDown={({ key }) => key === 'Escape' && unfold(true)}
    >
      {model.folded.value ? (
        <button
          type="button"
          class="strip"
          aria-expanded="false"
          title={say('list.unfold')}
          onClick={() => unfold(false)}
        >
          <Sums sums={sums} say={say} />
        </button>
      ) : (
        <Panel model={model} answer={answer} sums={sums} say={say} />
      )}
    </section>
  );
}

function Sums({ sums, say }: { sums: ByDue; say: Say }) {
  return (
    <>
      {sums.overdue > 0 && (
        <span class="tone-bad" data-part="overdue">
          <StateMark state="overdue" /> {say('list.overdue', { count: sums.overdue })}
        </span>
      )}
      <span data-part="due-today">
        <StateMark state={sums.today > 0 ? 'due-soon' : 'nothing-owed'} />{' '}
        {say(sums.today > 0 ? 'list.due-today' : 'list.none-due', { count: sums.today })}
      </span>
    </>
  );
}

interface PanelProps {
  model: DockModel;
  answer: RowsAnswer;
  sums: ByDue;
  say: Say;
}

function Panel({ model, sums, say }: PanelProps) {
  const fold = useRef<HTMLButtonElement>(null);
  useEffect(() => fold.current?.focus(), []);
  const more = sums.due.length - MOST_SHOWN;
  return (
    <div class="panel">
      <header class="head">
        <div>
          <h2>{say('list.title')}</h2>
          <p>
            <Sums sums={sums} say={say} />
          </p>
        </div>
        <button
          ref={fold}
          type="button"
          class="fold"
          aria-expanded="true"
          aria-label={say('overlay.fold')}
          title={say('overlay.fold')}
          onClick={() => {
            model.folded.value = true;
          }}
        >
          <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d="M3.5 6l4.5 4.5L12.5 6"
              fill="none"
              stroke="currentColor"
              stroke-width="1.8"
              stroke-linecap="round"
            />
          </svg>
        </button>
      </header>
      <ol class="due">
        {sums.due.slice(0, MOST_SHOWN).map((entry) => (
          <Entry key={entry.row.facts.url} entry={entry} model={model} say={say} />
        ))}
      </ol>
      <div class="rest soft small">
        {(['changed', 'created'] as const).map(
          (basis) =>
            sums.due.some(({ answer }) => answer.basis === basis) && (
              <p key={basis}>{say(`list.basis-${basis}`)}</p>
            ),
        )}
        {more > 0 && <p>{say('list.more', { count: more })}</p>}
        {sums.quiet > 0 && <p>{say('list.nothing-waits', { count: sums.quiet })}</p>}
        {sums.unread > 0 && <p>{say('list.unread-rows', { count: sums.unread })}</p>}
      </div>
    </div>
  );
}

function Entry({ entry, model, say }: { entry: DueRow; model: DockModel; say: Say }) {
  const { row, answer, standing, dueMs } = entry;
  const { facts } = row;
  const nowMs = model.now.value;
  const when = nearbyInstant(dueMs, model.zone, say.language, nowMs);
  const read = answer.readMs === null ? '' : nearbyInstant(answer.readMs, model.zone, say.language, nowMs);
  return (
    <li data-state={standing.state}>
      <StateMark state={standing.state} />
      <a href={facts.url} onClick={(event) => follow(event, row.element, facts.url)}>
        {facts.id !== null && `#${facts.id} `}
        {facts.subject}
      </a>
      <time
        class="when small"
        dateTime={new Date(dueMs).toISOString()}
        title={instantIn(dueMs, model.zone, say.language, nowMs)}
      >
        {say('overlay.due', { when })}
      </time>
      <span class="about small">
        <span class={`tone-${toneOf(standing.state)}`}>
          {say(`state.${standing.state}`)} · {sayRow(answer, standing, say)}
        </span>{' '}
        · {answer.customer} · {answer.tier}
      </span>
      {answer.readMs !== null && (
        <span class="about small soft">
          {say(answer.basis === 'messages' ? 'list.basis-messages' : 'list.basis-earlier', { when: read })}
        </span>
      )}
    </li>
  );
}

/** A plain click is the page's own link's, whose router knows the way; every other is the browser's. */
function follow(event: MouseEvent, row: Element, url: string): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const own = [...row.querySelectorAll('a[href]'), row].find(
    (link): link is HTMLAnchorElement => link instanceof HTMLAnchorElement && link.href === url,
  );
  if (!own) return;
  event.preventDefault();
  own.click();
}
