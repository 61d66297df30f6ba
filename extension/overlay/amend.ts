/** Lets another script of ours see each reading of the page, and put the user's own mapping in its place. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { ReadOptions } from '../readers/reader.ts';

/** `null`: there is no ticket on the page. `read` is what the readers find there, and takes its time. */
export type Amend = (read: () => TicketFacts | null, options: ReadOptions) => TicketFacts | null;

const AMEND = Symbol.for('dueline.amend');

interface World {
  [AMEND]?: Amend;
}

/** Amends a reading, where a script that does so is in our world of the page. */
export const amended: Amend = (read, options) => {
  const amend = (globalThis as World)[AMEND];
  return amend ? amend(read, options) : read();
};

/** The first one stays: a script that is run again has nothing to add. */
export function keepAmend(amend: Amend): void {
  (globalThis as World)[AMEND] ??= amend;
}
