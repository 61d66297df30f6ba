import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, onPush } from '../platform/ask.ts';
import type { OptionsAnswer, Request } from '../platform/messages.ts';
import { Sign } from '../ui/StateMark.tsx';
import { sayIn } from '../ui/words.ts';
import { DirectorySection } from './DirectorySection.tsx';
import { Sites } from './Sites.tsx';

export function Options({ first, zone }: { first: OptionsAnswer; zone: string }) {
  const answer = useSignal(first);
  const say = sayIn(answer.value);
  const { language } = say;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = say('options.title');
  }, [language]);

  const reload = async () => {
    const next = await ask({ type: 'options' });
    if (next?.kind === 'options') answer.value = next;
  };
  useEffect(() => {
    const life = new AbortController();
    onPush(() => void reload(), life.signal);
    return () => life.abort();
  }, []);
  const send = async (request: Request) => {
    await ask(request);
    await reload();
  };

  const { chosenLanguage, languages, picks, version, zones } = answer.value;
  return (
    <main>
      <header class="bar">
        <Sign />
        <h1>{say('options.title')}</h1>
      </header>
      <DirectorySection answer={answer.value} say={say} reload={reload} />
      <Sites zones={zones} browserZone={zone} say={say} reload={reload} />
      <section class="part">
        <h2>{say('options.language')}</h2>
        <label>
          <span class="soft">{say('options.language-about')}</span>
          <select
            class="select"
            id="language"
            value={chosenLanguage ?? ''}
            onChange={({ currentTarget }) => {
              const found = languages.find(({ id }) => id === currentTarget.value);
              void send({ type: 'set-language', language: found?.id ?? null });
            }}
          >
            <option value="">{say('options.language-browser')}</option>
            {languages.map(({ id, name }) => (
              <option key={id} value={id} lang={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </section>
      {picks > 0 && (
        <section class="part">
          <h2>{say('options.picks')}</h2>
          <p>{say('options.picks-about', { count: picks })}</p>
          <button type="button" class="button" onClick={() => void send({ type: 'forget-picks' })}>
            {say('options.picks-forget')}
          </button>
        </section>
      )}
      <section class="part">
        <h2>{say('options.about')}</h2>
        <p>{say('options.about-text', { version })}</p>
        <p>{say('options.about-readings')}</p>
      </section>
    </main>
  );
}
