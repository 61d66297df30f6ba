/** Makes a tracker in the user's own Drive: named, made, taken back again, or gone on with where it was broken off. */
import { useSignal } from '@preact/signals';
import type { TrackerAction, TrackersAnswer } from '../platform/tracker-messages.ts';
import type { Say } from '../ui/words.ts';

interface Props {
  answer: TrackersAnswer;
  busy: boolean;
  zone: string;
  say: Say;
  onAct: (action: TrackerAction) => Promise<TrackersAnswer | null>;
}

export function NewTracker({ answer, busy, zone, say, onAct }: Props) {
  const title = useSignal('');
  const isOpen = useSignal(false);
  const made = useSignal<{ id: string; name: string } | null>(null);
  const isBinned = useSignal(false);
  const act = async (action: TrackerAction) => {
    const next = await onAct(action);
    const tracker = next?.trackers.find(({ id }) => id === next.made);
    made.value = tracker ?? null;
    isBinned.value = action.do !== 'create' && next?.problem === null;
    if (!tracker) return;
    isOpen.value = false;
    title.value = '';
  };
  const { making, toFill } = answer;
  if (making !== null) {
    return (
      <div class="card-maker" data-part="new-tracker">
        <p class="tone-warn">{say('sheets.unfinished', { name: making })}</p>
        <p class="buttons">
          <button
            type="button"
            class="button primary"
            disabled={busy}
            onClick={() => void act({ do: 'create', title: making, zone })}
          >
            {say('sheets.go-on')}
          </button>
          <button type="button" class="button" disabled={busy} onClick={() => void act({ do: 'give-up' })}>
            {say('sheets.to-bin')}
          </button>
        </p>
      </div>
    );
  }
  return (
    <div data-part="new-tracker">
      <details
        open={isOpen.value}
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open;
        }}
      >
        <summary>{say('sheets.create')}</summary>
        <form
          class="card-maker"
          onSubmit={(event) => {
            event.preventDefault();
            void act({ do: 'create', title: title.value.trim() || say('sheets.create-title'), zone });
          }}
        >
          <p class="soft small">{say('sheets.create-about')}</p>
          {toFill > 0 && <p>{say('sheets.create-fill', { count: toFill })}</p>}
          <label>
            <span class="soft">{say('sheets.create-name')}</span>
            <input
              class="select"
              value={title.value}
              maxLength={200}
              placeholder={say('sheets.create-title')}
              autocomplete="off"
              onInput={({ currentTarget }) => {
                title.value = currentTarget.value;
              }}
            />
          </label>
          <p>
            <button type="submit" class="button" disabled={busy}>
              {say('sheets.create')}
            </button>
          </p>
        </form>
      </details>
      <div role="status">
        {made.value && (
          <p>
            {say('sheets.created', { name: made.value.name })}{' '}
            <button
              type="button"
              class="button link"
              disabled={busy}
              onClick={() => void act({ do: 'take-back', id: made.value!.id })}
            >
              {say('sheets.undo')}
            </button>
          </p>
        )}
        {isBinned.value && <p>{say('sheets.binned')}</p>}
      </div>
    </div>
  );
}
