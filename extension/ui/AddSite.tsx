/** The field for the address of a ticket system that is to be switched on. */
import type { Say } from './words.ts';

export function AddSite({ say, onAdd }: { say: Say; onAdd: (text: string) => void }) {
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        const field = new FormData(event.currentTarget).get('site');
        onAdd(typeof field === 'string' ? field : '');
      }}
    >
      <label>
        <span class="soft">{say('options.site-address')}</span>
        <input
          class="select"
          name="site"
          type="text"
          inputMode="url"
          autocomplete="off"
          required
          spellcheck={false}
        />
      </label>
      <button type="submit" class="button">
        {say('options.site-add')}
      </button>
    </form>
  );
}
