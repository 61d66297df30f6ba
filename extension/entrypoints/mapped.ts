/** Reads by the user's own mapping: brought into pages of a site that has one. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepMapped, mappedAmend } from '../mapping/contract.ts';
import { startMapped } from '../mapping/mapped.ts';
import { world } from '../overlay/view-contract.ts';
import { ask, onPush } from '../platform/ask.ts';

export default defineUnlistedScript(() => {
  if (mappedAmend()) return;
  startMapped({
    window,
    ask,
    onPush,
    ready: (amend) => {
      keepMapped(amend);
      world.session?.again();
    },
  });
});
