/** Readings in one go, where no page waits for its turn between their steps. */
import type { TicketFacts } from '../../core/response/ticket-facts.ts';
import { readTicket as readInSteps } from '../../extension/readers/index.ts';
import type { ReadOptions, Steps } from '../../extension/readers/reader.ts';

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export function readTicket(document: Document, url: URL, options: ReadOptions): TicketFacts | null {
  return atOnce(readInSteps(document, url, options));
}
