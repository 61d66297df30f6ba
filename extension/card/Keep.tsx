/** Whether to keep a card: what is known of its sender, what it replaces, and the one question about its key. */
import type { ComponentChildren } from 'preact';
import type { CardAnswer } from '../platform/card-messages.ts';
import type { CardStanding } from '../platform/card-standing.ts';
import type { Say } from '../ui/words.ts';

interface Props {
  answer: CardAnswer;
  standing: CardStanding;
  kept: boolean;
  say: Say;
  onKeep: (trust: boolean) => Promise<void>;
  /** The card's standing. */
  children: ComponentChildren;
}

export function Keep({ answer, standing, kept, say, onKeep, children }: Props) {
  const { beside, signerChanged } = answer;
  const { from, key } = standing;
  return (
    <section class="part" data-part="keep">
      {children}
      {signerChanged && (
        <p class="tone-bad" role="alert">
          {say('card.signer-changed')}
        </p>
      )}
      {from === 'unknown' && <p>{say('card.compare', { key: key ?? '' })}</p>}
      {!kept && beside !== 'new' && <p class="soft">{say(`card.${beside}`)}</p>}
      <p role="status">{kept && say('card.kept')}</p>
      {!kept && beside !== 'older' && (beside !== 'same' || from === 'unknown') && (
        <p class="buttons">
          {from === 'unknown' && (
            <button type="button" class="button primary" onClick={() => void onKeep(true)}>
              {say('card.trust')}
            </button>
          )}
          <button
            type="button"
            class={`button ${from === 'unknown' ? '' : 'primary'}`}
            onClick={() => void onKeep(false)}
          >
            {say('card.keep')}
          </button>
        </p>
      )}
    </section>
  );
}
