/** The limits that each tier's contract states, as the Rules tab has them. */
import type { Translate } from '#core/language/index.ts';
import type { SetLimit, Settings } from './protocol.ts';

interface LimitFieldsProps {
  settings: Settings;
  names: Record<string, string>;
  translate: Translate;
  onChange: (change: Partial<Settings>) => void;
}

export function LimitFields({ settings, names, translate, onChange }: LimitFieldsProps) {
  const { limits, warnPercent } = settings;
  const set = (changed: SetLimit, text: string) => {
    const limit = text === '' ? null : Number(text);
    onChange({ limits: limits.map((one) => (one === changed ? { ...one, limit } : one)) });
  };
  return (
    <fieldset>
      <legend>{translate('sidebar.limits')}</legend>
      <p class="quiet">{translate('sidebar.limits-about')}</p>
      {[...new Set(limits.map(({ rule }) => rule))].map((rule) => (
        <fieldset key={rule} class="plain">
          <legend>{names[rule]}</legend>
          <div class="thirds">
            {limits
              .filter((one) => one.rule === rule)
              .map((one) => (
                <label key={one.tier} htmlFor={`${rule}-${one.tier}`}>
                  <span>{names[one.tier]}</span>
                  <input
                    id={`${rule}-${one.tier}`}
                    type="number"
                    min={rule === 'weeklyHours' ? 0.25 : 1}
                    step="any"
                    value={one.limit ?? ''}
                    onInput={({ currentTarget }) => set(one, currentTarget.value)}
                  />
                </label>
              ))}
          </div>
        </fieldset>
      ))}
      <label htmlFor="warn-percent">
        <span>{translate('sidebar.warn-percent')}</span>
        <input
          id="warn-percent"
          type="number"
          min={1}
          max={100}
          required
          value={warnPercent}
          onInput={({ currentTarget }) => onChange({ warnPercent: Number(currentTarget.value) })}
        />
      </label>
    </fieldset>
  );
}
