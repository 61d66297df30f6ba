/** What this build is, and what the user has said of tickets. */
import type { OptionsAnswer, Request } from '../platform/messages.ts';
import type { Say } from '../ui/words.ts';
import { Section } from './Section.tsx';

interface Props {
  answer: OptionsAnswer;
  say: Say;
  send: (request: Request) => Promise<unknown>;
}

export function AboutSection({ answer: { picks, version }, say, send }: Props) {
  return (
    <Section id="about" title={say('options.about')}>
      <p>{say('options.about-text', { version })}</p>
      <p>{say('options.about-readings')}</p>
      <p>
        <a href="/welcome.html">{say('welcome.first-steps')}</a>
      </p>
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
