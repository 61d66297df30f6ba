/** The links of a page that lead to tickets, and the rows that they stand in. */
import { ticketKey } from '#core/engagement/claims.ts';
import { addressShape } from '../mapping/address.ts';
import { isForeignAddress, urlId } from '../readers/generic/ticket-id.ts';

export interface TicketLink {
  element: HTMLAnchorElement;
  url: URL;
  id: string;
  /** What tells its ticket from every other. */
  ticket: string;
}

/** A page that shows fewer tickets than this shows no list. */
const FEWEST = 2;
/** Bounded work, whatever a page holds. */
const MOST_LINKS = 8000;
const FIRST_LINKS = 600;

/** Whether the page shows links to several tickets: a cheap look, for every page. */
export function showsList(document: Document, page: URL): boolean {
  return linksOf(document, page, FIRST_LINKS).length > 0;
}

/** The links to tickets that the page has most of, of one kind of address. Its own ticket's are not among them. */
export function ticketLinks(document: Document, page: URL): TicketLink[] {
  return linksOf(document, page, MOST_LINKS);
}

interface Kind {
  links: TicketLink[];
  tickets: Set<string>;
}

function linksOf(document: Document, page: URL, most: number): TicketLink[] {
  const own = urlId(page);
  const kinds = new Map<string, Kind>();
  const anchors = document.querySelectorAll<HTMLAnchorElement>('a[href]');
  for (let index = 0; index < Math.min(anchors.length, most); index++) {
    const element = anchors[index]!;
    const url = addressOf(element, page);
    const found = url && urlId(url);
    if (!found?.named || isForeignAddress(url!)) continue;
    if (found.id === own?.id && own.named) continue;
    const shape = addressShape(url!.href);
    const kind = kinds.get(shape) ?? { links: [], tickets: new Set() };
    const ticket = ticketKey(url!.href);
    kind.links.push({ element, url: url!, id: found.id, ticket });
    kind.tickets.add(ticket);
    kinds.set(shape, kind);
  }
  const [best] = [...kinds]
    .filter(([, { tickets }]) => tickets.size >= FEWEST)
    // Of two kinds for the same tickets ("open", "edit"), the shorter address is the ticket's own.
    .sort(([one, a], [other, b]) => b.tickets.size - a.tickets.size || one.length - other.length);
  return best ? best[1].links : [];
}

/** Only addresses of the page's own origin lead to tickets that are read in the same place. */
function addressOf(anchor: HTMLAnchorElement, page: URL): URL | null {
  const href = anchor.getAttribute('href') ?? '';
  if (!/\d/.test(href) || !URL.canParse(href, page)) return null;
  const url = new URL(href, page);
  return url.origin === page.origin ? url : null;
}

export interface TicketRow {
  element: Element;
  links: TicketLink[];
}

/** What an element stands for: one ticket's links, or several tickets'. */
const SEVERAL = Symbol();

/**
 * The rows of the links: of each, the outermost element in which no other ticket is linked. A link in running
 * text has no row of its own.
 */
export function rowsOf(links: readonly TicketLink[]): TicketRow[] {
  const owners = new Map<Element, string | typeof SEVERAL>();
  for (const { element, ticket } of links) {
    for (let box: Element | null = element; box; box = box.parentElement) {
      const owner = owners.get(box);
      if (owner === SEVERAL || owner === ticket) break;
      owners.set(box, owner === undefined ? ticket : SEVERAL);
    }
  }
  const rows = new Map<Element, TicketRow>();
  for (const link of links) {
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
