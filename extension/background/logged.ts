/** The tickets of what was logged here, so that it is shown on them, and can be changed there, once the tracker has it. */
import { ticketKey } from '#core/engagement/claims.ts';
import { additionsItem, loggedItem, update } from '../state/settings.ts';
import type { Logged } from './timed-work.ts';

const MOST = 5000;

export async function rememberLogged(id: string, url: string): Promise<void> {
  await update(loggedItem, (logged) =>
    [...logged.filter(([known]) => known !== id), [id, ticketKey(url)] as [string, string]].slice(-MOST),
  );
}

export async function loggedOn(url: string): Promise<ReadonlySet<string>> {
  const key = ticketKey(url);
  const logged = await loggedItem.getValue();
  return new Set(logged.filter(([, ticket]) => ticket === key).map(([id]) => id));
}

/** A page may change what was logged on its own tickets, and nothing else that it names. */
export async function isLoggedOn(id: string, url: string): Promise<boolean> {
  if ((await loggedOn(url)).has(id)) return true;
  const { activities } = await additionsItem.getValue();
  return (activities as readonly Logged[]).some(
    (entry) => entry.id === id && ticketKey(entry.ticket ?? '') === ticketKey(url),
  );
}
