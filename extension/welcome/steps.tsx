/** The steps behind each door; what can be done is done right there. */
import type { ComponentChildren } from 'preact';
import { DirectoryImport } from '../options/DirectoryImport.tsx';
import type { OptionsAnswer } from '../platform/messages.ts';
import { AddSite } from '../ui/AddSite.tsx';
import { useSites } from '../ui/use-sites.ts';
import type { Say } from '../ui/words.ts';

interface Props {
  answer: OptionsAnswer;
  say: Say;
  reload: () => Promise<void>;
}

function Step({ title, done, children }: { title: string; done?: boolean; children: ComponentChildren }) {
  return (
    <li class={`part ${done ? 'finished' : ''}`}>
      <h2>
        {title}
        {done && <span aria-hidden="true"> ✓</span>}
      </h2>
      {children}
    </li>
  );
}

function DirectoryStep({ answer, say, reload }: Props) {
  const { directory, settings } = answer;
  const real = directory !== null && !settings.demo;
  return (
    <Step title={say('welcome.step-directory')} done={real}>
      <p>{say(real ? 'welcome.step-directory-done' : 'welcome.step-directory-about')}</p>
      {!real && <DirectoryImport replaces={directory !== null} say={say} reload={reload} />}
    </Step>
  );
}

function SiteStep({ say }: Props) {
  const { sites, said, add } = useSites(say);
  return (
    <Step title={say('welcome.step-site')} done={sites.length > 0}>
      <p>{say('welcome.step-site-about')}</p>
      {sites.length > 0 && (
        <ul>
          {sites.map((site) => (
            <li key={site}>{site}</li>
          ))}
        </ul>
      )}
      <AddSite say={say} onAdd={add} />
      <p role="status" class={said?.done ? 'done' : 'warn'}>
        {said?.text}
      </p>
    </Step>
  );
}

function LinkStep({ name, href, say }: { name: string; href: string; say: Say }) {
  return (
    <Step title={say(`welcome.step-${name}`)}>
      <p>
        {say(`welcome.step-${name}-about`)} <a href={href}>{say('welcome.go')}</a>
      </p>
    </Step>
  );
}

function Support(props: Props) {
  return (
    <>
      <DirectoryStep {...props} />
      <SiteStep {...props} />
      <LinkStep name="notify" href="/options.html#notifications" say={props.say} />
    </>
  );
}

function Manager(props: Props) {
  return (
    <>
      <DirectoryStep {...props} />
      <LinkStep name="calendars" href="/options.html#calendars" say={props.say} />
      <LinkStep name="cards" href="/options.html#cards" say={props.say} />
    </>
  );
}

function Customer({ say }: Props) {
  return (
    <>
      <LinkStep name="card" href="/card.html" say={say} />
      <Step title={say('welcome.step-pin')}>
        <p>{say('welcome.step-pin-about')}</p>
      </Step>
    </>
  );
}

export const STEPS = { support: Support, manager: Manager, customer: Customer };
