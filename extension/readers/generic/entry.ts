/** One entry of a ticket's thread, as it lies in the page. */
import type { Leaf } from './page.ts';
import type { TimeMark } from './times.ts';

export interface Entry {
  box: Element;
  /** Outermost element that is this entry alone; its marks count too. */
  outer: Element;
  mark: TimeMark;
  head: Leaf[];
  body: Leaf[];
  /** Element that holds the head around the time. */
  top: Element;
}
