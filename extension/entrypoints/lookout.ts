/** Runs beside the overlay's script, and brings what only some pages need: lists' badges, known systems' readers. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listsOf } from '../lists/contract.ts';
import { startLookout } from '../lists/lookout.ts';
import { keepReading, mappedAmend } from '../mapping/contract.ts';
import { keepAmend } from '../overlay/amend.ts';
import { world } from '../overlay/view-contract.ts';
import { ask } from '../platform/ask.ts';
import { fillSlot } from '../readers/look-and-read.ts';
import { siteSlot } from '../readers/slot.ts';

export default defineUnlistedScript(() => {
  keepAmend(startLookout({ window, ask, lists: listsOf, mapped: mappedAmend, keep: keepReading }));
  fillSlot(siteSlot, { ask, settled: () => world.session?.again() });
});
