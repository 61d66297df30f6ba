/** Public holidays of a country, a state, a region: the list of them is loaded once somebody looks here. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isProblem } from '#core/problem.ts';
import type { Say } from '../ui/words.ts';
import type { FindProps } from './find-days.ts';

type Places = Record<string, string>;

const holidays = () => import('#core/holidays/by-country.ts');

export function ByCountry({ week, year, say, onFound }: FindProps) {
  const form = useRef<HTMLFormElement>(null);
  const countries = useSignal<Places | null>(null);
  const country = useSignal('');
  const state = useSignal('');
  const region = useSignal('');
  const states = useSignal<Places>({});
  const regions = useSignal<Places>({});
  const { language } = say;
  useEffect(() => {
    const details = form.current?.closest('details');
    const load = async () => {
      if (details?.open) countries.value ??= await (await holidays()).holidayPlaces(language);
    };
    details?.addEventListener('toggle', load);
    return () => details?.removeEventListener('toggle', load);
  }, [language]);

  const chooseCountry = async (code: string) => {
    country.value = code;
    state.value = region.value = '';
    regions.value = {};
    states.value = code === '' ? {} : await (await holidays()).holidayPlaces(language, code);
  };
  const chooseState = async (code: string) => {
    state.value = code;
    region.value = '';
    regions.value = code === '' ? {} : await (await holidays()).holidayPlaces(language, country.value, code);
  };
  const find = async () => {
    const choice = { country: country.value, state: state.value, region: region.value };
    const years = { firstYear: year, lastYear: year + 1 };
    const found = await (await holidays()).holidaysByCountry({ ...choice, ...years, language }, week);
    if (!isProblem(found)) onFound(found);
  };
  return (
    <form
      class="row"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <Place
        label={say('calendar.country')}
        places={countries.value ?? {}}
        chosen={country.value}
        say={say}
        required
        onChange={(code) => void chooseCountry(code)}
      />
      {Object.keys(states.value).length > 0 && (
        <Place
          label={say('calendar.state')}
          places={states.value}
          chosen={state.value}
          say={say}
          onChange={(code) => void chooseState(code)}
        />
      )}
      {Object.keys(regions.value).length > 0 && (
        <Place
          label={say('calendar.region')}
          places={regions.value}
          chosen={region.value}
          say={say}
          onChange={(code) => {
            region.value = code;
          }}
        />
      )}
      <button type="submit" class="button">
        {say('calendar.look-years', { first: String(year), last: String(year + 1) })}
      </button>
      <p class="soft small">{say('calendar.source')}</p>
    </form>
  );
}

interface PlaceProps {
  label: string;
  places: Places;
  chosen: string;
  say: Say;
  required?: boolean;
  onChange: (code: string) => void;
}

function Place({ label, places, chosen, say, required = false, onChange }: PlaceProps) {
  const sorted = Object.entries(places).sort(([, a], [, b]) => a.localeCompare(b, say.language));
  return (
    <label>
      <span class="soft">{label}</span>
      <select
        class="select"
        required={required}
        value={chosen}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{say(required ? 'calendar.choose' : 'calendar.everywhere')}</option>
        {sorted.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
