/** Whether the overlay is on for the page behind the popup, and the two ways to switch it on. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask } from '../platform/ask.ts';
import { type ActiveTab, type Look, lookOnce, showPicker } from '../platform/look.ts';
import { isSwitchedOn, switchOn } from '../platform/permissions.ts';
import { siteOf } from '../platform/sites.ts';
import type { Say } from '../ui/words.ts';

const SAID: Record<Look, string> = {
  ticket: 'popup.looked',
  'no-ticket': 'popup.no-ticket',
  'cannot-look': 'popup.cannot-look',
};

interface Props {
  tab: ActiveTab | null;
  /** The overlay is hidden on the site by its user. */
  hidden: boolean;
  say: Say;
}

export function SiteStrip({ tab, hidden, say }: Props) {
  const site = siteOf(tab?.url);
  const on = useSignal<boolean | null>(null);
  const away = useSignal(hidden);
  const note = useSignal<string | null>(null);
  useEffect(() => {
    if (site !== null) void isSwitchedOn(site).then((is) => (on.value = is));
  }, [site, on]);
  if (tab === null || site === null || on.value === null) return null;
  const host = site.replace(/^https?:\/\//, '');

  const turnOn = async () => {
    // Firefox closes the popup over its question; the background then does what follows.
    on.value = await switchOn(site);
    note.value = on.value ? null : say('popup.not-granted');
  };
  const showAgain = async () => {
    await ask({ type: 'show-on-site', url: tab.url ?? '' });
    away.value = false;
  };
  const look = async () => {
    note.value = say(SAID[await lookOnce(tab.id)]);
  };
  const show = async () => {
    const look = await showPicker(tab.id);
    if (look === 'cannot-look') note.value = say(SAID[look]);
    else window.close();
  };
  return (
    <section class="strip">
      <p>
        <span class={`dot ${on.value ? 'on' : ''}`} aria-hidden="true" />
        {say(!on.value ? 'popup.site-off' : away.value ? 'popup.site-hidden' : 'popup.site-on', {
          site: host,
        })}
      </p>
      {!on.value && (
        <p class="buttons">
          <button type="button" class="button primary" onClick={() => void turnOn()}>
            {say('popup.switch-on')}
          </button>
          <button type="button" class="button" onClick={() => void look()}>
            {say('popup.look-once')}
          </button>
        </p>
      )}
      {on.value && away.value && (
        <p class="buttons">
          <button type="button" class="button primary" onClick={() => void showAgain()}>
            {say('overlay.show-again')}
          </button>
        </p>
      )}
      <p>
        <button type="button" class="button link" onClick={() => void show()}>
          {say('popup.show-what')}
        </button>
      </p>
      <p role="status">{note.value}</p>
    </section>
  );
}
