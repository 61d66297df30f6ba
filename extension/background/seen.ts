/** Which engagement the ticket at an address turned out to belong to, so that the popup starts with it. */
import { ticketKey } from '#core/engagement/claims.ts';
import { seenItem, update } from '../state/settings.ts';

const MOST = 200;

export async function rememberSeen(url: string, engagement: string | null): Promise<void> {
  const key = ticketKey(url);
  const before = (await seenItem.getValue()).find(([seen]) => seen === key)?.[1] ?? null;
  if (before === engagement) return;
  await update(seenItem, (entries) => {
    const rest = entries.filter(([seen]) => seen !== key);
    return engagement === null ? rest : [...rest, [key, engagement] as [string, string]].slice(-MOST);
  });
}

export async function engagementSeenOn(url: string): Promise<string | null> {
  const key = ticketKey(url);
  return (await seenItem.getValue()).find(([seen]) => seen === key)?.[1] ?? null;
}
