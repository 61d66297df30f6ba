/** What is brought into a page that is read for the measure: the generic reader, with what it is told beside the page. */
export { readGeneric as read } from '../../extension/readers/generic/index.ts';
export { statedOrder } from '../../extension/readers/stated-order.ts';
