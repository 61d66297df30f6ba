/** How much waits to be written into trackers, where its user logs it or looks for it. */
import type { QueueCounts } from '../platform/tracker-messages.ts';
import type { Say } from './words.ts';

interface Props {
  queue: QueueCounts | null;
  say: Say;
  /** Opens what shows it all. */
  open: () => void;
}

export function QueueLine({ queue, say, open }: Props) {
  if (queue === null) return null;
  const { waiting, held, signedOut } = queue;
  return (
    <p class={`queue ${held > 0 || signedOut ? 'tone-bad' : 'soft'}`} data-part="queue">
      {say('overlay.queue', { count: waiting })}{' '}
      {held > 0 && <strong>{say('overlay.queue-held', { count: held })}</strong>}{' '}
      {signedOut && say('overlay.queue-signed-out')}{' '}
      <button type="button" class="button link" onClick={open}>
        {say('overlay.queue-show')}
      </button>
    </p>
  );
}
