/** The sites that are switched on, and the zone in which each one's times are read. */
import { ask } from '../platform/ask.ts';
import { AddSite } from '../ui/AddSite.tsx';
import { useSites } from '../ui/use-sites.ts';
import type { Say } from '../ui/words.ts';
import { Managed } from './Managed.tsx';
import { Mappings } from './Mappings.tsx';
import { Section } from './Section.tsx';

interface Props {
  /** Sites that the organisation wants switched on. */
  wanted: readonly string[];
  /** It wants no others. */
  isLocked: boolean;
  zones: Record<string, string>;
  browserZone: string;
  say: Say;
  reload: () => Promise<void>;
}

export function Sites({ wanted, isLocked, zones, browserZone, say, reload }: Props) {
  const { sites, said, add, remove } = useSites(say);
  const setZone = async (origin: string, zone: string | null) => {
    await ask({ type: 'set-site-zone', origin, zone });
    await reload();
  };
  return (
    <Section id="sites" title={say('options.sites')} about={say('options.sites-about')}>
      {sites.length === 0 ? (
        <p>{say('options.sites-none')}</p>
      ) : (
        <ul class="sites">
          {sites.map((site) => (
            <li key={site}>
              <strong>{site}</strong>
              <ZoneChoice
                label={say('options.site-zone')}
                none={say('options.zone-browser', { zone: browserZone })}
                value={zones[site] ?? null}
                onChange={(zone) => void setZone(site, zone)}
              />
              <button type="button" class="button" onClick={() => void remove(site)}>
                {say('options.site-remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {wanted.some((site) => !sites.includes(site)) && (
        <div data-part="managed">
          <p>
            <span class="badge">{say('options.managed')}</span> {say('options.managed-sites')}
          </p>
          <p class="buttons">
            {wanted
              .filter((site) => !sites.includes(site))
              .map((site) => (
                <button key={site} type="button" class="button" onClick={() => void add(site)}>
                  {say('options.site-add-named', { site })}
                </button>
              ))}
          </p>
        </div>
      )}
      {isLocked ? <Managed say={say} /> : <AddSite say={say} onAdd={add} />}
      <p role="status" class={said?.done ? 'done' : 'warn'}>
        {said?.text}
      </p>
      <Mappings say={say} />
    </Section>
  );
}

interface ZoneProps {
  label: string;
  none: string;
  value: string | null;
  onChange: (zone: string | null) => void;
}

function ZoneChoice({ label, none, value, onChange }: ZoneProps) {
  const zones = Intl.supportedValuesOf('timeZone');
  const known = value === null || zones.includes(value) ? zones : [value, ...zones];
  return (
    <label>
      <span class="soft small">{label}</span>
      <select
        class="select"
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      >
        <option value="">{none}</option>
        {known.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </select>
    </label>
  );
}
