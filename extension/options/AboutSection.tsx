/** What this build is, and what the user has said of tickets. */
import { ask } from '../platform/ask.ts';
import type { OptionsAnswer, Request } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { Diagnostics } from './Diagnostics.tsx';
import { Section } from './Section.tsx';
import { saveAs } from './save-as.ts';

async function exportSetAside() {
  const made = await ask({ type: 'export-set-aside' });
  if (made.kind === 'export') saveAs(made.fileName, made.text);
}

interface Props {
  answer: OptionsAnswer;
  browserName: string;
  say: Say;
  send: (request: Request) => Promise<unknown>;
}

export function AboutSection({ answer: { picks, settings, version }, browserName, say, send }: Props) {
  return (
    <Section id="about" title={say('options.about')}>
      <p>{say('options.about-text', { version })}</p>
      <p>{say('options.about-readings')}</p>
      <p>
        <a href="/welcome.html">{say('welcome.first-steps')}</a>
      </p>
      {settings.managed.unusable.length > 0 && (
        <p class="warn">{say('options.managed-unusable', { names: settings.managed.unusable.join(', ') })}</p>
      )}
      {settings.setAside.length > 0 && (
        <div class="warn" role="alert" data-part="set-aside">
          <p>{say('options.set-aside', { names: settings.setAside.join(', ') })}</p>
          <p class="buttons">
            <button type="button" class="button" onClick={() => void exportSetAside()}>
              {say('options.export')}
            </button>
            <button type="button" class="button" onClick={() => void send({ type: 'forget-set-aside' })}>
              {say('options.set-aside-forget')}
            </button>
          </p>
        </div>
      )}
      <Diagnostics browserName={browserName} say={say} />
      {picks > 0 && (
        <>
          <h3>{say('options.picks')}</h3>
          <p>{say('options.picks-about', { count: picks })}</p>
          <button type="button" class="button" onClick={() => void send({ type: 'forget-picks' })}>
            {say('options.picks-forget')}
          </button>
        </>
      )}
    </Section>
  );
}
