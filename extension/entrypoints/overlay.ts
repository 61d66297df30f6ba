/** The content script: run by the background on sites that are switched on, or by the popup for one look. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { amended } from '../overlay/amend.ts';
import { startSession } from '../overlay/session.ts';
import { world } from '../overlay/view-contract.ts';
import { ask, onPush } from '../platform/ask.ts';
import { readTicket } from '../readers/index.ts';
import { type Read, siteSlot } from '../readers/slot.ts';

/** Says whether there is a ticket on the page, for the one who ran the script. */
export default defineUnlistedScript(async (): Promise<{ ticket: boolean }> => {
  const here = () => new URL(location.href);
  const browserZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!world.session || world.session.ended) {
    world.session = startSession({
      window,
      clock: Date.now,
      read: (zone, nowMs, onRoot) => {
        const options = { zone, browserZone, nowMs, onRoot };
        const read: Read = siteSlot.read ?? readTicket;
        return amended(() => read(document, here(), options, readTicket), options);
      },
      ask,
      onPush,
      makeView: () => world.makeView,
      alive: () => browser.runtime?.id !== undefined,
    });
  }
  await siteSlot.arrival?.(here());
  return { ticket: world.session.again() };
});
