/** The list at a glance: what is due today in one line, unfolded the tickets in the order of their due times. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { instantIn, nearbyInstant } from '../ui/format.ts';
import { Sign, StateMark, toneOf } from '../ui/StateMark.tsx';
import { type Say, sayIn } from '../ui/words.ts';
import { type ByDue, byDue, type DueRow } from './by-due.ts';
import type { DockModel } from './model.ts';
import type { ListRow } from './read-list.ts';
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
  return (
    <section
      class="dock"
      lang={say.language}
      aria-label={say('list.name')}
      onKeyDown={({ key }) => key === 'Escape' && fold(model)}
    >
      {model.folded.value ? (
        <Strip model={model} sums={sums} say={say} />
      ) : (
        <Panel model={model} sums={sums} say={say} />
      )}
    </section>
  );
}

function fold(model: DockModel): void {
  model.refocus.value = true;
  model.folded.value = true;
}

function Strip({ model, sums, say }: PartProps) {
  const strip = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (model.refocus.peek()) strip.current?.focus();
    model.refocus.value = false;
  }, [model]);
  return (
    <button
      ref={strip}
      type="button"
      class="strip"
      aria-expanded="false"
      title={say('list.unfold')}
      onClick={() => {
        model.folded.value = false;
      }}
    >
      <Sums sums={sums} say={say} />
    </button>
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

interface PartProps {
  model: DockModel;
  sums: ByDue;
  say: Say;
}

function Panel({ model, sums, say }: PartProps) {
  const folder = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => folder.current?.focus(), []);
  const { urgentOnly } = model;
  const listed = urgentOnly.value ? sums.due.filter(({ urgent }) => urgent) : sums.due;
  const more = listed.length - MOST_SHOWN;
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
          ref={folder}
          type="button"
          class="fold"
          aria-expanded="true"
          aria-label={say('overlay.fold')}
          title={say('overlay.fold')}
          onClick={() => fold(model)}
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
      {sums.due.some(({ urgent }) => !urgent) && (
        <label class="choice small">
          <input
            type="checkbox"
            checked={urgentOnly.value}
            onChange={({ currentTarget }) => {
              urgentOnly.value = currentTarget.checked;
            }}
          />
          {say('list.urgent-only')}
        </label>
      )}
      <ol class="due">
        {listed.slice(0, MOST_SHOWN).map((entry) => (
          <Entry key={entry.row.facts.url ?? entry.row.facts.id} entry={entry} model={model} say={say} />
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
  const nowMs = model.now.value;
  const when = nearbyInstant(dueMs, model.zone, say.language, nowMs);
  const read = answer.readMs === null ? '' : nearbyInstant(answer.readMs, model.zone, say.language, nowMs);
  return (
    <li data-state={standing.state}>
      <StateMark state={standing.state} />
      <ToTicket row={row} />
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
        · <bdi>{answer.customer}</bdi> · {answer.tier}
      </span>
      {answer.readMs !== null && (
        <span class="about small soft">
          {say(answer.basis === 'messages' ? 'list.basis-messages' : 'list.basis-earlier', { when: read })}
        </span>
      )}
    </li>
  );
}

function ToTicket({ row: { element, facts } }: { row: ListRow }) {
  const name = `${facts.id === null ? '' : `#${facts.id} `}${facts.subject ?? ''}`;
  const { url } = facts;
  // Only the page's own script knows the way.
  if (url === null) {
    return (
      <button type="button" class="way" onClick={() => (element as HTMLElement).click()}>
        {name}
      </button>
    );
  }
  return (
    <a class="way" href={url} onClick={(event) => follow(event, element, url)}>
      {name}
    </a>
  );
}

/** A plain click is the page's own link's, whose router knows the way; every other is the browser's. */
function follow(event: MouseEvent, row: Element, url: string): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const links = [...row.querySelectorAll<HTMLElement>('a[href]'), row as HTMLElement];
  const own = links.find((link) => link instanceof HTMLAnchorElement && link.href === url);
  // A row without a link in it is what the page's own script listens to.
  const target = own ?? (links.length === 1 ? links[0]! : null);
  if (!target) return;
  event.preventDefault();
  target.click();
}
