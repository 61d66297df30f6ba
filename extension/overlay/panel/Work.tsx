/** Time logged on this ticket: a timer that starts and stops, and entries to add, to correct and to take back. */
import { useState } from 'preact/hooks';
import { MINUTE_MS } from '#core/time/units.ts';
import type { LogEntry, WorkView } from '../../platform/changes.ts';
import { dateOnly, duration, nearbyInstant } from '../../ui/format.ts';
import { QueueLine } from '../../ui/QueueLine.tsx';
import { partsOf } from '../countdown.ts';
import { workDraft } from './drafts.ts';
import { Form } from './Form.tsx';
import type { WorkProps } from './part-props.ts';

type Entry = WorkView['entries'][number];

export function Work(props: WorkProps) {
  const { answer, shown, engagement, send, say } = props;
  const { work } = answer;
  const { facts } = shown;
  const { draft, keep } = workDraft(props);
  /** The entry in the form: its id, or `null` for a new one. */
  const [editing, setEditing] = useState(draft?.id);
  const [removed, setRemoved] = useState<Entry | null>(null);
  if (work === null) return null;
  const close = () => {
    keep(null);
    setEditing(undefined);
  };
  const typing = (id: string | null) => ({
    draft: draft?.id === id ? draft.entry : null,
    keep: (entry: LogEntry) => keep({ id, entry }),
    cancel: close,
  });
  const log = async (id: string | null, entry: LogEntry) => {
    const failed = await send({ type: 'log', facts, engagement: engagement.id, id, entry });
    if (failed === null) close();
  };
  const remove = (entry: Entry) => {
    setRemoved(entry);
    void send({ type: 'unlog', facts, id: entry.id });
  };
  const bringBack = ({ id, ...entry }: Entry) => {
    setRemoved(null);
    void log(id, entry);
  };
  return (
    <div class="part" data-part="work">
      <h3>{say('overlay.work')}</h3>
      {work.timer && <Timer {...props} timer={work.timer} />}
      {work.entries.length > 0 && (
        <ul class="entries">
          {work.entries.map((entry) =>
            editing === entry.id ? (
              <li key={entry.id}>
                <Form
                  form="work"
                  {...{ work, send, say }}
                  entry={entry}
                  save={(next) => void log(entry.id, next)}
                  {...typing(entry.id)}
                />
              </li>
            ) : (
              <li key={entry.id}>
                <span class="grow">{entryInWords(entry, work, props)}</span>
                <button type="button" class="button link" onClick={() => setEditing(entry.id)}>
                  {say('overlay.edit')}
                </button>
                <button type="button" class="button link" onClick={() => remove(entry)}>
                  {say('overlay.remove')}
                </button>
              </li>
            ),
          )}
        </ul>
      )}
      {removed && (
        <p role="status">
          {say('overlay.removed')}{' '}
          <button type="button" class="button link" onClick={() => bringBack(removed)}>
            {say('overlay.undo')}
          </button>
        </p>
      )}
      <QueueLine
        queue={answer.queue}
        say={say}
        open={() => void send({ type: 'open-options', part: 'queue' })}
      />
      {editing === null ? (
        <Form
          form="work"
          {...{ work, send, say }}
          entry={null}
          save={(entry) => void log(null, entry)}
          {...typing(null)}
        />
      ) : (
        <p class="buttons">
          {!work.timer?.here && (
            <button
              type="button"
              class="button"
              onClick={() => void send({ type: 'start-timer', facts, engagement: engagement.id })}
            >
              {say(work.timer ? 'overlay.switch-timer' : 'overlay.start-timer')}
            </button>
          )}
          <button type="button" class="button" onClick={() => setEditing(null)}>
            {say('overlay.log-time')}
          </button>
        </p>
      )}
    </div>
  );
}

function Timer({ timer, nowMs, zone, send, say }: WorkProps & { timer: NonNullable<WorkView['timer']> }) {
  const since = nearbyInstant(timer.startedMs, zone, say.language, nowMs);
  if (!timer.here) {
    return (
      <p data-part="timer">{say('overlay.timer-elsewhere', { ticket: timer.ticket || timer.url, since })}</p>
    );
  }
  const minutes = Math.max(0, Math.floor((nowMs - timer.startedMs) / MINUTE_MS));
  const ran = duration({ ...partsOf(minutes * MINUTE_MS), seconds: null }, say.language);
  return (
    <>
      <p data-part="timer">{say('overlay.timer-runs', { duration: ran, since })}</p>
      <p class="buttons">
        <button
          type="button"
          class="button primary"
          onClick={() => void send({ type: 'stop-timer', keep: true })}
        >
          {say('overlay.stop-timer')}
        </button>
        <button type="button" class="button" onClick={() => void send({ type: 'stop-timer', keep: false })}>
          {say('overlay.discard-timer')}
        </button>
      </p>
    </>
  );
}

function entryInWords(entry: Entry, work: WorkView, { say }: WorkProps): string {
  const deliverable =
    work.deliverables.find(({ id }) => id === entry.deliverable)?.name ??
    entry.deliverable ??
    say('overlay.deliverable-none');
  return say('overlay.entry', {
    hours: new Intl.NumberFormat(say.language, { minimumFractionDigits: 2 }).format(entry.hours),
    deliverable,
    date: dateOnly(entry.date, say.language),
  });
}
