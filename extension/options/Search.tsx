/** The field that finds a setting by what the page says of it. */
import type { Signal } from '@preact/signals';
import type { Say } from '../ui/words.ts';

interface Props {
  text: Signal<string>;
  /** How many sections say what is looked for; `null`: nothing is. */
  shown: number | null;
  say: Say;
}

export function Search({ text, shown, say }: Props) {
  return (
    <search class="search">
      <input
        class="select"
        type="search"
        aria-label={say('options.search')}
        placeholder={say('options.search')}
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text.value === '') return;
          event.preventDefault();
          text.value = '';
        }}
      />
      <span role="status" class="only-read">
        {shown !== null && say('options.search-found', { count: shown })}
      </span>
    </search>
  );
}
