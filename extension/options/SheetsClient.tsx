/** The organisation's registration at Google, entered once. */
import { useSignal } from '@preact/signals';
import type { TrackersAnswer } from '../platform/tracker-messages.ts';
import type { Say } from '../ui/words.ts';
import { Managed } from './Managed.tsx';

interface Props {
  answer: TrackersAnswer;
  say: Say;
  onSave: (id: string, secret: string) => Promise<unknown>;
}

export function SheetsClient({ answer: { client, clientIsManaged, redirect }, say, onSave }: Props) {
  const id = useSignal(client?.id ?? '');
  const secret = useSignal('');
  if (clientIsManaged) return <Managed say={say} />;
  return (
    <details open={client === null}>
      <summary>{say('sheets.client')}</summary>
      <form
        class="card-maker"
        onSubmit={(event) => {
          event.preventDefault();
          void onSave(id.value, secret.value);
        }}
      >
        <p class="soft small">{say('sheets.client-about', { redirect })}</p>
        <label>
          <span class="soft">{say('sheets.client')}</span>
          <input
            class="select"
            value={id.value}
            autocomplete="off"
            onInput={({ currentTarget }) => {
              id.value = currentTarget.value;
            }}
          />
        </label>
        <label>
          <span class="soft">{say('sheets.client-secret')}</span>
          <input
            class="select"
            type="password"
            value={secret.value}
            placeholder={client?.hasSecret ? '••••••' : ''}
            autocomplete="off"
            onInput={({ currentTarget }) => {
              secret.value = currentTarget.value;
            }}
          />
        </label>
        <p>
          <button type="submit" class="button">
            {say('sheets.save')}
          </button>
        </p>
      </form>
    </details>
  );
}
