/** The contract between a reader and those who ask it. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';

export interface ReadOptions {
  /** Zone that the user has set for this site; `null` where none is set. */
  zone: string | null;
  browserZone: string;
  /** For relative times ("3 hours ago") and for dates without a year. */
  nowMs: number;
}

/** Reads a page. Pure: it changes nothing in the document, and `null` says that there is no ticket here. */
export type Reader = (document: Document, url: URL, options: ReadOptions) => TicketFacts | null;
