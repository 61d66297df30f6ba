/** A staff member takes note of a finding, with a reason; and the same taken back. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import { acknowledgements } from '#core/engagement/decisions.ts';
import type { Engagement } from '#core/engagement/schema.ts';
import { type Problem, problem } from '#core/problem.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { checkEngagement } from '#core/scope/check.ts';
import { violationKey } from '#core/tracker/violation-rows.ts';
import { decide, takeBack } from './decide.ts';
import { currentDirectory } from './directory.ts';
import { engagementOf } from './whose.ts';

interface About {
  facts: TicketFacts;
  /** The finding's key. */
  finding: string;
}

export async function acknowledge(
  { facts, finding, by, reason }: About & { by: string; reason: string },
  nowMs: number,
): Promise<Problem | null> {
  const found = await findingOn(facts, finding, nowMs);
  if (found === null) return problem('finding-gone', [], {});
  const words = {
    decision: 'acknowledged' as const,
    engagement: found.engagement.id,
    ticket: facts.url,
    about: finding,
    by,
    ...(reason !== '' && { reason }),
  };
  return decide(words, nowMs);
}

export async function unacknowledge({ facts, finding }: About, nowMs: number): Promise<Problem | null> {
  const found = await findingOn(facts, finding, nowMs);
  const said = found && acknowledgements(found.book.directory).get(finding);
  if (!found || !said) return null;
  const words = {
    decision: 'not-acknowledged' as const,
    engagement: found.engagement.id,
    ticket: facts.url,
    about: finding,
    by: said.by,
  };
  return takeBack(said.id, words, nowMs);
}

/** A page may speak of what is found at its own customer, and of nothing else. */
async function findingOn(
  facts: TicketFacts,
  key: string,
  nowMs: number,
): Promise<{ book: DirectoryBook; engagement: Engagement } | null> {
  const [{ book }, engagement] = await Promise.all([currentDirectory(), engagementOf(facts, nowMs)]);
  if (book === null || engagement === null) return null;
  const isFound = checkEngagement(book, engagement, { nowMs }).some(
    (finding) => violationKey(finding) === key,
  );
  return isFound ? { book, engagement } : null;
}
