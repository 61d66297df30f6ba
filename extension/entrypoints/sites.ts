/** The readers of known ticket systems: brought into a page by the background where its address bears a sign of one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../overlay/view-contract.ts';
import { makeSiteReaders } from '../readers/anchors/site-readers.ts';
import { slot } from '../readers/slot.ts';

/** Firefox lets a content script ask as its page does; elsewhere that is how it asks by itself. */
const page = globalThis as { content?: { fetch: typeof fetch } };

export default defineUnlistedScript(() => {
  slot.sites ??= makeSiteReaders({
    fetch: async (path) => {
      const answer = await (page.content?.fetch ?? fetch)(new URL(path, location.origin).href, {
        credentials: 'same-origin',
        headers: { Accept: 'application/json' },
        redirect: 'error',
      });
      // What the page's own way of asking gives is the page's; its text becomes ours.
      return { ok: answer.ok, json: async () => JSON.parse(await answer.text()) };
    },
    clock: Date.now,
    changed: () => world.session?.again(),
  });
});
