/** Notifications: whether, when, for whom, and when not. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OptionsAnswer, Request } from '../platform/messages.ts';
import { askToNotify, mayNotify } from '../platform/notifying.ts';
import type { ChangedReminders, ReminderSettings } from '../platform/settings-messages.ts';
import { duration, instantIn } from '../ui/format.ts';
import type { Say } from '../ui/words.ts';
import { Section } from './Section.tsx';

const CHOICES = [15, 30, 60, 120, 240, 480];
const QUIET = { from: '20:00', until: '07:00' };

interface Props {
  answer: OptionsAnswer;
  zone: string;
  nowMs: number;
  say: Say;
  send: (request: Request) => Promise<unknown>;
}

export function Reminders({ answer, zone, nowMs, say, send }: Props) {
  const { reminders, people } = answer.settings;
  const note = useSignal('');
  const granted = useSignal(true);
  useEffect(() => {
    void mayNotify().then((may) => (granted.value = may));
  }, [reminders.on]);
  const set = (changed: ChangedReminders) => send({ type: 'set-reminders', changed });

  const turn = async (on: boolean) => {
    granted.value = !on || (await askToNotify());
    note.value = granted.value ? '' : say('remind.not-granted');
    await set({ on: on && granted.value });
  };
  const isOn = reminders.on && granted.value;
  return (
    <Section id="notifications" title={say('remind.title')} about={say('remind.about')}>
      <Check checked={isOn} onChange={(on) => void turn(on)} label={say('remind.on')} />
      <p role="status" class="warn">
        {note.value}
      </p>
      {isOn && (
        <>
          <fieldset>
            <legend>{say('remind.before')}</legend>
            <div class="chips">
              {CHOICES.map((minutes) => (
                <Check
                  key={minutes}
                  checked={reminders.minutesBefore.includes(minutes)}
                  label={duration(partsOf(minutes), say.language)}
                  onChange={(on) => void send({ type: 'remind-before', minutes, on })}
                />
              ))}
              <Check
                checked={reminders.overdue}
                label={say('remind.when-overdue')}
                onChange={(overdue) => void set({ overdue })}
              />
            </div>
          </fieldset>
          <Quiet quiet={reminders.quiet} say={say} onChange={(quiet) => void set({ quiet })} />
          <Pause {...{ reminders, zone, nowMs, say, send }} />
        </>
      )}
      <label>
        <span class="soft">{say('remind.person')}</span>
        <select
          class="select"
          value={reminders.person ?? ''}
          onChange={({ currentTarget }) => void set({ person: currentTarget.value || null })}
        >
          <option value="">{say('remind.everybody')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Check
        checked={reminders.badge}
        label={say('remind.badge')}
        onChange={(badge) => void set({ badge })}
      />
    </Section>
  );
}

function partsOf(minutes: number) {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: null };
}

function Check({
  checked,
  label,
  onChange,
}: {
  checked: boolean;
  label: string;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // What is shown is what is stored, once it is.
          event.currentTarget.checked = checked;
          onChange(wanted);
        }}
      />
      <span>{label}</span>
    </label>
  );
}

interface QuietProps {
  quiet: ReminderSettings['quiet'];
  say: Say;
  onChange: (quiet: ReminderSettings['quiet']) => void;
}

function Quiet({ quiet, say, onChange }: QuietProps) {
  const times = quiet ?? QUIET;
  const time = (end: 'from' | 'until') => (
    <label class="inline">
      <span class="soft">{say(`remind.quiet-${end}`)}</span>
      <input
        class="select"
        type="time"
        required
        value={times[end]}
        onChange={({ currentTarget }) => {
          const changed = { ...times, [end]: currentTarget.value };
          if (currentTarget.value !== '' && changed.from !== changed.until) onChange(changed);
          else currentTarget.value = times[end];
        }}
      />
    </label>
  );
  return (
    <div class="row">
      <Check
        checked={quiet !== null}
        label={say('remind.quiet')}
        onChange={(on) => onChange(on ? QUIET : null)}
      />
      {quiet && time('from')}
      {quiet && time('until')}
    </div>
  );
}

function Pause({
  reminders,
  zone,
  nowMs,
  say,
  send,
}: Omit<Props, 'answer'> & { reminders: ReminderSettings }) {
  const { pausedUntilMs } = reminders;
  const pause = (until: 'hour' | 'tomorrow' | null) => void send({ type: 'pause-reminders', until, zone });
  const isPaused = pausedUntilMs !== null && pausedUntilMs > nowMs;
  return (
    <p class="buttons">
      {isPaused ? (
        <>
          <span>{say('remind.paused', { when: instantIn(pausedUntilMs, zone, say.language, nowMs) })}</span>
          <button type="button" class="button" onClick={() => pause(null)}>
            {say('remind.resume')}
          </button>
        </>
      ) : (
        <>
          <button type="button" class="button" onClick={() => pause('hour')}>
            {say('remind.pause-hour')}
          </button>
          <button type="button" class="button" onClick={() => pause('tomorrow')}>
            {say('remind.pause-tomorrow')}
          </button>
          <button type="button" class="button" onClick={() => void send({ type: 'show-example' })}>
            {say('remind.example')}
          </button>
        </>
      )}
    </p>
  );
}
