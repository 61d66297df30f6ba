/** The daily check: on for an address, changed or off; when it last ran, and what went wrong. */
import { useState } from 'preact/hooks';
import type { Translate } from '#core/language/index.ts';
import { type Ask, failureIn } from './client.ts';
import type { DailyFacts } from './protocol.ts';

interface DailyCheckProps {
  daily: DailyFacts;
  ask: Ask;
  translate: Translate;
  onChange: (daily: DailyFacts) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function DailyCheck({ daily, ask, translate, onChange }: DailyCheckProps) {
  const [to, setTo] = useState(daily.to);
  const [hour, setHour] = useState(daily.hour);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const order = async (address: string | null) => {
    setBusy(true);
    setFailure('');
    const answer = await ask({ ask: 'daily', to: address, hour });
    setBusy(false);
    if (answer.kind === 'settings') onChange(answer.facts.daily);
    else setFailure(failureIn(answer));
  };
  return (
    <form
      class="apart"
      onSubmit={(event) => {
        event.preventDefault();
        void order(to.trim());
      }}
    >
      <fieldset>
        <legend>{translate('sidebar.daily')}</legend>
        <p class="quiet">{translate('sidebar.daily-about')}</p>
        <LastRun daily={daily} translate={translate} />
        {!daily.isAllowed && <Permission page={daily.page} translate={translate} />}
        <label htmlFor="daily-to">
          <span>{translate('sidebar.daily-to')}</span>
          <input
            id="daily-to"
            type="email"
            required
            value={to}
            onInput={({ currentTarget }) => setTo(currentTarget.value)}
          />
        </label>
        <label htmlFor="daily-hour">
          <span>{translate('sidebar.daily-hour')}</span>
          <select
            id="daily-hour"
            value={String(hour)}
            onChange={({ currentTarget }) => setHour(Number(currentTarget.value))}
          >
            {HOURS.map((one) => (
              <option key={one} value={String(one)}>{`${String(one).padStart(2, '0')}:00`}</option>
            ))}
          </select>
        </label>
        <div class="buttons">
          <button type="submit" class="main" disabled={isBusy || !daily.isAllowed}>
            {translate(daily.isOn ? 'sidebar.daily-change' : 'sidebar.daily-on')}
          </button>
          {daily.isOn && (
            <button type="button" disabled={isBusy} onClick={() => void order(null)}>
              {translate('sidebar.daily-off')}
            </button>
          )}
        </div>
        {isBusy && <p class="quiet">{translate('sidebar.working')}</p>}
        {failure !== '' && <p role="alert">{failure}</p>}
      </fieldset>
    </form>
  );
}

function LastRun({
  daily: { isOn, to, last, underWay },
  translate,
}: Pick<DailyCheckProps, 'daily' | 'translate'>) {
  if (!isOn) return null;
  const when =
    last && new Date(last.at).toLocaleString(translate.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div role="status">
      <p class="good">{translate('sidebar.daily-is-on', { to })}</p>
      {underWay && <p>{translate('sidebar.daily-under-way', underWay)}</p>}
      <p class={last?.isProblem ? 'flaw' : 'quiet'}>
        {last && when
          ? translate('sidebar.daily-last', { when, text: last.text })
          : translate('sidebar.daily-never')}
      </p>
    </div>
  );
}

function Permission({ page, translate }: { page: string | null; translate: Translate }) {
  if (!page?.startsWith('https://')) return <p class="hint">{translate('sidebar.daily-not-offered')}</p>;
  return (
    <>
      <p class="hint">{translate('sidebar.daily-permission')}</p>
      <a href={page} target="_blank" rel="noreferrer">
        {translate('sidebar.daily-allow')}
      </a>
    </>
  );
}
