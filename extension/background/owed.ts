/** The tickets on which an answer is owed, as they were last looked at: for the popup, the badge and reminders. */
import type { DirectoryBook } from '#core/engagement/book.ts';
import { ticketKey } from '#core/engagement/claims.ts';
import type { Engagement } from '#core/engagement/schema.ts';
import type { Inquiry, ResponseState } from '#core/response/inquiry.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Verdict } from '#core/response/verdict.ts';
import { judgeTicket } from '#core/response/verdict-of.ts';
import { type StoredTicket, ticketsItem, update } from '../state/settings.ts';
import { fairShare } from './fair-share.ts';
import { pickFor } from './picks.ts';

const MOST = 200;
const WAITING: readonly ResponseState[] = ['running', 'due-soon', 'overdue'];

/** A ticket on which an answer is owed now. */
export interface OwedTicket {
  /** The inquiry: its ticket, and when it was received. */
  key: string;
  facts: TicketFacts;
  seenMs: number;
  engagement: Engagement;
  inquiry: Inquiry;
}

/** Keeps a ticket while an answer is owed on it, and forgets it once none is. */
export async function rememberOwed(facts: TicketFacts, { askedMs, current }: Verdict): Promise<void> {
  const key = keyOf(facts);
  const isOwed = current !== null && WAITING.includes(current.state);
  if (!isOwed && !Object.hasOwn(await ticketsItem.getValue(), key)) return;
  await update(ticketsItem, (tickets) => {
    const rest = Object.entries(tickets).filter(([name]) => name !== key);
    if (isOwed) rest.push([key, { facts: factsOf(facts, current), seenMs: askedMs }]);
    rest.sort(([, a], [, b]) => a.seenMs - b.seenMs);
    return Object.fromEntries(fairShare(rest, MOST, ([, ticket]) => ticket.facts.url));
  });
}

/** The tickets judged anew by the directory of now, soonest due first. */
export async function owedTickets(book: DirectoryBook, nowMs: number): Promise<OwedTicket[]> {
  const tickets = Object.entries(await ticketsItem.getValue());
  const judged = await Promise.all(tickets.map((entry) => judge(entry, book, nowMs)));
  const dueMs = ({ inquiry: { due } }: OwedTicket) => due?.[0] ?? Number.POSITIVE_INFINITY;
  return judged.filter((ticket) => ticket !== null).sort((a, b) => dueMs(a) - dueMs(b));
}

async function judge(
  [key, { facts, seenMs }]: [string, StoredTicket],
  book: DirectoryBook,
  nowMs: number,
): Promise<OwedTicket | null> {
  const pick = await pickFor(facts);
  const { match, current } = judgeTicket(facts, book, { nowMs, picked: pick?.engagement });
  if (match.kind !== 'matched' || current === null || !WAITING.includes(current.state)) return null;
  const inquiry = `${key} ${current.received?.[0] ?? ''}`;
  return { key: inquiry, facts, seenMs, engagement: match.engagement, inquiry: current };
}

function keyOf(facts: TicketFacts): string {
  return `${ticketKey(facts.url)} ${facts.id?.value ?? ''}`;
}

/** What it takes to judge the ticket again; of the thread only the message that nobody has answered. */
function factsOf(facts: TicketFacts, { author, received }: Inquiry): TicketFacts {
  const message = facts.messages.find(
    ({ at, role }) => role === 'customer' && at?.fromMs === received?.[0] && at?.untilMs === received?.[1],
  );
  return {
    ...facts,
    messages: message ? [{ ...message, author }] : [],
    earlierMessages: 0,
    unread: [],
  };
}
