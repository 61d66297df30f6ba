/** The overlay's view: brought into a page by the background once there is a ticket to show. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeView } from '../overlay/view.ts';
import { world } from '../overlay/view-contract.ts';

export default defineUnlistedScript(() => {
  world.makeView = makeView;
});
