/** The contract between a reader and those who ask it. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Order } from './times/resolve.ts';

export interface ReadOptions {
  /** Zone that the user has set for this site; `null` where none is set. */
  zone: string | null;
  browserZone: string;
  /** Day before month or after it, where the page says so beside its own fields. */
  order?: Order | null;
  /** For relative times ("3 hours ago") and for dates without a year. */
  nowMs: number;
  /** That the page is a ticket is settled: whatever it says of one is read, without weighing whether it is one. */
  known?: boolean;
  /** Forms that hide what they are behind their fields: nothing in them is read. */
  forged?: ReadonlySet<Element>;
  /** Told of each root outside the document's own that was read: a shadow root, a frame's document. */
  onRoot?: (root: Node) => void;
}

/** Work in steps, each short enough for a page to stay quick between them. */
export type Steps<T> = Generator<void, T, void>;

/** Reads a page. Pure: it changes nothing in the document, and `null` says that there is no ticket here. */
export type Reader = (document: Document, url: URL, options: ReadOptions) => Steps<TicketFacts | null>;
