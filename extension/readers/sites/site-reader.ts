/** A reader for one ticket system: by what its pages are known, and how they are read. */
import type { Reader } from '../reader.ts';

export interface SiteReader {
  id: string;
  /** Is this a page of that system? By what the page says of itself, never by its host alone. */
  matches(document: Document, url: URL): boolean;
  /** `null` leaves the page to the generic reader. */
  read: Reader;
}
