/** The reader for any page: brought by the background into a page that may show a ticket. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readTicket } from '../readers/index.ts';
import { slot } from '../readers/slot.ts';

export default defineUnlistedScript(() => {
  slot.generic ??= readTicket;
});
