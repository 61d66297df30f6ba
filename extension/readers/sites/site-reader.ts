/** A reader for one ticket system: by what its pages are known, and where its facts stand. */
import type { Anchors } from '../anchors/anchors.ts';
import type { JsonSource } from '../anchors/json.ts';
import { addressOf, SIGNS, type SiteId } from './signs.ts';

export interface SiteReader {
  /** Its line in `signs.ts`. */
  id: SiteId;
  /** As its makers write it. */
  name: string;
  /** Hosts of the makers' own service. */
  host?: RegExp;
  /** What every ticket of the system has, whatever its host: a meta element, a landmark, a file of its own. */
  marks: string;
  anchors: Anchors;
  /** What the system says of the ticket as data, where its page shows no machine time. */
  json?: JsonSource;
}

/** Is this a ticket of that system? By its address and by what the page says of itself, never by its host alone. */
export function isPageOf(site: SiteReader, document: Document, url: URL): boolean {
  if (!SIGNS[site.id].test(addressOf(url))) return false;
  return site.host?.test(url.hostname) || document.querySelector(site.marks) !== null;
}

/** The ticket's id as its address has it. */
export function addressId(site: SiteReader, url: URL): string | null {
  return SIGNS[site.id].exec(addressOf(url))?.[1] ?? null;
}
