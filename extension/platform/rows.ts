/** What a list's row tells of its ticket, and what the background answers for it. Types only. */

import type { Between, ResponseState } from '#core/response/inquiry.ts';
import type { TicketFacts, TimeFact } from '#core/response/ticket-facts.ts';
import type { SiteSettings, Spoken } from './said.ts';

export interface RowFacts {
  /** Address of the ticket that the row leads to; `null` where only the page's own script knows it. */
  url: string | null;
  id: string | null;
  subject: string | null;
  requester: { name?: string; email?: string } | null;
  organisation: string | null;
  status: NonNullable<TicketFacts['status']>['value'] | null;
  created: TimeFact | null;
  /** The newest time of the row that is not in the future and not its creation. */
  changed: TimeFact | null;
}

/**
 * What a row's state rests on. `messages`: the ticket's own, as read when it was last open; `earlier-messages`:
 * the same, but the row has changed since; `created` and `changed`: no message was read, and the customer is
 * taken to have written at that time of the row; `none`: not enough to say anything.
 */
export type RowBasis = 'messages' | 'earlier-messages' | 'created' | 'changed' | 'none';

export interface RowAnswer {
  match: 'matched' | 'ambiguous' | 'unknown';
  customer: string | null;
  tier: string | null;
  basis: RowBasis;
  /** When the ticket's messages were read, where they were. */
  readMs: number | null;
  state: ResponseState;
  due: Between | null;
  /** Business milliseconds past the due time at the time of the answer. */
  lateMs: number;
  /** Which of the answer's calendars the due time runs on; `null` where none does. */
  calendar: number | null;
}

export interface RowsAnswer extends Spoken {
  kind: 'rows';
  askedMs: number;
  /** In the order of the question. */
  rows: RowAnswer[];
  /** Open intervals from the time of the answer on, past the last due time: one list for each calendar. */
  calendars: [startMs: number, endMs: number][][];
  dueSoonMs: number;
  site: SiteSettings;
}

export interface RowsRequest {
  type: 'rows';
  rows: RowFacts[];
}
