/** A staff member's word that an inquiry needs no answer, and the same taken back. */
import { ticketKey } from '#core/engagement/claims.ts';
import { type DismissedInquiry, dismissedInquiries } from '#core/engagement/decisions.ts';
import type { Problem } from '#core/problem.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { decide, takeBack } from './decide.ts';
import { currentDirectory } from './directory.ts';
import { engagementOf } from './whose.ts';

interface Mark {
  facts: TicketFacts;
  inquiryMs: number;
}

const wordsOf = async ({ facts, inquiryMs }: Mark, nowMs: number) => {
  const engagement = await engagementOf(facts, nowMs);
  return {
    ...(engagement && { engagement: engagement.id }),
    ticket: facts.url,
    about: new Date(inquiryMs).toISOString(),
  };
};

export async function markNoAnswer(mark: Mark & { by: string }, nowMs: number): Promise<Problem | null> {
  const words = await wordsOf(mark, nowMs);
  return decide({ ...words, decision: 'no-answer-needed', by: mark.by }, nowMs);
}

export async function unmarkNoAnswer(mark: Mark, nowMs: number): Promise<Problem | null> {
  const said = await dismissalOf(mark.facts, mark.inquiryMs);
  if (said === null || said.decision === null) return null;
  const words = await wordsOf(mark, nowMs);
  return takeBack(said.decision, { ...words, decision: 'answer-needed', by: said.by }, nowMs);
}

/** Whether the journal has the word that an inquiry needs no answer, so that it can be taken back here. */
export async function canUnmark(facts: TicketFacts, inquiryMs: number | undefined): Promise<boolean> {
  const said = await dismissalOf(facts, inquiryMs);
  return said !== null && said.decision !== null;
}

async function dismissalOf(
  facts: TicketFacts,
  inquiryMs: number | undefined,
): Promise<DismissedInquiry | null> {
  const { book } = await currentDirectory();
  const key = ticketKey(facts.url);
  return (
    dismissedInquiries(book?.directory ?? {}).find(
      (said) => said.inquiryMs === inquiryMs && ticketKey(said.ticket) === key,
    ) ?? null
  );
}
