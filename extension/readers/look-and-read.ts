/** How a page is read: with the readers of known systems where its address bears a sign of one, and in its frames. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { AnswerFor, Request } from '../platform/messages.ts';
import { forgedIn } from './forged.ts';
import { frameIn } from './frames.ts';
import type { Reader, ReadOptions } from './reader.ts';
import { hasSign } from './sites/signs.ts';
import type { siteSlot } from './slot.ts';

export interface LookOptions {
  ask: <R extends Request>(request: R) => Promise<AnswerFor<R>>;
  /** The readers of known systems have come, or will not come: the page is to be read anew. */
  settled: () => void;
}

type Slot = typeof siteSlot;

/** Gives a page's slot its way of reading. A script that is run again has nothing to add. */
export function fillSlot(slot: Slot, { ask, settled }: LookOptions): void {
  let coming: Promise<unknown> | null = null;
  let isOver = false;
  const settle = () => {
    isOver = true;
    settled();
  };
  slot.arrival ??= (url) => {
    if (slot.readers || isOver || !hasSign(url)) return null;
    coming ??= ask({ type: 'bring', part: 'sites' }).then(settle, settle);
    return coming;
  };
  slot.read ??= (document, url, asked, generic) => {
    // Without the readers that are on their way, a page might be misread for a moment.
    if (slot.arrival!(url)) return null;
    const options = { ...asked, forged: forgedIn(document) };
    const { readers } = slot;
    const facts = readers ? readers.read(document, url, options, generic) : generic(document, url, options);
    return facts ?? readFrame(document, url, options, generic);
  };
}

/** A page that is not itself a ticket may show one in a frame. */
function readFrame(document: Document, url: URL, options: ReadOptions, generic: Reader): TicketFacts | null {
  const frame = frameIn(document, url);
  if (!frame) return null;
  options.onRoot?.(frame.document);
  const facts = generic(frame.document, frame.url, { ...options, forged: forgedIn(frame.document) });
  return facts && { ...facts, url: url.href };
}
