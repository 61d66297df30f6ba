/** Facts of one page from two readers: fact by fact the more trusted one's, else the other's. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { unreadIn } from '../generic/facts.ts';

export function layered(upper: TicketFacts, lower: TicketFacts | null): TicketFacts {
  if (lower === null) return upper;
  const { messages, earlierMessages } = upper.messages.length > 0 ? upper : lower;
  const facts: TicketFacts = {
    ...upper,
    id: upper.id ?? lower.id,
    subject: upper.subject ?? lower.subject,
    requester: upper.requester ?? lower.requester,
    organisation: upper.organisation ?? lower.organisation,
    created: upper.created ?? lower.created,
    deadline: upper.deadline ?? lower.deadline ?? null,
    status: upper.status ?? lower.status,
    priority: upper.priority ?? lower.priority,
    assignee: upper.assignee ?? lower.assignee,
    messages,
    earlierMessages: Math.max(earlierMessages, upper.messages.length > 0 ? 0 : upper.earlierMessages),
  };
  facts.unread = unreadIn(facts);
  return facts;
}
