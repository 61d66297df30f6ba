/** Takes a card as a file or as text. */
import { useSignal } from '@preact/signals';
import type { Say } from '../ui/words.ts';

/** Larger than any card; a larger file is not read. */
const MOST_CHARACTERS = 1_000_000;

export function Opener({ say, onOpen }: { say: Say; onOpen: (text: string) => Promise<void> }) {
  const text = useSignal('');
  const take = async (file: File | undefined) => {
    if (file) await onOpen(await file.slice(0, MOST_CHARACTERS).text());
  };
  return (
    <form
      class="part opener"
      onSubmit={(event) => {
        event.preventDefault();
        void onOpen(text.value);
      }}
    >
      <h2>{say('card.open-title')}</h2>
      <p class="soft">{say('card.open-about')}</p>
      <label class="file">
        {say('card.file')}
        <span>
          <span class="button">{say('card.choose-file')}</span>
        </span>
        <input
          type="file"
          class="only-read"
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
      </label>
      <label>
        {say('card.paste')}
        <textarea
          value={text.value}
          maxLength={MOST_CHARACTERS}
          spellcheck={false}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
      </label>
      <p>
        <button type="submit" class="button primary" disabled={text.value.trim() === ''}>
          {say('card.open')}
        </button>
      </p>
    </form>
  );
}
