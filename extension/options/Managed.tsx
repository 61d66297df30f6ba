/** Says that a setting is the organisation's. */
import type { Say } from '../ui/words.ts';

export function Managed({ say }: { say: Say }) {
  return (
    <p class="managed" data-part="managed">
      <span class="badge">{say('options.managed')}</span>
    </p>
  );
}
