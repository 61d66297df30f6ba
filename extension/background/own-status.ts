/** Statuses in a site's own words, as its user has said what they come to. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { StatusWord } from '../platform/mapping.ts';
import type { RowFacts } from '../platform/rows.ts';

/** Equal for a word however a page sets it. */
export const statusKey = (word: string): string =>
  word.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

type Status = RowFacts['status'];

/** Reads statuses in the words of a site; what its user has said nothing of stays as it was read. */
export function readStatus(status: Status, words: readonly StatusWord[]): Status {
  const said = status && words.find(({ word }) => statusKey(word) === statusKey(status.shown));
  return status && said ? { ...status, kind: said.kind } : status;
}

export function inOwnWords(facts: TicketFacts, words: readonly StatusWord[]): TicketFacts {
  const { status } = facts;
  return status ? { ...facts, status: { ...status, value: readStatus(status.value, words)! } } : facts;
}
