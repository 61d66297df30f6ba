/** Makes a customer card of one engagement: what it carries, whose key signs it, and as a file or a link. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask } from '../platform/ask.ts';
import type { CardMaker, MadeCard } from '../platform/card-messages.ts';
import type { DirectorySummary } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { Section } from './Section.tsx';
import { saveAs } from './save-as.ts';

const SHAREABLE = ['contacts', 'hours'] as const;
/** Mail programs cut links that are longer. */
const LONG_LINK = 2000;

export function CustomerCards({ directory, say }: { directory: DirectorySummary; say: Say }) {
  const maker = useSignal<CardMaker | null>(null);
  const made = useSignal<MadeCard | null>(null);
  const engagement = useSignal('');
  const page = useSignal('');
  const signed = useSignal(true);
  const shared = useSignal({ contacts: false, hours: false });
  const problem = useSignal<string | null>(null);
  const done = useSignal<'copied' | 'saved' | null>(null);
  const isRenewed = useSignal(false);
  useEffect(() => {
    void ask({ type: 'card-maker' }).then((answer) => {
      if (answer.kind !== 'card-maker') return;
      maker.value = answer;
      page.value = answer.page ?? '';
      if (!answer.engagements.some(({ id }) => id === engagement.value)) {
        engagement.value = answer.engagements[0]?.id ?? '';
      }
    });
  }, [directory]);
  if (maker.value === null || maker.value.engagements.length === 0) return null;

  const forget = () => {
    made.value = null;
    done.value = null;
    problem.value = null;
  };
  const renew = async (undo: boolean) => {
    forget();
    const answer = await ask({ type: 'renew-key', undo });
    if (answer.kind !== 'card-maker') return;
    maker.value = answer;
    isRenewed.value = !undo;
  };
  const make = async () => {
    forget();
    const answer = await ask({
      type: 'make-card',
      engagement: engagement.value,
      shared: shared.value,
      signed: signed.value,
      page: page.value.trim() || null,
    });
    if (answer.kind === 'made-card') made.value = answer;
    else problem.value = answer.text;
  };
  const copy = async (link: string) => {
    await navigator.clipboard.writeText(link);
    done.value = 'copied';
  };
  const save = ({ fileName, text }: MadeCard) => {
    saveAs(fileName, `${text}\n`, 'text/plain');
    done.value = 'saved';
  };
  return (
    <Section id="cards" title={say('card.make-title')} about={say('card.make-about')}>
      <form
        class="card-maker"
        onInput={forget}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <label>
          <span class="soft">{say('options.engagement')}</span>
          <select
            class="select"
            value={engagement.value}
            onChange={({ currentTarget }) => {
              engagement.value = currentTarget.value;
            }}
          >
            {maker.value.engagements.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{say('card.share')}</legend>
          {SHAREABLE.map((what) => (
            <label key={what} class="check">
              <input
                type="checkbox"
                name={what}
                checked={shared.value[what]}
                onChange={({ currentTarget }) => {
                  shared.value = { ...shared.value, [what]: currentTarget.checked };
                }}
              />{' '}
              {say(`card.share-${what}`)}
            </label>
          ))}
        </fieldset>
        <div>
          <label class="check">
            <input
              type="checkbox"
              name="signed"
              checked={signed.value}
              onChange={({ currentTarget }) => {
                signed.value = currentTarget.checked;
              }}
            />{' '}
            {say('card.sign', { key: maker.value.key })}
          </label>
          <p class="soft small">
            {say('card.sign-about')}{' '}
            <button type="button" class="button link small" onClick={() => void renew(false)}>
              {say('card.new-key')}
            </button>
          </p>
          <p role="status">
            {isRenewed.value && (
              <>
                {say('card.new-key-made')}{' '}
                <button type="button" class="button link" onClick={() => void renew(true)}>
                  {say('card.undo')}
                </button>
              </>
            )}
          </p>
        </div>
        <div>
          <label class="line">
            <span class="soft">{say('card.page')}</span>
            <input
              type="url"
              class="select"
              placeholder="https://"
              value={page.value}
              onInput={({ currentTarget }) => {
                page.value = currentTarget.value;
              }}
            />
          </label>
          <p class="soft small">{say('card.page-about')}</p>
        </div>
        {problem.value !== null && (
          <p role="alert" class="tone-bad">
            {problem.value}
          </p>
        )}
        <p>
          <button type="submit" class="button primary">
            {say('card.make')}
          </button>
        </p>
        {made.value && <Made made={made.value} shared={shared.value} say={say} onSave={save} onCopy={copy} />}
        <p role="status">{done.value && say(`card.${done.value}`)}</p>
      </form>
    </Section>
  );
}

interface MadeProps {
  made: MadeCard;
  shared: Record<(typeof SHAREABLE)[number], boolean>;
  say: Say;
  onSave: (made: MadeCard) => void;
  onCopy: (link: string) => Promise<void>;
}

function Made({ made, shared, say, onSave, onCopy }: MadeProps) {
  return (
    <div data-part="made-card">
      <p>{say('card.carries', { count: made.owed })}</p>
      {SHAREABLE.map((what) => (
        <p key={what}>{say(`card.carries-${shared[what] ? '' : 'no-'}${what}`)}</p>
      ))}
      {made.link.length > LONG_LINK && (
        <p class="tone-warn">{say('card.link-long', { count: made.link.length })}</p>
      )}
      <p class="buttons">
        <button type="button" class="button" onClick={() => onSave(made)}>
          {say('card.save')}
        </button>
        <button type="button" class="button" onClick={() => void onCopy(made.link)}>
          {say('card.copy')}
        </button>
      </p>
    </div>
  );
}
