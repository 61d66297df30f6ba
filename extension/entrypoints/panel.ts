/** The overlay's opened panel: brought into a page by the background when its user first opens the overlay. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { panel } from '../overlay/panel/draw-panel.ts';
import { world } from '../overlay/view-contract.ts';

export default defineUnlistedScript(() => {
  world.panel = panel;
});
