/** Whose ticket it is, as the overlay says it. */
import { matchEngagement } from '#core/engagement/match.ts';
import type { Engagement } from '#core/engagement/schema.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { currentDirectory } from './directory.ts';
import { pickFor } from './picks.ts';

export async function engagementOf(facts: TicketFacts, nowMs: number): Promise<Engagement | null> {
  const [{ book }, pick] = await Promise.all([currentDirectory(), pickFor(facts)]);
  if (book === null) return null;
  const match = matchEngagement(facts, book, nowMs, pick?.engagement);
  return match.kind === 'matched' ? match.engagement : null;
}
