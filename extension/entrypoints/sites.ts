/** The readers of known ticket systems: brought into a page by the background where its address bears a sign of one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../overlay/view-contract.ts';
import { makeSiteReaders } from '../readers/anchors/site-readers.ts';
import { slot } from '../readers/slot.ts';

export default defineUnlistedScript(() => {
  slot.sites ??= makeSiteReaders({
    fetch: (path) =>
      fetch(new URL(path, location.origin).href, {
        credentials: 'same-origin',
        headers: { Accept: 'application/json' },
        redirect: 'error',
      }),
    clock: Date.now,
    changed: () => world.session?.again(),
  });
});
