/** A card that was made: what it carries, and the ways to hand it over. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { CopyText } from './CopyText.tsx';
import type { MadeCard } from './made-card.ts';
import { saveAs } from './save-as.ts';

/** Mail programs cut links that are longer. */
const LONG_LINK = 2000;

export function CardMade({ made, translate }: { made: MadeCard; translate: Translate }) {
  const [isSaved, setSaved] = useState(false);
  const { text, link, fileName, owed } = made;
  return (
    <div class="result">
      <p>{translate('card.carries', { count: owed })}</p>
      {link !== null && link.length > LONG_LINK && (
        <p class="hint">{translate('card.link-long', { count: link.length })}</p>
      )}
      <div class="buttons">
        <button
          type="button"
          onClick={() => {
            saveAs(fileName, `${text}\n`, 'text/plain');
            setSaved(true);
          }}
        >
          {translate('card.save')}
        </button>
        <CopyText
          text={link ?? text}
          label={translate(link === null ? 'sidebar.copy-card' : 'card.copy')}
          translate={translate}
        />
      </div>
      {isSaved && <p role="status">{translate('card.saved')}</p>}
    </div>
  );
}
