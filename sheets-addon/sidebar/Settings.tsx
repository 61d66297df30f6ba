/** Settings of the tracker: its zone, its calendars, its limits, its reading; and the daily check. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { sayLanguage } from '#core/language/language-names.ts';
import { type Ask, failureIn } from './client.ts';
import { DailyCheck } from './DailyCheck.tsx';
import { LimitFields } from './LimitFields.tsx';
import type { Settings as Draft, SettingsFacts } from './protocol.ts';

interface SettingsProps {
  facts: SettingsFacts;
  ask: Ask;
  translate: Translate;
}

const READINGS = ['same-time', 'end-of-day', 'business-hours'] as const;

export function Settings({ facts: first, ask, translate }: SettingsProps) {
  const [facts, setFacts] = useState(first);
  const [draft, setDraft] = useState<Draft>(first.settings);
  const [state, setState] = useState<'busy' | 'saved' | { failure: string } | null>(null);
  const set = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    setState(null);
  };
  const save = async () => {
    setState('busy');
    const calendars = draft.calendars.map((id) => id.trim()).filter((id) => id !== '');
    const answer = await ask({ ask: 'save-settings', settings: { ...draft, calendars } });
    if (answer.kind !== 'settings') {
      return setState({ failure: failureIn(answer) });
    }
    setFacts(answer.facts);
    setDraft(answer.facts.settings);
    setState('saved');
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p class="quiet">
          {translate('sidebar.written-in', { language: sayLanguage(facts.written, translate.language) })}
        </p>
        <label htmlFor="zone">
          <span>{translate('sidebar.zone')}</span>
          <input
            id="zone"
            required
            value={draft.zone}
            onInput={({ currentTarget }) => set({ zone: currentTarget.value.trim() })}
          />
        </label>
        <label htmlFor="calendars">
          <span>{translate('sidebar.calendars')}</span>
          <textarea
            id="calendars"
            rows={3}
            value={draft.calendars.join('\n')}
            onInput={({ currentTarget }) => set({ calendars: currentTarget.value.split('\n') })}
          />
        </label>
        <LimitFields settings={draft} names={facts.names} translate={translate} onChange={set} />
        <fieldset>
          <legend>{translate('tracker.business-day')}</legend>
          {READINGS.map((reading) => (
            <label key={reading} class="flag" htmlFor={`reading-${reading}`}>
              <input
                id={`reading-${reading}`}
                type="radio"
                name="business-day"
                checked={draft.businessDay === reading}
                onChange={() => set({ businessDay: reading })}
              />
              <span>{translate(`reading.${reading}`)}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="main" disabled={state === 'busy'}>
          {translate('sidebar.save')}
        </button>
        {state === 'busy' && <p class="quiet">{translate('sidebar.working')}</p>}
        {state === 'saved' && (
          <p role="status" class="good">
            {translate('sidebar.saved')}
          </p>
        )}
        {state !== null && typeof state === 'object' && <p role="alert">{state.failure}</p>}
      </form>
      <DailyCheck
        daily={facts.daily}
        ask={ask}
        translate={translate}
        onChange={(daily) => setFacts({ ...facts, daily })}
      />
    </>
  );
}
