/** The language of the surfaces: the reader's choice, not the page's. */
import type { OptionsAnswer, Request } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { Managed } from './Managed.tsx';
import { Section } from './Section.tsx';

interface Props {
  answer: OptionsAnswer;
  say: Say;
  send: (request: Request) => Promise<unknown>;
}

export function LanguageSection({ answer: { chosenLanguage, languages, settings }, say, send }: Props) {
  return (
    <Section id="languages" title={say('options.language')}>
      {settings.managed.language && <Managed say={say} />}
      <label>
        <span class="soft">{say('options.language-about')}</span>
        <select
          class="select"
          id="language"
          value={settings.managed.language ? say.language : (chosenLanguage ?? '')}
          disabled={settings.managed.language}
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
    </Section>
  );
}
