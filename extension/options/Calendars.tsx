/** The calendars of the directory: a year to look at, and ways to bring days into it. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AddedDays } from '#core/engagement/edit-calendar.ts';
import { ask } from '../platform/ask.ts';
import type { OptionsAnswer } from '../platform/messages.ts';
import type { CalendarYear } from '../platform/settings-messages.ts';
import { dateOnly, localDate } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { AddDays } from './AddDays.tsx';
import { Changed, type Send, useChange } from './Changed.tsx';
import { Managed } from './Managed.tsx';
import { Section } from './Section.tsx';
import { YearView } from './YearView.tsx';

interface Props {
  answer: OptionsAnswer;
  zone: string;
  nowMs: number;
  say: Say;
  send: Send;
}

export function Calendars({ answer, zone, nowMs, say, send }: Props) {
  const { calendars, managed } = answer.settings;
  const chosen = useSignal(calendars[0]?.id ?? null);
  const year = useSignal(Number(localDate(nowMs, zone).slice(0, 4)));
  const shown = useSignal<CalendarYear | null>(null);
  const { saying, change } = useChange(send);
  const id = calendars.some((calendar) => calendar.id === chosen.value)
    ? chosen.value
    : (calendars[0]?.id ?? null);
  useEffect(() => {
    if (id === null) return;
    void ask({ type: 'calendar-year', calendar: id, year: year.value }).then((found) => {
      if (found.kind === 'calendar-year') shown.value = found;
      else saying.value = { text: found.text, wayBack: false };
    });
  }, [answer, id, year.value]);

  if (id === null) {
    return (
      <Section id="calendars" title={say('calendar.title')} about={say('calendar.about')}>
        <p>{say('calendar.none')}</p>
      </Section>
    );
  }
  const remove = (date: string) => {
    const day = dateOnly(date, say.language, { dateStyle: 'medium' });
    return change({ type: 'remove-day', calendar: id, date }, say('calendar.removed', { date: day }));
  };
  const add = (added: AddedDays) =>
    change(
      { type: 'add-days', calendar: id, added },
      say('calendar.added', { count: added.holidays.length + added.halfDays.length }),
    );
  return (
    <Section id="calendars" title={say('calendar.title')} about={say('calendar.about')}>
      <div class="row">
        {calendars.length > 1 && (
          <label class="inline">
            <span class="soft">{say('calendar.calendar')}</span>
            <select
              class="select"
              value={id}
              onChange={({ currentTarget }) => {
                chosen.value = currentTarget.value;
              }}
            >
              {calendars.map((calendar) => (
                <option key={calendar.id} value={calendar.id}>
                  {calendar.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label class="inline">
          <span class="soft">{say('calendar.year')}</span>
          <input
            class="select year"
            type="number"
            min={1970}
            max={2099}
            value={year.value}
            onChange={({ currentTarget }) => {
              if (currentTarget.checkValidity()) year.value = currentTarget.valueAsNumber;
              else currentTarget.value = String(year.value);
            }}
          />
        </label>
      </div>
      {shown.value && (
        <YearView
          year={year.value}
          shown={shown.value}
          say={say}
          locked={managed.directory}
          onRemove={(date) => void remove(date)}
        />
      )}
      <Changed {...{ saying, change, say }} />
      {managed.directory && <Managed say={say} />}
      {shown.value && !managed.directory && (
        <AddDays
          key={id}
          week={shown.value.week}
          year={year.value}
          say={say}
          onAdd={(days) => void add(days)}
        />
      )}
    </Section>
  );
}
