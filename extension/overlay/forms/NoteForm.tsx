/** Somebody signs a word of theirs: with a name, and with a reason where one is wanted. */
import { useState } from 'preact/hooks';
import type { NoteProps } from '../view-contract.ts';

export function NoteForm({ name: before, withReason, button, draft, keep, save, cancel, say }: NoteProps) {
  const [typed, setTyped] = useState(draft ?? { by: before, reason: '' });
  const { by, reason } = typed;
  const change = (next: typeof typed) => {
    setTyped(next);
    keep(next.by, next.reason);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (by.trim() !== '') save(by.trim(), reason.trim());
      }}
    >
      <label class="field">
        <span>{say('overlay.your-name')}</span>
        <input
          class="input"
          value={by}
          maxLength={200}
          required
          onInput={(event) => change({ by: event.currentTarget.value, reason })}
        />
      </label>
      {withReason && (
        <label class="field">
          <span>{say('overlay.reason')}</span>
          <input
            class="input"
            value={reason}
            maxLength={2000}
            onInput={(event) => change({ by, reason: event.currentTarget.value })}
          />
        </label>
      )}
      <p class="buttons">
        <button type="submit" class="button primary">
          {button}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {say('overlay.cancel')}
        </button>
      </p>
    </form>
  );
}
