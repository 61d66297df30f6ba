/** Equal for readings of a row that lead to the same answer: "3 hours ago" is read anew every minute. */
import type { TimeFact } from '#core/response/ticket-facts.ts';
import type { RowFacts } from '../platform/rows.ts';

export function rowSignature(facts: RowFacts): string {
  const { url, id, subject, requester, organisation, status, created, changed } = facts;
  const person = requester && `${requester.name}<${requester.email}>`;
  return [url, id, subject, person, organisation, status?.shown, timeOf(created), timeOf(changed)].join('\t');
}

function timeOf(time: TimeFact | null): string | number {
  if (time === null) return '';
  return time.fromMs === time.untilMs ? time.fromMs : `${time.shown} ${time.zone}`;
}
