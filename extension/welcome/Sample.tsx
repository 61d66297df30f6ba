/** A ticket as many systems show one, of the demo's customer, written an hour and a half ago. */
import { useEffect } from 'preact/hooks';
import type { Spoken } from '../platform/said.ts';
import { sayIn } from '../ui/words.ts';
import { DEMO_CUSTOMER } from './demo-directory.ts';

const MINUTE_MS = 60_000;
const ASKED_MS = 90 * MINUTE_MS;

export function Sample({ spoken, nowMs }: { spoken: Spoken; nowMs: number }) {
  const say = sayIn(spoken);
  useEffect(() => {
    document.documentElement.lang = say.language;
    document.title = say('welcome.sample-title');
  }, [say.language]);
  const { name, email, organisation } = DEMO_CUSTOMER;
  const asked = new Date(Math.floor((nowMs - ASKED_MS) / MINUTE_MS) * MINUTE_MS);
  const shown = new Intl.DateTimeFormat(say.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <main class="sample">
      <p class="note">
        {say('welcome.sample-about')} <a href="/welcome.html">{say('welcome.sample-back')}</a>
      </p>
      <h1>Ticket #4711: {say('welcome.sample-subject')}</h1>
      <dl>
        <dt>Requester</dt>
        <dd>
          {name} &lt;{email}&gt;
        </dd>
        <dt>Organization</dt>
        <dd>{organisation}</dd>
        <dt>Status</dt>
        <dd>Open</dd>
      </dl>
      <article class="message customer">
        <header>
          <b>
            {name} &lt;{email}&gt;
          </b>{' '}
          <time dateTime={asked.toISOString()}>{shown.format(asked)}</time>
        </header>
        <p>{say('welcome.sample-text')}</p>
      </article>
    </main>
  );
}
