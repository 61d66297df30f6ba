/** The top of the panel: whose ticket, which tier, who serves; and where the overlay stands. It is dragged by it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Corner } from '../../platform/changes.ts';
import type { NoDirectoryAnswer, TicketAnswer } from '../../platform/messages.ts';
import type { Say } from '../../ui/words.ts';
import { CORNERS, HOME } from '../placement.ts';
import type { PanelProps } from '../view-contract.ts';

export function Head(props: PanelProps & { say: Say }) {
  const { shown, say, send, leave } = props;
  const { answer } = shown;
  return (
    <>
      <header class="head" onPointerDown={props.drag}>
        <div class="title">
          {answer.kind === 'verdict' ? <Title answer={answer} say={say} /> : <h2>{say('overlay.name')}</h2>}
        </div>
        <Menu {...props} answer={answer} />
        <FoldButton {...props} />
      </header>
      {answer.site.hidden && (
        <div class="part unread" data-part="hidden">
          <p>{say('overlay.hidden', { site: new URL(shown.facts.url).host })}</p>
          <p class="buttons">
            <button
              type="button"
              class="button"
              onClick={() => void send({ type: 'keep', look: { hidden: false } })}
            >
              {say('overlay.show-again')}
            </button>
            <button type="button" class="button" onClick={leave}>
              {say('overlay.leave')}
            </button>
          </p>
        </div>
      )}
    </>
  );
}

function Title({ answer, say }: { answer: TicketAnswer; say: Say }) {
  const { engagement, match } = answer.verdict;
  if (engagement === null)
    return (
      <h2 data-part="match" data-match={match.kind}>
        {say(`overlay.${match.kind}-title`)}
      </h2>
    );
  const { manager, backup, serving } = engagement;
  const serves = serving === 'backup' ? backup : manager;
  return (
    <>
      <h2 data-part="customer">{engagement.customer}</h2>
      <p class="soft">
        <span class="badge" data-part="tier" data-tier={engagement.tier.id}>
          {engagement.tier.name}
        </span>{' '}
        <span data-part="manager">
          {serving === null
            ? say('overlay.nobody-serves', { manager: manager.name })
            : serving === 'backup'
              ? say('overlay.backup-serves', { backup: serves!.name, manager: manager.name })
              : say('overlay.manager', { manager: manager.name })}
        </span>
      </p>
    </>
  );
}

/** Everything about the overlay itself; closes by itself once something was chosen. */
function Menu({
  answer,
  place,
  dock,
  send,
  say,
}: PanelProps & { say: Say; answer: TicketAnswer | NoDirectoryAnswer }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const choose = (then: () => void) => {
    if (menu.current) menu.current.open = false;
    menu.current?.querySelector('summary')?.focus();
    then();
  };
  const at = (corner: Corner) => place.corner === corner;
  return (
    <details class="menu" ref={menu} onPointerDown={(event) => event.stopPropagation()}>
      <summary class="icon" aria-label={say('overlay.menu')} title={say('overlay.menu')}>
        <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M3 8h.01M8 8h.01M13 8h.01"
            stroke="currentColor"
            stroke-width="2.6"
            stroke-linecap="round"
          />
        </svg>
      </summary>
      <div class="sheet">
        <fieldset>
          <legend>{say('overlay.dock')}</legend>
          <div class="corners">
            {CORNERS.map((corner) => (
              <button
                key={corner}
                type="button"
                class={`corner ${corner}`}
                aria-pressed={at(corner)}
                aria-label={say(`overlay.${corner}`)}
                title={say(`overlay.${corner}`)}
                onClick={() => choose(() => dock({ ...HOME, corner }))}
              />
            ))}
          </div>
        </fieldset>
        {!answer.site.hidden && (
          <button
            type="button"
            class="item"
            onClick={() => choose(() => void send({ type: 'keep', look: { hidden: true } }))}
          >
            {say('overlay.hide')}
          </button>
        )}
        <button type="button" class="item" onClick={() => choose(() => void send({ type: 'open-options' }))}>
          {say('overlay.open-options')}
        </button>
      </div>
    </details>
  );
}

function FoldButton({ focus, fold, say }: PanelProps & { say: Say }) {
  const button = useRef<HTMLButtonElement>(null);
  // Only when it comes: the panel is drawn again with every tick.
  useEffect(() => {
    if (focus) button.current?.focus();
  }, []);
  return (
    <button
      ref={button}
      type="button"
      class="icon"
      aria-expanded="true"
      aria-label={say('overlay.fold')}
      title={say('overlay.fold')}
      onClick={fold}
      onPointerDown={(event) => event.stopPropagation()}
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
  );
}
