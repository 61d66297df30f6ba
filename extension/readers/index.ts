/** The one way to read a page. */
import { readGeneric } from './generic/index.ts';
import type { Reader } from './reader.ts';

export type { ReadOptions } from './reader.ts';

/** `null`: there is no ticket on this page. */
export const readTicket: Reader = (document, url, options) => readGeneric(document, url, options);
