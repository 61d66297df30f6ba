/** The picker: the facts of the page with what is read of each, and the place that is being pointed at. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAPPABLE, type MappedFact } from '../../platform/mapping.ts';
import { StatusMeaning } from '../../ui/StatusMeaning.tsx';
import type { Say } from '../../ui/words.ts';
import { WEIGHTS } from '../anchors.ts';
import type { PickerModel, Taken } from './model.ts';
import { StreamPreview } from './StreamPreview.tsx';
import { shownFact } from './shown-facts.ts';

interface Props {
  model: PickerModel;
  say: Say;
}

export function Picker({ model, say }: Props) {
  const step = model.step.value;
  return (
    <section class={`picker ${step.step}`} lang={say.language} aria-label={say('mapping.name')}>
      {step.step === 'list' && <Facts model={model} say={say} />}
      {step.step === 'pointing' && (
        <div class="hint">
          <p>
            <strong>{say('mapping.pointing', { fact: say(`mapping.fact-${step.fact}`) })}</strong>
          </p>
          <p class="soft small">{say('mapping.keys')}</p>
          <p role="status" class={step.fits ? 'tone-ok' : 'tone-warn'}>
            {step.aimed !== null &&
              (step.fits
                ? say('mapping.read-here', { text: step.aimed })
                : say('mapping.nothing-here', { fact: say(`mapping.fact-${step.fact}`) }))}
          </p>
          <button type="button" class="button" onClick={model.toList}>
            {say('mapping.stop')}
          </button>
        </div>
      )}
      {step.step === 'taken' &&
        (step.taken.stream ? (
          <StreamPreview model={model} taken={step.taken} stream={step.taken.stream} say={say} />
        ) : (
          <Preview model={model} taken={step.taken} say={say} />
        ))}
    </section>
  );
}

function Facts({ model, say }: Props) {
  const done = model.done.value;
  const first = useRef<HTMLButtonElement>(null);
  // What was done may have taken away the button that did it, and the focus with it.
  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), [done]);
  return (
    <>
      <header class="head">
        <div>
          <h2>{say('mapping.title')}</h2>
          <p class="soft small">{say('mapping.about')}</p>
        </div>
        <button type="button" class="button" onClick={model.close}>
          {say('mapping.close')}
        </button>
      </header>
      <p role="status" class="done">
        {done && (
          <span>
            {say(`mapping.${done.key}`, { detail: done.detail })}{' '}
            {done.key !== 'failed' && (
              <button type="button" class="button link" onClick={model.undo}>
                {say('mapping.undo')}
              </button>
            )}
          </span>
        )}
      </p>
      <ul class="facts">
        {MAPPABLE.map((fact, index) => (
          <FactRow key={fact} fact={fact} model={model} say={say} first={index === 0 ? first : null} />
        ))}
      </ul>
    </>
  );
}

interface RowProps extends Props {
  fact: MappedFact;
  first: { current: HTMLButtonElement | null } | null;
}

function FactRow({ fact, model, say, first }: RowProps) {
  const facts = model.facts.value;
  const shown = shownFact(facts, fact);
  const isMapped = model.mapped.value.some((each) => each.fact === fact);
  const isLost = isMapped && facts?.mapping?.unfit.includes(fact);
  const name = say(`mapping.fact-${fact}`);
  const pointing = say(isMapped ? 'mapping.point-again' : 'mapping.point');
  return (
    <li data-fact={fact}>
      <div>
        <strong>{name}</strong>
        <span class={shown ? '' : 'soft'}>
          {shown && fact === 'messages'
            ? say('mapping.messages-read', { count: Number(shown.text) })
            : (shown?.text ?? say('mapping.not-read'))}
        </span>
        <span class={`small ${isLost ? 'tone-warn' : 'soft'}`}>
          {isLost ? say('mapping.lost') : shown && say(`source.${shown.source}`)}
        </span>
        {fact === 'status' && shown && <OwnStatus model={model} word={shown.text} say={say} />}
      </div>
      <button
        ref={first ?? undefined}
        type="button"
        class="button"
        aria-label={`${pointing}: ${name}`}
        onClick={() => model.point(fact)}
      >
        {pointing}
      </button>
      {isMapped && (
        <button
          type="button"
          class="button link"
          aria-label={`${say('mapping.forget')}: ${name}`}
          onClick={() => model.keep({ fact, anchors: [] })}
        >
          {say('mapping.forget')}
        </button>
      )}
    </li>
  );
}

function OwnStatus({ model, word, say }: Props & { word: string }) {
  const own = model.statuses.value.find((each) => each.word.toLowerCase() === word.toLowerCase());
  return (
    <StatusMeaning
      word={word}
      kind={own?.kind ?? null}
      say={say}
      set={(kind) => model.setStatus(word, kind)}
    />
  );
}

function Preview({ model, taken, say }: Props & { taken: Taken }) {
  const { fact, text, anchors } = taken;
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => keep.current?.focus({ preventScroll: true }), []);
  const ways = anchors.map(({ by, value }) => say(`mapping.way-${by}`, { label: value }));
  const isWeak = anchors.length > 0 && anchors.every(({ by }) => WEIGHTS[by] <= WEIGHTS.path);
  return (
    <div class="hint">
      <p>
        <strong>{say(`mapping.fact-${fact}`)}</strong>
      </p>
      <p>{say('mapping.read-here', { text })}</p>
      <p class="soft small">
        {anchors.length === 0
          ? say('mapping.no-anchor')
          : isWeak
            ? say('mapping.weak')
            : say('mapping.found-by', {
                ways: new Intl.ListFormat(say.language, { type: 'conjunction' }).format([...new Set(ways)]),
              })}
      </p>
      <p class="buttons">
        {anchors.length > 0 && (
          <button
            ref={keep}
            type="button"
            class="button primary"
            onClick={() => model.keep({ fact, anchors })}
          >
            {say('mapping.keep')}
          </button>
        )}
        <button type="button" class="button" onClick={() => model.point(fact)}>
          {say('mapping.choose-again')}
        </button>
        <button type="button" class="button" onClick={model.toList}>
          {say('mapping.stop')}
        </button>
      </p>
    </div>
  );
}
