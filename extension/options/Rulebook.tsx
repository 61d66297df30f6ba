/** The rulebook's readings: what Dueline chose where the contract leaves room, each shown on an example. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask } from '../platform/ask.ts';
import type { OptionsAnswer } from '../platform/messages.ts';
import type { ChangedReadings, ReadingsAnswer } from '../platform/settings-messages.ts';
import { duration } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { Changed, type Send, useChange } from './Changed.tsx';
import { Choice } from './Choice.tsx';
import { Managed } from './Managed.tsx';
import { type ReadingsProps, ScopeReadings } from './ScopeReadings.tsx';
import { Section } from './Section.tsx';

const ANSWERED_BY = ['any-staff', 'manager-or-backup'] as const;
const SOON_MINUTES = [30, 60, 120, 240, 480];
const SHARES = [0.7, 0.8, 0.9, 1];

interface Props {
  answer: OptionsAnswer;
  say: Say;
  send: Send;
}

export function Rulebook({ answer, say, send }: Props) {
  const shown = useSignal<ReadingsAnswer | null>(null);
  const { saying, change } = useChange(send);
  useEffect(() => {
    void ask({ type: 'try-readings', readings: {} }).then((found) => {
      if (found.kind === 'readings') shown.value = found;
    });
  }, [answer]);
  const set = (readings: ChangedReadings) =>
    change({ type: 'set-readings', readings }, say('rulebook.changed'));
  const { managed, ruledBy } = answer.settings;
  const locked = answer.directory === null || managed.rulebook;
  return (
    <Section id="rulebook" title={say('rulebook.title')} about={say('rulebook.about')}>
      {managed.rulebook && <Managed say={say} />}
      {shown.value && (
        <>
          <p>
            {shown.value.rulebook === null
              ? say('rulebook.built-in')
              : say('rulebook.own', { name: shown.value.rulebook })}{' '}
            {answer.directory === null && say('rulebook.locked')}
          </p>
          {ruledBy && (
            <p data-part="ruled-by">
              {say('rulebook.ruled-by', { name: ruledBy.name || say('sheets.nameless') })}
            </p>
          )}
          <Readings
            shown={shown.value}
            locked={locked}
            onSheet={ruledBy?.readings ?? []}
            say={say}
            onSet={(readings) => void set(readings)}
          />
        </>
      )}
      <Changed {...{ saying, change, say }} />
    </Section>
  );
}

interface AllProps extends ReadingsProps {
  /** What a tracker's Rules tab sets. */
  onSheet: readonly (keyof ChangedReadings)[];
}

function Readings({ shown, locked, onSheet, say, onSet }: AllProps) {
  const { readings, received, businessDay, dueSoonAt, dueSoonFrom, warnFrom } = shown;
  const share = (value: number) => new Intl.NumberFormat(say.language, { style: 'percent' }).format(value);
  return (
    <>
      <fieldset disabled={locked || onSheet.includes('businessDay')} data-part="reading-business-day">
        <legend>{say('rulebook.business-day')}</legend>
        {businessDay.map(({ reading, due }) => (
          <label key={reading} class="reading">
            <input
              type="radio"
              name="businessDay"
              checked={readings.businessDay === reading}
              onChange={() => onSet({ businessDay: reading })}
            />
            <span>
              <strong>{say(`rulebook.${reading}`)}</strong>
              {due.map((when, index) => (
                <span key={received[index]} class="example">
                  {say('rulebook.example-due', {
                    received: received[index]!,
                    due: when ?? say('rulebook.never'),
                  })}
                </span>
              ))}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset disabled={locked}>
        <legend>{say('rulebook.answered-by')}</legend>
        {ANSWERED_BY.map((choice) => (
          <label key={choice} class="reading">
            <input
              type="radio"
              name="answeredBy"
              checked={readings.answeredBy === choice}
              onChange={() => onSet({ answeredBy: choice })}
            />
            <span>
              <strong>{say(`rulebook.${choice}`)}</strong>
              <span class="example">{say(`rulebook.example-${choice}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Choice
        label={say('rulebook.due-soon')}
        example={say('rulebook.example-due-soon', {
          due: dueSoonAt,
          from: dueSoonFrom ?? say('rulebook.never'),
        })}
        choices={SOON_MINUTES}
        chosen={readings.dueSoonMinutes}
        locked={locked}
        name={(minutes) =>
          duration({ hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: null }, say.language)
        }
        onChange={(dueSoonMinutes) => onSet({ dueSoonMinutes })}
      />
      <Choice
        label={say('rulebook.warn-from')}
        example={say('rulebook.example-warn-from', warnFrom)}
        choices={SHARES}
        chosen={readings.warnFromShare}
        locked={locked || onSheet.includes('warnFromShare')}
        name={share}
        onChange={(warnFromShare) => onSet({ warnFromShare })}
      />
      <ScopeReadings shown={shown} locked={locked} say={say} onSet={onSet} />
    </>
  );
}
