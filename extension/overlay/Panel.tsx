/** The overlay unfolded. */
import { useEffect, useRef } from 'preact/hooks';
import type { TicketAnswer } from '../platform/messages.ts';
import { Entitlements } from '../ui/Entitlements.tsx';
import { VerdictMark } from '../ui/StateMark.tsx';
import type { Say } from '../ui/words.ts';
import type { OverlayModel } from './model.ts';
import { Owed } from './Owed.tsx';
import { Pick } from './Pick.tsx';
import { ReadFacts } from './ReadFacts.tsx';
import type { Shown } from './view-contract.ts';

interface Props {
  model: OverlayModel;
  shown: Shown;
  say: Say;
}

export function Panel({ model, shown, say }: Props) {
  const { answer } = shown;
  return (
    <div class="panel">
      <header class="head">
        <div class="title">
          {answer.kind === 'verdict' ? <Title answer={answer} say={say} /> : say('overlay.name')}
        </div>
        <FoldButton model={model} say={say} />
      </header>
      {answer.kind === 'no-directory' ? (
        <div class="part">
          <p>{answer.problem ?? say('overlay.no-directory')}</p>
          <p>
            <button type="button" class="button primary" onClick={model.openOptions}>
              {say('overlay.open-options')}
            </button>
          </p>
        </div>
      ) : (
        <Verdict model={model} shown={shown} answer={answer} say={say} />
      )}
    </div>
  );
}

function FoldButton({ model, say }: { model: OverlayModel; say: Say }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (model.refocus.peek()) button.current?.focus();
    model.refocus.value = false;
  }, [model]);
  return (
    <button
      ref={button}
      type="button"
      class="fold"
      aria-expanded="true"
      aria-label={say('overlay.fold')}
      title={say('overlay.fold')}
      onClick={() => model.setFolded(true)}
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

function Verdict({ model, shown, answer, say }: Props & { answer: TicketAnswer }) {
  const { verdict, chips, entitlements } = answer;
  const { engagement } = verdict;
  return (
    <>
      {engagement === null ? (
        <Pick model={model} facts={shown.facts} answer={answer} say={say} />
      ) : (
        <>
          <Owed model={model} answer={answer} engagement={engagement} say={say} />
          {chips.length > 0 && <Chips chips={chips} say={say} />}
          <details class="part">
            <summary>{say('overlay.entitlements', { tier: engagement.tier.name })}</summary>
            <Entitlements entries={entitlements} say={say} />
          </details>
        </>
      )}
      <ReadFacts model={model} facts={shown.facts} answer={answer} say={say} />
    </>
  );
}

function Chips({ chips, say }: { chips: TicketAnswer['chips']; say: Say }) {
  return (
    <div class="part">
      <h3>{say('overlay.scope')}</h3>
      <ul class="chips" data-part="scope">
        {chips.map(({ rule, severity, text, clause }) => (
          <li key={rule} class={`chip ${severity ?? 'ok'}`} data-rule={rule} title={clause ?? undefined}>
            {severity && <VerdictMark is={severity} />}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
