/** The first page after installation: three doors, each with the few steps that it takes. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, onPush } from '../platform/ask.ts';
import type { OptionsAnswer } from '../platform/messages.ts';
import { Sign } from '../ui/StateMark.tsx';
import { sayIn } from '../ui/words.ts';
import { Demo } from './Demo.tsx';
import { STEPS } from './steps.tsx';

const DOORS = ['support', 'manager', 'customer'] as const;
type Door = (typeof DOORS)[number];

export function Welcome({ first }: { first: OptionsAnswer }) {
  const answer = useSignal(first);
  const door = useSignal<Door | null>(null);
  const say = sayIn(answer.value);
  useEffect(() => {
    document.documentElement.lang = say.language;
    document.title = say('welcome.title');
  }, [say.language]);
  const reload = async () => {
    const next = await ask({ type: 'options' });
    if (next.kind === 'options') answer.value = next;
  };
  useEffect(() => {
    const life = new AbortController();
    onPush(() => void reload(), life.signal);
    return () => life.abort();
  }, []);
  const Steps = door.value && STEPS[door.value];
  return (
    <main class="welcome">
      <header>
        <Sign />
        <h1>{say('welcome.title')}</h1>
        <p>{say('welcome.about')}</p>
        <p class="soft">{say('welcome.privacy')}</p>
      </header>
      <fieldset class="doors">
        <legend>{say('welcome.who')}</legend>
        {DOORS.map((one) => (
          <label key={one} class={`door ${door.value === one ? 'chosen' : ''}`}>
            <input
              type="radio"
              name="door"
              checked={door.value === one}
              onChange={() => {
                door.value = one;
              }}
            />
            <span>
              <strong>{say(`welcome.door-${one}`)}</strong>
              <span class="soft">{say(`welcome.door-${one}-about`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {Steps && (
        <ol class="steps" aria-live="polite">
          <Steps answer={answer.value} say={say} reload={reload} />
        </ol>
      )}
      <Demo answer={answer.value} say={say} reload={reload} />
      <p class="soft">
        <a href="/options.html">{say('welcome.options')}</a>
      </p>
    </main>
  );
}
