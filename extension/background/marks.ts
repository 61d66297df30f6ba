/** A staff member's word that an inquiry needs no answer, and the same taken back. */
import { type Additions, markKey } from '#core/engagement/additions.ts';
import type { Problem } from '#core/problem.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { additionsItem, personItem } from '../state/settings.ts';
import { changeAdditions } from './directory.ts';

interface Mark {
  facts: TicketFacts;
  inquiryMs: number;
}

const markOf = ({ facts, inquiryMs }: Mark) => ({
  ticket: facts.url,
  inquiry: new Date(inquiryMs).toISOString(),
});

const without = (mark: Mark, { noAnswerNeeded }: Additions) =>
  noAnswerNeeded.filter((entry) => markKey(entry) !== markKey(markOf(mark)));

export async function markNoAnswer(mark: Mark & { by: string }, nowMs: number): Promise<Problem | null> {
  await personItem.setValue(mark.by);
  const entry = { ...markOf(mark), by: mark.by, at: new Date(nowMs).toISOString() };
  return changeAdditions((additions) => ({
    ...additions,
    noAnswerNeeded: [...without(mark, additions), entry],
  }));
}

export function unmarkNoAnswer(mark: Mark): Promise<Problem | null> {
  return changeAdditions((additions) => ({ ...additions, noAnswerNeeded: without(mark, additions) }));
}

/** Whether a dismissal was marked in this browser: one that came with the directory is its source's to take back. */
export async function isMarkedHere(atMs: number): Promise<boolean> {
  const { noAnswerNeeded } = await additionsItem.getValue();
  return noAnswerNeeded.some(({ at }) => Date.parse(at) === atMs);
}
