/** The steps behind each door; what can be done is done right there. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { DirectoryImport } from '../options/DirectoryImport.tsx';
import type { OptionsAnswer } from '../platform/messages.ts';
import { grantedSites, switchOn } from '../platform/permissions.ts';
import { siteTyped } from '../platform/sites.ts';
import { AddSite } from '../ui/AddSite.tsx';
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
  const sites = useSignal<string[]>([]);
  const note = useSignal('');
  useEffect(() => {
    void grantedSites().then((found) => (sites.value = found));
  }, [sites]);
  const add = async (text: string) => {
    const site = siteTyped(text);
    if (site === null) {
      note.value = say('options.site-invalid', { text });
      return;
    }
    note.value = (await switchOn(site)) ? '' : say('options.site-refused', { site });
    sites.value = await grantedSites();
  };
  return (
    <Step title={say('welcome.step-site')} done={sites.value.length > 0}>
      <p>{say('welcome.step-site-about')}</p>
      {sites.value.length > 0 && (
        <ul>
          {sites.value.map((site) => (
            <li key={site}>{site}</li>
          ))}
        </ul>
      )}
      <AddSite say={say} onAdd={(text) => void add(text)} />
      <p role="status" class="warn">
        {note.value}
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
