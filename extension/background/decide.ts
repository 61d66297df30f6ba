/** Decisions join the journal; one that is not on its way to a tracker yet is simply taken out of it again. */
import type { Decision } from '#core/engagement/schema.ts';
import type { Problem } from '#core/problem.ts';
import { additionsItem, personItem } from '../state/settings.ts';
import { changeAdditions } from './directory.ts';
import { newId } from './new-id.ts';
import { isStillOurs } from './queue/store.ts';

interface NewDecision {
  decision: Decision['decision'];
  engagement?: string;
  ticket: string;
  about: string;
  by: string;
  reason?: string;
}

/** Adds a line to the journal; its author's name is remembered for the next. */
export async function decide(decision: NewDecision, nowMs: number): Promise<Problem | null> {
  await personItem.setValue(decision.by);
  return write(decision, nowMs);
}

/** Takes a line of the journal back: out of it while it can be, else by another line that says so. */
export async function takeBack(id: string, withdrawal: NewDecision, nowMs: number): Promise<Problem | null> {
  const { decisions } = await additionsItem.getValue();
  const isPending = decisions.some((entry) => entry.id === id);
  if (!isPending || !(await isStillOurs(id))) {
    const by = (await personItem.getValue()) ?? withdrawal.by;
    return write({ ...withdrawal, by }, nowMs);
  }
  return changeAdditions((additions) => ({
    ...additions,
    decisions: additions.decisions.filter((entry) => entry.id !== id),
  }));
}

function write(decision: NewDecision, nowMs: number): Promise<Problem | null> {
  const entry: Decision = { ...decision, id: newId(nowMs), at: new Date(nowMs).toISOString() };
  return changeAdditions((additions) => ({ ...additions, decisions: [...additions.decisions, entry] }));
}
