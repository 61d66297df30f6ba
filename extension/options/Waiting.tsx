/** The rows that wait to be written into a tracker, each with what keeps it and the ways out. */
import { useSignal } from '@preact/signals';
import type { TrackerAction, TrackersAnswer, WaitingView } from '../platform/tracker-messages.ts';
import type { Say } from '../ui/words.ts';
import { useArrival } from './arrive.ts';
import { saveAs } from './save-as.ts';
import { WaitingEntry } from './WaitingEntry.tsx';

interface Props {
  answer: TrackersAnswer;
  say: Say;
  onAct: (action: TrackerAction) => Promise<unknown>;
}

export function Waiting({ answer: { waiting, queue }, say, onAct }: Props) {
  const heading = useArrival('queue');
  const isDropped = useSignal(false);
  const act = async (action: TrackerAction) => {
    isDropped.value = action.do === 'drop';
    await onAct(action);
  };
  return (
    <div data-part="queue">
      <h3 id="queue" ref={heading} tabIndex={-1}>
        {say('sheets.queue')}
      </h3>
      {waiting.length === 0 && <p class="soft">{say('sheets.queue-empty')}</p>}
      <ul class="trackers">
        {waiting.map((entry: WaitingView) => (
          <WaitingEntry key={entry.key} {...{ entry, say }} onAct={act} />
        ))}
      </ul>
      <p role="status">
        {isDropped.value && (
          <>
            {say('sheets.dropped')}{' '}
            <button type="button" class="button link" onClick={() => void act({ do: 'bring-back' })}>
              {say('sheets.undo')}
            </button>
          </>
        )}
      </p>
      {waiting.length > 0 && (
        <p>
          <button type="button" class="button" onClick={() => saveAs('dueline-waiting.json', queue)}>
            {say('sheets.export')}
          </button>
        </p>
      )}
    </div>
  );
}
