/** A spreadsheet without a tracker: its language is chosen, and it is set up. */
import { useState } from 'preact/hooks';
import { LANGUAGES, type Language, type Translate } from '#core/language/index.ts';
import { sayLanguage } from '#core/language/language-names.ts';
import { type Ask, failureIn } from './client.ts';

interface SetUpProps {
  ask: Ask;
  translate: Translate;
  onDone: () => void;
}

export function SetUp({ ask, translate, onDone }: SetUpProps) {
  const [language, setLanguage] = useState<Language>(translate.language);
  const [state, setState] = useState<'busy' | { failure: string } | null>(null);
  const setUp = async () => {
    setState('busy');
    const answer = await ask({ ask: 'set-up', language });
    if (answer.kind === 'set-up') onDone();
    else setState({ failure: failureIn(answer) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void setUp();
      }}
    >
      <p>{translate('sidebar.set-up-first')}</p>
      <label htmlFor="language">
        <span>{translate('sidebar.language')}</span>
        <select
          id="language"
          value={language}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value as Language)}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {sayLanguage(one, one)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="main" disabled={state === 'busy'}>
        {translate('menu.set-up')}
      </button>
      {state === 'busy' && <p class="quiet">{translate('sidebar.working')}</p>}
      {state !== null && typeof state === 'object' && <p role="alert">{state.failure}</p>}
    </form>
  );
}
