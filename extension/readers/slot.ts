/**
 * Between the scripts in a page: the overlay's own, which settles how the page is read; and the readers, which leave
 * themselves here once they have been brought: the one for any page, and those of known systems.
 */
import type { SiteReaders } from './anchors/site-readers.ts';
import type { Reader } from './reader.ts';

interface Slot {
  generic?: Reader;
  sites?: SiteReaders;
}

const SLOT = Symbol.for('dueline.readers');

/** Our own world of the page: a second run of a script finds here what the first one left. */
const world = globalThis as { [SLOT]?: Slot };
world[SLOT] ??= {};

export const slot: Slot = world[SLOT];
export type { Slot };
