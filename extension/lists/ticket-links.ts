/** The links of a page that lead to tickets, and the rows that they stand in. */
import { ticketKey } from '#core/engagement/claims.ts';
import { shapeOf } from '../mapping/address.ts';
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

/** Whether the page shows links to several tickets, or to as many as asked for: a cheap look, for every page. */
export function showsList(document: Document, page: URL, fewest = FEWEST): boolean {
  return linksOf(document, page, FIRST_LINKS, fewest).length > 0;
}

/** The links to tickets that the page has most of, of one kind of address. Its own ticket's are not among them. */
export function ticketLinks(document: Document, page: URL): TicketLink[] {
  return linksOf(document, page, MOST_LINKS, FEWEST);
}

interface Kind {
  links: TicketLink[];
  tickets: Set<string>;
}

function linksOf(document: Document, page: URL, most: number, fewest: number): TicketLink[] {
  const own = urlId(page);
  const kinds = new Map<string, Kind>();
  // A row leads to its ticket more than once.
  const known = new Map<string, Target | null>();
  const anchors = document.querySelectorAll<HTMLAnchorElement>('a[href]');
  for (let index = 0; index < Math.min(anchors.length, most); index++) {
    const element = anchors[index]!;
    const href = element.getAttribute('href')!;
    if (!known.has(href)) known.set(href, targetOf(href, page));
    const target = known.get(href);
    if (!target || (target.id === own?.id && own.named)) continue;
    const kind = kinds.get(target.shape) ?? { links: [], tickets: new Set() };
    kind.links.push({ element, ...target });
    kind.tickets.add(target.ticket);
    kinds.set(target.shape, kind);
  }
  const [best] = [...kinds]
    .filter(([, { tickets }]) => tickets.size >= fewest)
    // Of two kinds for the same tickets ("open", "edit"), the shorter address is the ticket's own.
    .sort(([one, a], [other, b]) => b.tickets.size - a.tickets.size || one.length - other.length);
  return best ? best[1].links : [];
}

interface Target extends Omit<TicketLink, 'element'> {
  shape: string;
}

/** Only addresses of the page's own origin lead to tickets that are read in the same place. */
function targetOf(href: string, page: URL): Target | null {
  if (!/\d/.test(href) || !URL.canParse(href, page.href)) return null;
  const url = new URL(href, page.href);
  const found = url.origin === page.origin ? urlId(url) : null;
  if (!found?.named || isForeignAddress(url)) return null;
  return { url, id: found.id, ticket: ticketKey(url.href), shape: shapeOf(url, found.id) };
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
