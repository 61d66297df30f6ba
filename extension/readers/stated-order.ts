/** In which order a page's own date fields want day and month: "dd/mm/yyyy" beside a field, or for its date picker. */
import type { Order } from './times/resolve.ts';

/** Day, month and year by the letters of the six languages: "TT.MM.JJJJ", "gg/mm/aaaa". */
const FORMAT = /^(?:(mm?)|dd?|tt?|gg?)([./-])(?:dd?|mm?|tt?|gg?)\2[yja]{2,4}(?![a-z])/i;
const FIELDS = 'body,input';
/** Bounded work, whatever a page holds. */
const MOST_FIELDS = 500;

/** `null` where nothing says so, and where two things say otherwise. */
export function statedOrder(document: Document): Order | null {
  const orders = new Set<Order>();
  for (const field of [...document.querySelectorAll(FIELDS)].slice(0, MOST_FIELDS)) {
    for (const name of field.getAttributeNames()) {
      const format = /placeholder|format/.test(name) && FORMAT.exec(field.getAttribute(name) ?? '');
      if (format) orders.add(format[1] ? 'month-first' : 'day-first');
    }
  }
  return orders.size === 1 ? [...orders][0]! : null;
}
