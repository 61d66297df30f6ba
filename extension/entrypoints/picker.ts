/** Lets the user show Dueline what is what on a page: brought in by the background at their wish. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { closePicker, keepPicker } from '../mapping/contract.ts';
import { startPicker } from '../mapping/picker/session.ts';
import { world } from '../overlay/view-contract.ts';
import { ask, onPush } from '../platform/ask.ts';

export default defineUnlistedScript(async () => {
  // A second wish while the picker is open starts it anew.
  closePicker();
  keepPicker(await startPicker({ window, ask, onPush, again: () => world.session?.again() }));
});
