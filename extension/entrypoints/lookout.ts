/** Runs beside the overlay's script, and brings what only some pages need: the badges of a list of tickets. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listsOf } from '../lists/contract.ts';
import { startLookout } from '../lists/lookout.ts';
import { keepReading, mappedAmend } from '../mapping/contract.ts';
import { keepAmend } from '../overlay/amend.ts';
import { ask } from '../platform/ask.ts';

export default defineUnlistedScript(() => {
  keepAmend(startLookout({ window, ask, lists: listsOf, mapped: mappedAmend, keep: keepReading }));
});
