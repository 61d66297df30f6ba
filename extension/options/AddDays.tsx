/** Three ways to bring days off into a calendar, each shown before anything is added. */
import { useSignal } from '@preact/signals';
import type { AddedDays } from '#core/engagement/edit-calendar.ts';
import type { Calendar } from '#core/time/calendar.ts';
import { dateOnly } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { ByCountry } from './ByCountry.tsx';
import { ByHand } from './ByHand.tsx';
import { FromIcs } from './FromIcs.tsx';

interface Props {
  week: Calendar['week'];
  year: number;
  say: Say;
  onAdd: (days: AddedDays) => void;
}

const WAYS = { country: ByCountry, ics: FromIcs, hand: ByHand } as const;

export function AddDays({ week, year, say, onAdd }: Props) {
  const found = useSignal<{ days: AddedDays; note: string } | null>(null);
  const { holidays, halfDays } = found.value?.days ?? { holidays: [], halfDays: [] };
  const all = [
    ...holidays.map(({ date, name }) => ({ date, name: name ?? '' })),
    ...halfDays.map(({ date, name, spans }) => ({
      date,
      name: [name, ...spans.map(({ from, to }) => `${from}–${to}`)].filter(Boolean).join(' · '),
    })),
  ];
  return (
    <div class="add-days">
      <h3>{say('calendar.add')}</h3>
      {Object.entries(WAYS).map(([way, Way]) => (
        <details key={way} name="add-days" data-part={`add-${way}`}>
          <summary>{say(`calendar.way-${way}`)}</summary>
          <Way
            week={week}
            year={year}
            say={say}
            onFound={(days, note = '') => {
              found.value = { days, note };
            }}
          />
        </details>
      ))}
      {found.value && (
        <div class="preview" data-part="found-days">
          <p role="status">
            {say('calendar.found', { count: all.length })} {found.value.note}
          </p>
          <ul class="days">
            {all
              .sort((a, b) => (a.date < b.date ? -1 : 1))
              .map(({ date, name }) => (
                <li key={date + name}>
                  <time dateTime={date}>{dateOnly(date, say.language, { dateStyle: 'medium' })}</time>
                  <span>{name}</span>
                </li>
              ))}
          </ul>
          <p class="buttons">
            {all.length > 0 && (
              <button
                type="button"
                class="button primary"
                onClick={() => {
                  onAdd(found.value!.days);
                  found.value = null;
                }}
              >
                {say('calendar.add-these')}
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={() => {
                found.value = null;
              }}
            >
              {say('options.cancel')}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
