/** The one way to read a page that no known system's reader is in reach of. */
export { readGeneric as readTicket } from './generic/index.ts';
export type { ReadOptions } from './reader.ts';
