/** Rows that lead to their tickets by the page's own script alone: what they tell of where they lead. */
import { mentionsTickets } from '../readers/generic/ticket-id.ts';

/** What may be such a row. */
export const ROWS =
  'tr,li,article,[role=row],[role=listitem],[role=option],[data-href],[data-url],[data-link],[onclick]';

const ADDRESSES = ['data-href', 'data-url', 'data-link'];
/** `location.href = '/tickets/7'`, `window.open("…")` */
const GOES_TO = /(?:location(?:\.href)?\s*=|(?:assign|replace|open)\()\s*(['"])([^'"]+)\1/;
const NAMES = /^data-(?:[a-z]+-)?(?:id|key|number)$/;
const ID = /^(?:[A-Z][A-Z0-9]+-)?\d+$|^[0-9a-f]{32}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The address that a row names; `null` where it names none. */
export function addressOfRow(row: Element): string | null {
  const named = ADDRESSES.map((name) => row.getAttribute(name)).find((value) => value !== null);
  return named ?? GOES_TO.exec(row.getAttribute('onclick') ?? '')?.[2] ?? null;
}

export interface NamedRow {
  id: string;
  /** Equal for the rows of one list. */
  shape: string;
}

/** The ticket that a row names by an attribute, on a page that speaks of tickets; `null` where it names none. */
export function idOfRow(row: Element, page: URL): NamedRow | null {
  for (const name of row.getAttributeNames()) {
    const value = NAMES.test(name) ? row.getAttribute(name)!.trim() : '';
    if (!ID.test(value)) continue;
    if (!mentionsTickets(name) && !speaksOfTickets(row.ownerDocument, page)) continue;
    return { id: value, shape: `${row.localName} ${row.getAttribute('role') ?? ''} ${name}` };
  }
  return null;
}

function speaksOfTickets({ title }: Document, { pathname, search, hash }: URL): boolean {
  return mentionsTickets(title) || mentionsTickets(pathname + search + hash);
}
