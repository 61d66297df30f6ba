/** One row that waits: what it says, what the sheet says instead, and what its user can do. */
import { useSignal } from '@preact/signals';
import { WorkForm } from '../overlay/forms/WorkForm.tsx';
import type { TrackerAction, WaitingView } from '../platform/tracker-messages.ts';
import type { Say } from '../ui/words.ts';

interface Props {
  entry: WaitingView;
  say: Say;
  onAct: (action: TrackerAction) => Promise<void>;
}

export function WaitingEntry({ entry, say, onAct }: Props) {
  const { key, text, row, theirs, status, reason, ways, form } = entry;
  const isEditing = useSignal(false);
  const isCopied = useSignal(false);
  /** Begins with what is seen: so it is called by whoever speaks to the browser. */
  const named = (way: string) => say('sheets.way-of', { way: say(`sheets.${way}`), name: text });
  const copy = async () => {
    await navigator.clipboard.writeText(row);
    isCopied.value = true;
  };
  if (isEditing.value && form) {
    const { deliverables, today } = form;
    return (
      <li data-part="waiting">
        <WorkForm
          form="work"
          work={{ timer: null, entries: [], guess: null, deliverables, today }}
          entry={form.entry}
          save={(changed) => {
            isEditing.value = false;
            void onAct({ do: 'edit', key, entry: changed });
          }}
          cancel={() => {
            isEditing.value = false;
          }}
          say={say}
        />
      </li>
    );
  }
  return (
    <li data-part="waiting">
      <p>
        {text} <span class="soft">· {reason ?? say(`sheets.${status}`)}</span>
      </p>
      {theirs !== null && (
        <div class="both">
          <p>{say('sheets.theirs', { row: theirs })}</p>
          <p>{say('sheets.yours', { row })}</p>
        </div>
      )}
      <p class="buttons">
        {form && (
          <button
            type="button"
            class="button"
            aria-label={named('edit')}
            onClick={() => {
              isEditing.value = true;
            }}
          >
            {say('sheets.edit')}
          </button>
        )}
        {ways.map((way) => (
          <button
            key={way}
            type="button"
            class="button"
            aria-label={named(way)}
            onClick={() => void onAct({ do: way, key })}
          >
            {say(`sheets.${way}`)}
          </button>
        ))}
        {status === 'held' && (
          <button type="button" class="button" aria-label={named('copy')} onClick={() => void copy()}>
            {say('sheets.copy')}
          </button>
        )}
        <span role="status">{isCopied.value && say('sheets.copied')}</span>
      </p>
    </li>
  );
}
