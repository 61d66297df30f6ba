/** One day, typed in: off, or with hours of its own. */
import { useSignal } from '@preact/signals';
import type { DayOffKind } from '#core/time/calendar.ts';
import type { FindProps } from './find-days.ts';

const KINDS = ['holiday', 'training', 'closure', 'hours'] as const;

export function ByHand({ year, say, onFound }: FindProps) {
  const kind = useSignal<(typeof KINDS)[number]>('holiday');
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const text = (name: string) => String(fields.get(name) ?? '').trim();
        const day = { date: text('date'), ...(text('name') === '' ? {} : { name: text('name') }) };
        if (kind.value === 'hours') {
          const spans = [{ from: text('from'), to: text('to') }];
          onFound({ holidays: [], halfDays: [{ ...day, spans }] });
        } else {
          onFound({ holidays: [{ ...day, kind: kind.value as DayOffKind }], halfDays: [] });
        }
      }}
    >
      <label>
        <span class="soft">{say('calendar.date')}</span>
        <input
          class="select"
          type="date"
          name="date"
          required
          min="1970-01-01"
          max="2099-12-31"
          defaultValue={`${year}-01-01`}
        />
      </label>
      <label>
        <span class="soft">{say('calendar.kind')}</span>
        <select
          class="select"
          value={kind.value}
          onChange={({ currentTarget }) => {
            kind.value = KINDS.find((one) => one === currentTarget.value) ?? 'holiday';
          }}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {say(`calendar.kind-${one}`)}
            </option>
          ))}
        </select>
      </label>
      {kind.value === 'hours' &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span class="soft">{say(`remind.quiet-${end === 'from' ? 'from' : 'until'}`)}</span>
            <input
              class="select"
              type="time"
              name={end}
              required
              defaultValue={end === 'from' ? '09:00' : '12:00'}
            />
          </label>
        ))}
      <label>
        <span class="soft">{say('calendar.name')}</span>
        <input class="select" type="text" name="name" maxLength={200} />
      </label>
      <button type="submit" class="button">
        {say('calendar.look')}
      </button>
    </form>
  );
}
