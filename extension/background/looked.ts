/** The facts of tickets that were looked at, so that a list says the same of them as their own pages did. */
import { ticketKey } from '#core/engagement/claims.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { lookedItem, type StoredLook, update } from '../state/settings.ts';
import { type Looks, looksAmong } from './looks.ts';

const MOST = 300;
/** A thread beyond this is not kept: its row says that it knows less. */
const MOST_MESSAGES = 200;

export async function rememberLook(facts: TicketFacts, atMs: number): Promise<void> {
  const key = ticketKey(facts.url);
  await update(lookedItem, (looks) => {
    const rest = looks.filter(([name]) => name !== key);
    if (facts.messages.length > MOST_MESSAGES) return rest;
    return [...rest, [key, { facts, atMs }] as [string, StoredLook]].slice(-MOST);
  });
}

export async function looksAt(pageUrl: string): Promise<Looks> {
  return looksAmong(await lookedItem.getValue(), pageUrl);
}
