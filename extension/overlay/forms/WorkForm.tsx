/** The form of one entry of logged time. What the ticket's subject points to is filled in, to be confirmed. */
import { useRef, useState } from 'preact/hooks';
import type { Method } from '#core/rulebook/schema.ts';
import type { LogEntry } from '../../platform/changes.ts';
import type { WorkProps } from '../view-contract.ts';

export function WorkForm({ work, entry: before, draft, keep, save, cancel, say }: WorkProps) {
  const [entry, setEntry] = useState<LogEntry>(
    draft ??
      before ?? {
        date: work.today,
        hours: 0,
        deliverable: work.guess,
        method: null,
        note: '',
        weeklyCall: false,
      },
  );
  // Half a number ("1.") is none yet: what is typed stays the field's own until it is saved.
  const hours = useRef<HTMLInputElement>(null);
  const typed = (part: Partial<LogEntry> = {}) => ({
    ...entry,
    ...part,
    hours: hours.current?.valueAsNumber || 0,
  });
  const change = (part: Partial<LogEntry>) => {
    const next = typed(part);
    setEntry(next);
    keep?.(next);
  };
  const guessed = before === null && entry.deliverable !== null && entry.deliverable === work.guess;
  const { methods = [] } = work.deliverables.find(({ id }) => id === entry.deliverable) ?? {};
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...entry, hours: hours.current?.valueAsNumber ?? entry.hours });
      }}
    >
      <div class="two">
        <label class="field">
          <span>{say('overlay.hours')}</span>
          <input
            class="input"
            type="number"
            min="0.01"
            max="24"
            step="0.01"
            required
            ref={hours}
            defaultValue={(draft ?? before)?.hours || undefined}
            onInput={() => keep?.(typed())}
          />
        </label>
        <label class="field">
          <span>{say('overlay.date')}</span>
          <input
            class="input"
            type="date"
            max={work.today}
            required
            value={entry.date}
            onInput={(event) => change({ date: event.currentTarget.value })}
          />
        </label>
      </div>
      <label class="field">
        <span>{say(guessed ? 'overlay.deliverable-guessed' : 'overlay.deliverable')}</span>
        <select
          class="select"
          value={entry.deliverable ?? ''}
          onChange={(event) => change({ deliverable: event.currentTarget.value || null, method: null })}
        >
          <option value="">{say('overlay.deliverable-none')}</option>
          {work.deliverables.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {methods.length > 0 && (
        <label class="field">
          <span>{say('overlay.method')}</span>
          <select
            class="select"
            value={entry.method ?? ''}
            onChange={(event) => change({ method: (event.currentTarget.value || null) as Method | null })}
          >
            <option value="">{say('overlay.method-none')}</option>
            {methods.map((method) => (
              <option key={method} value={method}>
                {say(`method.${method}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{say('overlay.note')}</span>
        <input
          class="input"
          maxLength={2000}
          value={entry.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={entry.weeklyCall}
          onChange={(event) => change({ weeklyCall: event.currentTarget.checked })}
        />
        {say('overlay.weekly-call')}
      </label>
      <p class="buttons">
        <button type="submit" class="button primary">
          {say('overlay.save')}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {say('overlay.cancel')}
        </button>
      </p>
    </form>
  );
}
