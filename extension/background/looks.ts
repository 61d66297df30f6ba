/** What was read of tickets on their own pages, as the rows of a list ask for it. */
import { ticketKey } from '#core/engagement/claims.ts';
import type { RowFacts } from '../platform/rows.ts';
import type { StoredLook } from '../state/settings.ts';

export interface Looks {
  /** What was read of a row's ticket. A row that names no address is known by its id among its site's tickets. */
  of(row: Pick<RowFacts, 'url' | 'id'>): StoredLook | undefined;
}

export function looksAmong(stored: readonly [string, StoredLook][], pageUrl: string): Looks {
  const byKey = new Map(stored);
  const { origin } = new URL(pageUrl);
  const byId = new Map<string, StoredLook | undefined>();
  for (const look of byKey.values()) {
    const id = new URL(look.facts.url).origin === origin ? look.facts.id?.value : undefined;
    // Two tickets of one id are told apart by their addresses alone.
    if (id !== undefined) byId.set(id, byId.has(id) ? undefined : look);
  }
  return {
    of: ({ url, id }) =>
      url === null ? (id === null ? undefined : byId.get(id)) : byKey.get(ticketKey(url)),
  };
}
