/** Somebody signs a word of theirs: with a name, and with a reason where one is wanted. */
import { useState } from 'preact/hooks';
import type { NoteProps } from '../view-contract.ts';

export function NoteForm({ name: before, withReason, button, save, cancel, say }: NoteProps) {
  const [name, setName] = useState(before);
  const [reason, setReason] = useState('');
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save(name.trim(), reason.trim());
      }}
    >
      <label class="field">
        <span>{say('overlay.your-name')}</span>
        <input
          class="input"
          value={name}
          maxLength={200}
          required
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {withReason && (
        <label class="field">
          <span>{say('overlay.reason')}</span>
          <input
            class="input"
            value={reason}
            maxLength={2000}
            onInput={(event) => setReason(event.currentTarget.value)}
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
