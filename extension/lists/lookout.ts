/**
 * Sees each reading of a page, and has the background bring what only some pages need: the user's own mapping of
 * the site, and what reads and draws a list of tickets.
 */

import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Reading } from '../mapping/contract.ts';
import type { Amend } from '../overlay/amend.ts';
import type { AnswerFor, Part, Request } from '../platform/messages.ts';
import { urlId } from '../readers/generic/ticket-id.ts';
import type { ReadOptions, Steps } from '../readers/reader.ts';
import { hasSign } from '../readers/sites/signs.ts';
import type { Lists } from './contract.ts';
import { showsList } from './ticket-links.ts';

export interface LookoutOptions {
  window: Window;
  ask: <R extends Request>(request: R) => Promise<AnswerFor<R>>;
  lists: () => Lists | undefined;
  /** The user's own mapping, once it is in the page. */
  mapped: () => Amend | undefined;
  keep: (reading: Reading) => void;
}

/** Passes a reading on, as the user's own mapping amends it. */
export type Lookout = (reading: Steps<TicketFacts | null>, options: ReadOptions) => Steps<TicketFacts | null>;

/** A ticket's page may well list some other tickets; so many are the page. */
const MANY = 20;

export function startLookout({ window, ask, lists, mapped, keep }: LookoutOptions): Lookout {
  const coming = new Set<Part>();
  const bring = (part: Part, isOnce: boolean) => {
    if (coming.has(part)) return;
    coming.add(part);
    // A background on its way up has not heard us: the next change of the page asks again.
    const again = () => coming.delete(part);
    ask({ type: 'bring', part }).then(isOnce ? undefined : again, again);
  };
  return function* (reading, options) {
    const page = new URL(window.location.href);
    // Many tickets and none of its own: what the readers would look for in every corner is not there.
    const isLongList = urlId(page) === null && !hasSign(page) && showsList(window.document, page, MANY);
    const found = isLongList ? null : yield* reading;
    const mapping = mapped();
    const amended = mapping ? mapping(found, options) : found;
    keep({ found, amended, options });
    // Where a reader has found a ticket, the background knows by its facts whether a mapping is wanting.
    if (amended === null && !mapping) bring('mapped', true);
    const present = lists();
    if (present) present.pageRead(amended);
    else if (amended === null && showsList(window.document, page)) bring('lists', false);
    return amended;
  };
}
