/** The rows that links to tickets stand in. */
import type { Pause, TicketLink } from './ticket-links.ts';

export interface TicketRow {
  element: Element;
  links: TicketLink[];
}

/** What an element stands for: one ticket's links, or several tickets'. */
const SEVERAL = Symbol();
const AT_ONCE = 100;

/**
 * The rows of the links: of each, the outermost element in which no other ticket is linked. A link in running
 * text has no row of its own.
 */
export async function rowsOf(links: readonly TicketLink[], pause: Pause): Promise<TicketRow[]> {
  const owners = new Map<Element, string | typeof SEVERAL>();
  for (const [index, { element, ticket }] of links.entries()) {
    if (index % AT_ONCE === 0) await pause();
    for (let box: Element | null = element; box; box = box.parentElement) {
      const owner = owners.get(box);
      if (owner === SEVERAL || owner === ticket) break;
      owners.set(box, owner === undefined ? ticket : SEVERAL);
    }
  }
  const rows = new Map<Element, TicketRow>();
  for (const [index, link] of links.entries()) {
    if (index % AT_ONCE === 0) await pause();
    const element = rowOf(link.element, owners);
    if (element === link.element && !isBlock(element)) continue;
    const row = rows.get(element) ?? { element, links: [] };
    row.links.push(link);
    rows.set(element, row);
  }
  return [...rows.values()];
}

function rowOf(link: Element, owners: ReadonlyMap<Element, unknown>): Element {
  let row = link;
  for (let box = link.parentElement; box; box = box.parentElement) {
    if (owners.get(box) === SEVERAL) break;
    row = box;
  }
  return row;
}

/** A link may be a whole row itself, with boxes of its own; a link in a sentence is not. */
function isBlock(link: Element): boolean {
  return link.childElementCount > 1;
}
