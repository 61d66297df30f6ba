/** What the popup says of customer cards: the one on the page, the one shown, and the way to forget it. */
import { useSignal } from '@preact/signals';
import { holdsCard } from '#core/card/card-link.ts';
import { Standing } from '../card/Standing.tsx';
import { ask } from '../platform/ask.ts';
import type { CardStanding } from '../platform/card-standing.ts';
import { openOwnPage } from '../platform/own-page.ts';
import type { Say } from '../ui/words.ts';

/** Offers to open the card that stands in the address of the page behind the popup. */
export function CardOnPage({ url, say }: { url: string | null; say: Say }) {
  const fragment = url === null ? '' : (url.split('#', 2)[1] ?? '');
  if (!holdsCard(fragment)) return null;
  return (
    <section class="part" data-part="card-on-page">
      <p>{say('card.on-page')}</p>
      <button type="button" class="button primary" onClick={() => void openOwnPage(`card.html#${fragment}`)}>
        {say('card.open-it')}
      </button>
    </section>
  );
}

interface Props {
  standing: CardStanding | null;
  zone: string;
  say: Say;
  reload: () => Promise<void>;
}

/** The pressed button is about to go, with most of the page. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

/** Where the card shown is from, and the way to forget it and to bring it back. */
export function CardStrip({ standing, zone, say, reload }: Props) {
  const forgotten = useSignal<string | null>(null);
  const forget = async (id: string) => {
    const gone = await ask({ type: 'forget-card', id });
    if (gone.kind === 'forgotten-card') forgotten.value = gone.text;
    await reload();
  };
  const turn = async ({ id, from }: CardStanding) => {
    await ask({ type: 'trust-key', id, trust: from !== 'known' });
    await reload();
  };
  const bringBack = async (text: string) => {
    await ask({ type: 'keep-card', text, trust: false });
    // The card is back before the way to it goes away, and has the focus then.
    await reload();
    forgotten.value = null;
  };
  if (standing === null && forgotten.value === null) return null;
  return (
    <section class="part" data-part="card">
      {forgotten.value !== null && (
        <p role="status">
          {say('card.forgotten')}{' '}
          <button
            ref={takeFocus}
            type="button"
            class="button link"
            onClick={() => void bringBack(forgotten.value ?? '')}
          >
            {say('card.undo')}
          </button>
        </p>
      )}
      {standing && (
        <>
          <Standing standing={standing} zone={zone} say={say} />
          {standing.from === 'unknown' && <p>{say('card.compare', { key: standing.key ?? '' })}</p>}
          <p class="ways">
            {standing.from !== 'nobody' && (
              <button type="button" class="button link small" onClick={() => void turn(standing)}>
                {say(standing.from === 'known' ? 'card.distrust' : 'card.trust-key')}
              </button>
            )}
            <button type="button" class="button link small" onClick={() => void forget(standing.id)}>
              {say('card.forget')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
