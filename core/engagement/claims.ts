/** What ties a ticket to a customer or a case, written in one way so that it can be compared. */

/** An address or a name as people type it: spaces trimmed, case folded. */
export function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The part of an address after the `@`, folded; `null` where there is none. */
export function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  const domain = at < 0 ? '' : folded(address.slice(at + 1));
  return domain === '' ? null : domain;
}

/** A ticket's address without what differs from visit to visit: the fragment, unless it is the ticket's route. */
export function ticketKey(link: string): string {
  const trimmed = link.trim();
  const hash = trimmed.indexOf('#');
  if (hash < 0) return trimmed;
  // Zammad and others route by fragment: `#ticket/zoom/7`.
  return trimmed.slice(hash + 1).includes('/') ? trimmed : trimmed.slice(0, hash);
}
