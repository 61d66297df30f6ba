/** The zone in which a site's times are read: the likely ones; any other is set in the options. */
import { zoneCity } from '../../ui/format.ts';
import type { PartProps } from './part-props.ts';

export function SiteZone({ answer, zone: browserZone, send, say }: PartProps) {
  const contract = answer.verdict.engagement?.zone;
  const set = answer.site.zone;
  const choices = new Map([['', say('overlay.zone-browser', { zone: zoneCity(browserZone) })]]);
  if (contract) choices.set(contract, say('overlay.zone-contract', { zone: zoneCity(contract) }));
  choices.set('UTC', say('overlay.zone-utc'));
  if (set !== null && !choices.has(set)) choices.set(set, say('overlay.zone-other', { zone: zoneCity(set) }));
  return (
    <label class="field">
      <span>{say('overlay.zone-label')}</span>
      <select
        class="select"
        value={set ?? ''}
        onChange={(event) => void send({ type: 'set-zone', zone: event.currentTarget.value || null })}
      >
        {[...choices].map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
