/** The same with the readers of known systems before it, as the extension reads; a system's own data are not asked for. */
import { makeSiteReaders } from '../../extension/readers/anchors/site-readers.ts';
import { readGeneric } from '../../extension/readers/generic/index.ts';
import type { Reader } from '../../extension/readers/reader.ts';

const sites = makeSiteReaders({
  fetch: () => new Promise<never>(() => undefined),
  clock: () => Date.now(),
  changed: () => undefined,
});

export const read: Reader = (document, url, options) => sites.read(document, url, options, readGeneric);
export { statedOrder } from '../../extension/readers/stated-order.ts';
