/** The field for the address of a ticket system that is to be switched on; what was taken leaves it empty. */
import type { Say } from './words.ts';

interface Props {
  say: Say;
  /** `true` where it was taken. */
  onAdd: (text: string) => Promise<boolean>;
}

export function AddSite({ say, onAdd }: Props) {
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const field = new FormData(form).get('site');
        const text = typeof field === 'string' ? field : '';
        void onAdd(text).then((taken) => taken && form.reset());
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
