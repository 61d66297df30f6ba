/** The rows that wait to be written into a tracker, each with what keeps it. */
import type { TrackerAction, TrackersAnswer } from '../platform/tracker-messages.ts';
import type { Say } from '../ui/words.ts';
import { saveAs } from './save-as.ts';

interface Props {
  answer: TrackersAnswer;
  say: Say;
  onAct: (action: TrackerAction) => Promise<void>;
}

export function Waiting({ answer: { waiting, queue }, say, onAct }: Props) {
  return (
    <div data-part="queue">
      <h3>{say('sheets.queue')}</h3>
      {waiting.length === 0 && <p class="soft">{say('sheets.queue-empty')}</p>}
      <ul class="trackers">
        {waiting.map(({ key, text, status, reason }) => (
          <li key={key}>
            <p>
              {text} <span class="soft">· {reason ?? say(`sheets.${status}`)}</span>
            </p>
            {status === 'held' && (
              <p class="buttons">
                <button
                  type="button"
                  class="button"
                  aria-label={say('sheets.retry-of', { name: text })}
                  onClick={() => void onAct({ do: 'retry', key })}
                >
                  {say('sheets.retry')}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={say('sheets.drop-of', { name: text })}
                  onClick={() => void onAct({ do: 'drop', key })}
                >
                  {say('sheets.drop')}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
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
