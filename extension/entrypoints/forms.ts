/** The forms of the overlay's panel: brought into a page by the background once somebody has something to write. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { forms } from '../overlay/forms/draw-forms.ts';
import { world } from '../overlay/view-contract.ts';

export default defineUnlistedScript(() => {
  world.forms = forms;
});
