/** The content script: run by the background on sites that are switched on, or by the popup for one look. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listsOf } from '../lists/contract.ts';
import { startLookout } from '../lists/lookout.ts';
import * as rows from '../lists/scripted-rows.ts';
import * as links from '../lists/ticket-links.ts';
import * as address from '../mapping/address.ts';
import { keepReading, mappedAmend } from '../mapping/contract.ts';
import { startSession } from '../overlay/session.ts';
import { world } from '../overlay/view-contract.ts';
import { keepPart } from '../parts/shared.ts';
import * as asking from '../platform/ask.ts';
import * as id from '../readers/generic/ticket-id.ts';
import { lookWith } from '../readers/look-and-read.ts';
import * as signs from '../readers/sites/signs.ts';
import { slot } from '../readers/slot.ts';
import * as order from '../readers/stated-order.ts';
import { makeZoneHere } from '../state/zone-here.ts';

const { ask, onPush } = asking;

/** Says whether there is a ticket on the page, for the one who ran the script. */
export default defineUnlistedScript(async (): Promise<{ ticket: boolean }> => {
  keepPart('overlay', { address, ask: asking, id, links, order, rows, signs });
  const here = () => new URL(location.href);
  const zoneHere = makeZoneHere();
  const look = lookWith(slot, { ask, settled: () => world.session?.again() });
  if (!world.session || world.session.ended) {
    const lookout = startLookout({ window, ask, lists: listsOf, mapped: mappedAmend, keep: keepReading });
    world.session = startSession({
      window,
      clock: Date.now,
      *read(zone, nowMs, onRoot) {
        const options = { zone, browserZone: zoneHere(), nowMs, onRoot };
        // Without the readers that are on their way, a page might be misread for a moment.
        if (look.arrival(document, here())) return null;
        return yield* lookout(look.read(document, here(), options), options);
      },
      ask,
      onPush,
      makeView: () => world.makeView,
      alive: () => browser.runtime?.id !== undefined,
    });
  }
  await look.arrival(document, here());
  return { ticket: await world.session.again() };
});
