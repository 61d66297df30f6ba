/** A ticket listed as a case of its engagement, with its link; and the same taken back while it can be. */
import { clockOf, type DirectoryBook } from '#core/engagement/book.ts';
import { ticketKey } from '#core/engagement/claims.ts';
import type { Case } from '#core/engagement/schema.ts';
import { type Problem, problem } from '#core/problem.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { CaseView } from '../platform/changes.ts';
import { additionsItem } from '../state/settings.ts';
import { changeAdditions, currentDirectory } from './directory.ts';
import { newId } from './new-id.ts';
import { isStillOurs } from './queue/store.ts';
import { caseKey } from './queue/wanted.ts';
import { engagementOf } from './whose.ts';

const MOST_SUBJECT = 500;

export async function addCase({ facts }: { facts: TicketFacts }, nowMs: number): Promise<Problem | null> {
  const [{ book }, engagement] = await Promise.all([currentDirectory(), engagementOf(facts, nowMs)]);
  if (book === null || engagement === null) return problem('no-directory', [], {});
  if (caseOf(facts.url, book)) return null;
  const subject = facts.subject?.value.slice(0, MOST_SUBJECT);
  const entry: Case = {
    id: freeId(facts, book, nowMs),
    engagement: engagement.id,
    ...(subject && { subject }),
    status: statusOf(facts),
    opened: clockOf(book, engagement).localDateOf(openedMs(facts) ?? nowMs),
    link: ticketKey(facts.url),
  };
  return changeAdditions((additions) => ({
    ...additions,
    cases: [...additions.cases.filter(({ link }) => link !== entry.link), entry],
  }));
}

export async function removeCase({ facts }: { facts: TicketFacts }): Promise<Problem | null> {
  const link = ticketKey(facts.url);
  if (!(await isStillOurs(caseKey(link)))) return problem('already-written', [], {});
  return changeAdditions((additions) => ({
    ...additions,
    cases: additions.cases.filter((entry) => entry.link !== link),
  }));
}

/** How a ticket stands among the cases; `null`: it is none yet. */
export async function caseView({ url }: TicketFacts, book: DirectoryBook): Promise<CaseView | null> {
  const found = caseOf(url, book);
  if (!found) return null;
  const { cases } = await additionsItem.getValue();
  return { id: found.id, isAddedHere: cases.some(({ link }) => link === ticketKey(url)) };
}

function caseOf(url: string, book: DirectoryBook): Case | undefined {
  const key = ticketKey(url);
  return (book.directory.cases ?? []).find(({ link }) => link !== undefined && ticketKey(link) === key);
}

/** The number that people know the ticket by, with its site where another system's ticket has the same. */
function freeId({ id, url }: TicketFacts, book: DirectoryBook, nowMs: number): string {
  const taken = new Set((book.directory.cases ?? []).map((entry) => entry.id));
  const number = id?.value ?? '';
  const wanted = [number, `${number} ${new URL(url).host}`.trim(), newId(nowMs)];
  return wanted.find((one) => one !== '' && !taken.has(one))!;
}

function statusOf({ status }: TicketFacts): Case['status'] {
  return status?.value.kind ?? 'open';
}

function openedMs({ created, messages }: TicketFacts): number | null {
  const times = [created?.value, ...messages.map(({ at }) => at)].flatMap((at) => (at ? [at.fromMs] : []));
  return times.length === 0 ? null : Math.min(...times);
}
