/** The readers of known ticket systems: brought into a page by the background where its address bears a sign of one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../overlay/view-contract.ts';
import { makeSiteReaders } from '../readers/anchors/site-readers.ts';
import { siteSlot } from '../readers/slot.ts';

/** Firefox lets a content script ask as its page does; elsewhere that is how it asks by itself. */
const page = globalThis as { content?: { fetch: typeof fetch } };

export default defineUnlistedScript(() => {
  siteSlot.readers ??= makeSiteReaders({
    fetch: (path) =>
      (page.content?.fetch ?? fetch)(new URL(path, location.origin).href, {
        credentials: 'same-origin',
        headers: { Accept: 'application/json' },
        redirect: 'error',
      }),
    clock: Date.now,
    changed: () => world.session?.again(),
  });
});
