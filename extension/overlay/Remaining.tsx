/** Business time that is left, or by which the answer is overdue. */
import { duration, isoDuration } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { type Countdown, partsOf } from './countdown.ts';

export function Remaining({ countdown, say }: { countdown: Countdown; say: Say }) {
  const parts = partsOf(countdown.leftMs);
  const late = countdown.leftMs < 0;
  return (
    <time
      class="figures"
      data-part="remaining"
      data-running={String(countdown.running)}
      dateTime={`${late ? '-' : ''}${isoDuration(parts)}`}
    >
      {say(late ? 'overlay.late-by' : 'overlay.left', { duration: duration(parts, say.language) })}
    </time>
  );
}
