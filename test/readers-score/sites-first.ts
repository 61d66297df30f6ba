/** The same with the readers of known systems before it, as the extension reads; a system's own data are not asked for. */
import { makeSiteReaders } from '../../extension/readers/anchors/site-readers.ts';
import { readGeneric } from '../../extension/readers/generic/index.ts';
import type { ReadOptions } from '../../extension/readers/reader.ts';
import { atOnce } from '../support/at-once.ts';

const sites = makeSiteReaders({
  fetch: () => new Promise<never>(() => undefined),
  clock: () => Date.now(),
  changed: () => undefined,
});

export const read = (document: Document, url: URL, options: ReadOptions) =>
  atOnce(sites.read(document, url, options, readGeneric));
export { statedOrder } from '../../extension/readers/stated-order.ts';
