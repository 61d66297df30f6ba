/**
 * Between the scripts in a page: the lookout, which settles how the page is read; the readers of known systems, whose
 * own script leaves them here once it has been brought; and the overlay's script, which reads.
 */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { SiteReaders } from './anchors/site-readers.ts';
import type { Reader, ReadOptions } from './reader.ts';

/** Reads with whatever of us is in the page; `generic` is the reader for any page. */
export type Read = (
  document: Document,
  url: URL,
  options: ReadOptions,
  generic: Reader,
) => TicketFacts | null;

interface Slot {
  readers?: SiteReaders;
  read?: Read;
  /** Ends when all that an address needs for its reading has come, or will not come. */
  arrival?: (url: URL) => Promise<unknown> | null;
}

const SLOT = Symbol.for('dueline.sites');

/** Our own world of the page: a second run of a script finds here what the first one left. */
const world = globalThis as { [SLOT]?: Slot };
world[SLOT] ??= {};

export const siteSlot: Slot = world[SLOT];
