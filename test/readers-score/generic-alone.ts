/** What is brought into a page that is read for the measure: the generic reader, with what it is told beside the page. */
export { statedOrder } from '../../extension/readers/stated-order.ts';
export { readTicket as read } from '../support/at-once.ts';
