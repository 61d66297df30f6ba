/** What a site's own word for a status comes to: chosen, changed, or left to be read. */
import { STATUS_KINDS, type StatusKind } from '../platform/mapping.ts';
import type { Say } from './words.ts';

interface Props {
  word: string;
  kind: StatusKind | null;
  say: Say;
  set: (kind: StatusKind | null) => void;
}

export function StatusMeaning({ word, kind, say, set }: Props) {
  return (
    <label class="small status-meaning">
      {say('mapping.status-counts', { word })}{' '}
      <select
        value={kind ?? ''}
        onChange={({ currentTarget }) => set((currentTarget.value || null) as StatusKind | null)}
      >
        <option value="">{say('mapping.status-as-read')}</option>
        {STATUS_KINDS.map((each) => (
          <option key={each} value={each}>
            {say(`mapping.status-${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
