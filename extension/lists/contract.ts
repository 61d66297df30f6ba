/** Between the lookout, which runs on every page of a site, and the lists' script, which comes only where one is. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';

export interface Lists {
  /** The page was read; `null`: it shows no ticket, and may show a list. */
  pageRead(facts: TicketFacts | null): void;
  readonly ended: boolean;
}

const LISTS = Symbol.for('dueline.lists');

interface World {
  [LISTS]?: Lists;
}

/** What an earlier run of the script has left in our world of the page, unless it has ended. */
export function listsOf(): Lists | undefined {
  const lists = (globalThis as World)[LISTS];
  return lists?.ended ? undefined : lists;
}

export function keepLists(lists: Lists): void {
  (globalThis as World)[LISTS] = lists;
}
