/** The sites that are switched on, and how one is switched on or off; what came of it is said. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { onPush } from '../platform/ask.ts';
import { grantedSites, switchOff, switchOn } from '../platform/permissions.ts';
import { siteTyped } from '../platform/sites.ts';
import type { Say } from './words.ts';

export interface Said {
  text: string;
  /** Done as asked. */
  done: boolean;
}

export function useSites(say: Say) {
  const sites = useSignal<readonly string[]>([]);
  const said = useSignal<Said | null>(null);
  const refresh = async () => {
    sites.value = await grantedSites();
  };
  useEffect(() => {
    void refresh();
    const life = new AbortController();
    onPush(() => void refresh(), life.signal);
    return () => life.abort();
  }, []);

  return {
    sites: sites.value,
    said: said.value,
    /** As typed; `true` where it is on now. */
    add: async (text: string): Promise<boolean> => {
      const site = siteTyped(text);
      if (site === null) {
        said.value = { text: say('options.site-invalid', { text }), done: false };
        return false;
      }
      const done = await switchOn(site);
      said.value = { text: say(done ? 'options.site-added' : 'options.site-refused', { site }), done };
      await refresh();
      return done;
    },
    remove: async (site: string): Promise<void> => {
      const done = await switchOff(site);
      said.value = { text: say(done ? 'options.site-removed' : 'options.site-fixed', { site }), done };
      await refresh();
    },
  };
}
