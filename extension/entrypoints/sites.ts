/** The readers of known ticket systems: brought into a page by the background where its address bears a sign of one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../overlay/view-contract.ts';
import { ask } from '../platform/ask.ts';
import { pageFetch } from '../platform/page-fetch.ts';
import { makeSiteReaders } from '../readers/anchors/site-readers.ts';
import { slot } from '../readers/slot.ts';

export default defineUnlistedScript(() => {
  slot.sites ??= makeSiteReaders({
    fetch: pageFetch({
      fetch: (url, init) => fetch(url, init),
      ask,
      origin: () => location.origin,
      heldToPolicy: import.meta.env.FIREFOX,
    }),
    clock: Date.now,
    changed: () => world.session?.again(),
  });
});
