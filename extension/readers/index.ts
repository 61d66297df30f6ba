/** The one way to read a page. */
import { readGeneric } from './generic/index.ts';
import type { Reader } from './reader.ts';
import { SITES } from './sites/index.ts';

export type { ReadOptions } from './reader.ts';

/** `null`: there is no ticket on this page. */
export const readTicket: Reader = (document, url, options) => {
  const site = SITES.find((one) => one.matches(document, url));
  return site?.read(document, url, options) ?? readGeneric(document, url, options);
};
