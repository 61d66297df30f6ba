/** Reads a list of tickets and draws its badges: brought into a page by the background once it shows one. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepLists, listsOf } from '../lists/contract.ts';
import { startLists } from '../lists/session.ts';
import { world } from '../overlay/view-contract.ts';
import { ask, onPush } from '../platform/ask.ts';

export default defineUnlistedScript(() => {
  if (!listsOf()) {
    keepLists(
      startLists({
        window,
        clock: Date.now,
        zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        ask,
        onPush,
        alive: () => browser.runtime?.id !== undefined,
      }),
    );
  }
  world.session?.again();
});
