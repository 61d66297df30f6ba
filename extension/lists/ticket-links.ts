/** The links of a page that lead to tickets. */
import { ticketKey } from '#core/engagement/claims.ts';
import { shapeOf } from '../mapping/address.ts';
import { isForeignAddress, urlId } from '../readers/generic/ticket-id.ts';
import { addressOfRow, idOfRow, ROWS } from './scripted-rows.ts';

/** Gives the page its turn where ours has lasted long enough. */
export type Pause = () => Promise<void>;

export interface TicketLink {
  /** The link, or a row that is none and leads there by script. */
  element: Element;
  /** `null` where only the page's own script knows the address. */
  url: URL | null;
  id: string;
  /** What tells its ticket from every other. */
  ticket: string;
}

/** A page that shows fewer tickets than this shows no list. */
const FEWEST = 2;
/** Bounded work, whatever a page holds. */
const MOST_LINKS = 8000;
const FIRST_LINKS = 600;
/** Links looked at between two pauses: each costs some microseconds. */
const AT_ONCE = 50;

/** Whether the page shows links to several tickets, or to as many as asked for: a cheap look, for every page. */
export function showsList(document: Document, page: URL, fewest = FEWEST): boolean {
  return showsLinks(document, page, fewest) || showsRows(document, page, fewest);
}

function showsLinks(document: Document, page: URL, fewest: number): boolean {
  const kinds = new Kinds(page);
  const anchors = document.querySelectorAll('a[href]');
  for (let index = 0; index < Math.min(anchors.length, FIRST_LINKS); index++) {
    const element = anchors[index]!;
    if (kinds.add(element, element.getAttribute('href')!) >= fewest) return true;
  }
  return false;
}

function showsRows(document: Document, page: URL, fewest: number): boolean {
  const kinds = new Kinds(page);
  const rows = document.querySelectorAll(ROWS);
  for (let index = 0; index < Math.min(rows.length, FIRST_LINKS); index++) {
    if (kinds.addRow(rows[index]!) >= fewest) return true;
  }
  return false;
}

/**
 * The links to tickets that the page has most of, of one kind of address, and where it has none the rows that lead to
 * tickets by its own script. Its own ticket's are not among them.
 */
export async function ticketLinks(document: Document, page: URL, pause: Pause): Promise<TicketLink[]> {
  const kinds = new Kinds(page);
  const anchors = document.querySelectorAll('a[href]');
  for (let index = 0; index < Math.min(anchors.length, MOST_LINKS); index++) {
    if (index % AT_ONCE === 0) await pause();
    const element = anchors[index]!;
    kinds.add(element, element.getAttribute('href')!);
  }
  return kinds.best() ?? (await ticketRows(document, page, pause));
}

async function ticketRows(document: Document, page: URL, pause: Pause): Promise<TicketLink[]> {
  const kinds = new Kinds(page);
  const rows = document.querySelectorAll(ROWS);
  for (let index = 0; index < Math.min(rows.length, MOST_LINKS); index++) {
    if (index % AT_ONCE === 0) await pause();
    kinds.addRow(rows[index]!);
  }
  return kinds.best() ?? [];
}

interface Target extends Omit<TicketLink, 'element'> {
  shape: string;
}

interface Kind {
  links: TicketLink[];
  tickets: Set<string>;
}

/** Links sorted by the kind of address that they lead to. */
class Kinds {
  readonly #page: URL;
  /** Where its links start from. */
  readonly #base: string;
  readonly #own: ReturnType<typeof urlId>;
  readonly #kinds = new Map<string, Kind>();

  constructor(page: URL) {
    this.#page = page;
    this.#base = `${page.origin}${page.pathname}${page.search}`;
    this.#own = urlId(page);
  }

  /** How many tickets the links of this one's kind lead to; 0 where it leads to none. */
  add(element: Element, href: string): number {
    return this.#put(element, targetOf(href, this.#page, this.#base));
  }

  /** The same for a row, which leads somewhere by the page's own script. */
  addRow(row: Element): number {
    const address = addressOfRow(row);
    if (address !== null) return this.add(row, address);
    const named = idOfRow(row, this.#page);
    return this.#put(row, named && { url: null, ticket: named.id, ...named });
  }

  #put(element: Element, target: Target | null): number {
    if (!target || (target.id === this.#own?.id && this.#own.named)) return 0;
    const kind = this.#kinds.get(target.shape) ?? { links: [], tickets: new Set() };
    kind.links.push({ element, url: target.url, id: target.id, ticket: target.ticket });
    kind.tickets.add(target.ticket);
    this.#kinds.set(target.shape, kind);
    return kind.tickets.size;
  }

  best(): TicketLink[] | null {
    const [best] = [...this.#kinds]
      .filter(([, { tickets }]) => tickets.size >= FEWEST)
      // Of two kinds for the same tickets ("open", "edit"), the shorter address is the ticket's own.
      .sort(([one, a], [other, b]) => b.tickets.size - a.tickets.size || one.length - other.length);
    return best ? best[1].links : null;
  }
}

/** Where addresses lead is worked out once for a page: a row leads to its ticket twice, and is read often. */
const known = new Map<string, Target | null>();
const MOST_KNOWN = 10_000;

function targetOf(href: string, page: URL, base: string): Target | null {
  if (!/\d/.test(href)) return null;
  const key = `${base} ${href}`;
  let target = known.get(key);
  if (target === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    target = URL.canParse(href, page.href) ? ticketAt(new URL(href, page.href), page) : null;
    known.set(key, target);
  }
  return target;
}

/** Only addresses of the page's own origin lead to tickets that are read in the same place. */
function ticketAt(url: URL, page: URL): Target | null {
  const found = url.origin === page.origin ? urlId(url) : null;
  if (!found?.named || isForeignAddress(url)) return null;
  return { url, id: found.id, ticket: ticketKey(url.href), shape: shapeOf(url, found.id) };
}
