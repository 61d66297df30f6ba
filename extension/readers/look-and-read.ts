/** How a page is read: by the readers that its signs ask for, once they have come, and in its frames. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { AnswerFor, Request } from '../platform/messages.ts';
import { forgedIn } from './forged.ts';
import { frameIn } from './frames.ts';
import type { Reader, ReadOptions, Steps } from './reader.ts';
import { mayShowTicket } from './signs-of-ticket.ts';
import { hasSign } from './sites/signs.ts';
import type { Slot } from './slot.ts';
import { statedOrder } from './stated-order.ts';

export interface LookOptions {
  ask: <R extends Request>(request: R) => Promise<AnswerFor<R>>;
  /** Readers have come, or will not come: the page is to be read anew. */
  settled: () => void;
}

export interface Look {
  /** Ends when all that a page needs for its reading has come, or will not come; `null` where nothing is wanting. */
  arrival: (document: Document, url: URL) => Promise<unknown> | null;
  read: Reader;
}

/** Looks at pages with the readers of a slot, and has those brought that are wanting. */
export function lookWith(slot: Slot, { ask, settled }: LookOptions): Look {
  let reader: Promise<unknown> | null = null;
  let sites: Promise<unknown> | null = null;
  let sitesAreOver = false;

  const readerFor = (document: Document, url: URL) => {
    if (slot.generic || (!reader && !mayShowTicket(document, url))) return null;
    // A background on its way up has not heard us: the next change of the page asks again.
    const again = () => {
      reader = null;
    };
    reader ??= ask({ type: 'bring', part: 'reader' }).then(settled, again);
    return reader;
  };
  const sitesFor = (url: URL) => {
    if (slot.sites || sitesAreOver || !hasSign(url)) return null;
    const settle = () => {
      sitesAreOver = true;
      settled();
    };
    sites ??= ask({ type: 'bring', part: 'sites' }).then(settle, settle);
    return sites;
  };
  return {
    arrival: (document, url) => {
      const coming = [readerFor(document, url), sitesFor(url)].filter((each) => each !== null);
      return coming.length > 0 ? Promise.all(coming) : null;
    },
    *read(document, url, asked) {
      const { generic, sites: known } = slot;
      if (!generic) return null;
      const options = { ...asked, ...statedBy(document) };
      const facts = yield* known
        ? known.read(document, url, options, generic)
        : generic(document, url, options);
      return facts ?? (yield* readFrame(document, url, options, generic));
    },
  };
}

const statedBy = (document: Document) => ({ forged: forgedIn(document), order: statedOrder(document) });

/** A page that is not itself a ticket may show one in a frame. */
function* readFrame(
  document: Document,
  url: URL,
  options: ReadOptions,
  generic: Reader,
): Steps<TicketFacts | null> {
  const frame = frameIn(document, url);
  if (!frame) return null;
  options.onRoot?.(frame.document);
  const facts = yield* generic(frame.document, frame.url, { ...options, ...statedBy(frame.document) });
  return facts && { ...facts, url: url.href };
}
