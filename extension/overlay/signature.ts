/** Whether two readings of a page say the same. */
import type { TicketFacts, TimeFact } from '#core/response/ticket-facts.ts';

/** Which ticket the facts are about; the part of the address behind `#` counts only where the page gives no id. */
export function ticketOf(facts: TicketFacts): string {
  const url = new URL(facts.url);
  if (facts.id === null) return url.href;
  return `${url.origin}${url.pathname}${url.search} ${facts.id.value}`;
}

/** Equal for facts that lead to the same verdict: "3 hours ago" is read a little differently every minute. */
export function signatureOf(facts: object): string {
  return JSON.stringify(facts, (_key, value: unknown) =>
    isTime(value) && value.fromMs !== value.untilMs ? [value.shown, value.zone] : value,
  );
}

function isTime(value: unknown): value is TimeFact {
  return typeof value === 'object' && value !== null && 'fromMs' in value && 'untilMs' in value;
}
