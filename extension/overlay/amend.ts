import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { ReadOptions } from '../readers/reader.ts';

/** Sees what was read of the page, and may put the user's own mapping in its place. `null`: no ticket on the page. */
export type Amend = (found: TicketFacts | null, options: ReadOptions) => TicketFacts | null;
