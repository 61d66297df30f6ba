/** The readings about scope: what is a sustained overrun, a forecast, a missed period, a term that ends. */
import type { Readings } from '#core/rulebook/schema.ts';
import type { ChangedReadings, ReadingsAnswer } from '../platform/settings-messages.ts';
import type { Say } from '../ui/words.ts';
import { Choice } from './Choice.tsx';

export interface ReadingsProps {
  shown: ReadingsAnswer;
  locked: boolean;
  say: Say;
  onSet: (readings: ChangedReadings) => void;
}

const SUSTAINED: readonly Pick<Readings['sustainedOverrun'], 'over' | 'weeks'>[] = [
  { over: 2, weeks: 3 },
  { over: 2, weeks: 4 },
  { over: 3, weeks: 4 },
  { over: 4, weeks: 4 },
  { over: 4, weeks: 6 },
  { over: 6, weeks: 8 },
];
const SHARES = [0.1, 0.2, 0.4, 0.6];
const PERIODS = [1, 2, 4, 8, 12];
const DAYS = [14, 30, 60, 90, 180];

export function ScopeReadings({ shown: { readings, scope }, locked, say, onSet }: ReadingsProps) {
  const { sustained, forecast, missed, ending } = scope;
  const list = new Intl.ListFormat(say.language);
  const number = new Intl.NumberFormat(say.language);
  const share = new Intl.NumberFormat(say.language, { style: 'percent' });
  const days = new Intl.NumberFormat(say.language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  return (
    <>
      <Choice
        label={say('rulebook.sustained')}
        example={say(sustained.isFound ? 'rulebook.example-sustained' : 'rulebook.example-sustained-not', {
          hours: list.format(sustained.weeks.map((hours) => number.format(hours))),
          average: sustained.average,
          limit: sustained.limit,
        })}
        choices={SUSTAINED}
        chosen={readings.sustainedOverrun}
        locked={locked}
        name={({ over, weeks }) => say('rulebook.sustained-choice', { over, weeks })}
        onChange={(sustainedOverrun) => onSet({ sustainedOverrun })}
      />
      <Choice
        label={say('rulebook.forecast')}
        example={say('rulebook.example-forecast', forecast)}
        choices={SHARES}
        chosen={readings.forecastFromShare}
        locked={locked}
        name={share.format}
        onChange={(forecastFromShare) => onSet({ forecastFromShare })}
      />
      <Choice
        label={say('rulebook.missed')}
        example={say('rulebook.example-missed', missed)}
        choices={PERIODS}
        chosen={readings.missedPeriods}
        locked={locked}
        name={(count) => say('rulebook.missed-choice', { count })}
        onChange={(missedPeriods) => onSet({ missedPeriods })}
      />
      <Choice
        label={say('rulebook.ending')}
        example={say('rulebook.example-ending', ending)}
        choices={DAYS}
        chosen={readings.termEndingDays}
        locked={locked}
        name={days.format}
        onChange={(termEndingDays) => onSet({ termEndingDays })}
      />
    </>
  );
}
