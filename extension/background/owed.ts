/** The answers owed on tickets that were looked at, for the popup. */
import { ticketKey } from '#core/engagement/claims.ts';
import type { ResponseState } from '#core/response/inquiry.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { Verdict } from '#core/response/verdict.ts';
import type { OwedEntry } from '../platform/messages.ts';
import { owedItem, type StoredOwed, update } from '../state/settings.ts';

const MOST = 200;
const WAITING: readonly ResponseState[] = ['running', 'due-soon', 'overdue'];

/** Keeps a ticket's verdict while an answer is owed, and forgets it once none is. */
export async function rememberOwed(facts: TicketFacts, verdict: Verdict): Promise<void> {
  const key = `${ticketKey(facts.url)} ${facts.id?.value ?? ''}`;
  const { current, engagement } = verdict;
  const owed: StoredOwed | null =
    current && engagement && WAITING.includes(current.state)
      ? {
          url: facts.url,
          ticket: facts.id?.value ?? '',
          subject: facts.subject?.value ?? '',
          customer: engagement.customer,
          engagement: engagement.id,
          dueMs: current.due?.[0] ?? null,
          seenMs: verdict.askedMs,
        }
      : null;
  const before = (await owedItem.getValue())[key];
  if (owed === null && before === undefined) return;
  await update(owedItem, (entries) => {
    const rest = Object.entries(entries).filter(([name]) => name !== key);
    if (owed !== null) rest.push([key, owed]);
    return Object.fromEntries(rest.sort(([, a], [, b]) => b.seenMs - a.seenMs).slice(0, MOST));
  });
}

/** Soonest due first. */
export async function owedNow(nowMs: number): Promise<(OwedEntry & { engagement: string })[]> {
  return Object.values(await owedItem.getValue())
    .sort((a, b) => (a.dueMs ?? Number.POSITIVE_INFINITY) - (b.dueMs ?? Number.POSITIVE_INFINITY))
    .map(({ url, ticket, subject, customer, engagement, dueMs }) => ({
      url,
      ticket,
      subject,
      customer,
      engagement,
      dueMs,
      state: dueMs !== null && nowMs > dueMs ? 'overdue' : 'running',
    }));
}
