/** The groups of tickets that a pick can hold for, as far as the page names them. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';

export interface Groups {
  organisation: string | null;
  domain: string | null;
}

export function groupsOf(facts: TicketFacts): Groups {
  const email = facts.requester?.value.email ?? '';
  const at = email.lastIndexOf('@');
  return {
    organisation: facts.organisation?.value.trim() || null,
    domain:
      at < 0
        ? null
        : email
            .slice(at + 1)
            .trim()
            .toLowerCase() || null,
  };
}
