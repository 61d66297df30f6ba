/** One thing that differs between a spreadsheet and the description, and the requests that make it right. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { MessageKey } from '#core';

export type Request = sheets_v4.Schema$Request;

export interface Change {
  /** The sentence about it, `provision.change-…`. */
  says: MessageKey;
  values: Record<string, string | number>;
  requests: Request[];
}
