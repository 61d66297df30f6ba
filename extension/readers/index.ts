/** The one way to read a page. */
import type { Reader } from './reader.ts';

export type { ReadOptions } from './reader.ts';

export const readTicket: Reader = () => null;
