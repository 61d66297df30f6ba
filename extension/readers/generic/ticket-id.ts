/** Which ticket a page is about: what its address, its headings and its title say. */
import type { Page } from './page.ts';
import { attr, textIn } from './page.ts';

const TICKET =
  '(?:ticket|issue|case|incident|request|task|conversation|bug)s?|browse|fall|vorgang|anfrage|aufgabe|tarea|caso|incidencia|segnalazione|richiesta|티켓|문의|접수|工单|案例|任务';
const WORDS = new RegExp(TICKET, 'i');
/** As people write of them, beside the words of addresses. */
const MENTIONS = /vorgäng|fälle|anfragen|solicitud|consulta|richieste|요청|案件|请求|服务单/i;
/** Things with a number, a status and an owner that are no tickets. */
const FOREIGN =
  /(asset|article|user|project|wiki|pull|merge_requests?|commit|invoice|order|product|release|post|blog|doc|kb|account|contact|group|queue|admin)s?[/.=_-][^/]*$/i;
const KEY = /\b[A-Z][A-Z0-9]{1,9}-\d+\b/;
const KEY_IN_ADDRESS = /[/=#:]([A-Z][A-Z0-9]{1,9}-\d+)(?![\w-])/;
const PATH_ID = new RegExp(
  `(?:${TICKET}|zoom|details?|/[rt])[/:=#-]+(?:[a-z]+[/:=-])*([A-Z][A-Z0-9]+-\\d+|\\d+|[0-9a-f]{32}|[0-9a-f-]{36})(?![\\w-])`,
  'i',
);
const HEADING_ID = new RegExp(
  `(?:[#№]\\s*|(?:${TICKET})\\s*(?:(?:n[or]\\.?|n\\.?º|번호)\\s*)?(?:[#:№]\\s*)?)([A-Z]{2,10}-\\d+|\\d+)`,
  'iu',
);

/** Nothing but a word for a ticket, or for its number. */
const TICKET_WORD = new RegExp(`^(?:${TICKET}|no|nr|id|번호)?$`, 'i');

/** Whether a text has a word for a ticket. */
export const mentionsTickets = (text: string): boolean => WORDS.test(text) || MENTIONS.test(text);

/** Of an address or a subject: what is longer would be looked through for as long as its writer wants. */
const LONGEST = 2000;

export interface UrlId {
  id: string;
  /** The address names a ticket, not just a number. */
  named: boolean;
  /** Of which the number is the value, where it is. */
  by?: string;
}

export function urlId(url: URL): UrlId | null {
  const address = (url.pathname + url.search + url.hash).slice(0, LONGEST);
  const words = WORDS.test(address);
  const key = KEY_IN_ADDRESS.exec(address);
  if (key && words) return { id: key[1]!, named: true };
  const path = PATH_ID.exec(address);
  if (path) return { id: path[1]!, named: true };
  // Older programs part what an address asks for by semicolons, others say it to their scripts alone.
  for (const [name, value] of new URLSearchParams(`${url.search}&${url.hash.slice(1)}`.replace(/;/g, '&'))) {
    if (
      /^(id|(ticket|issue|case|incident|task)(_?(id|number|no))?|bug_id|sys_id|number)$/i.test(name) &&
      /^([A-Z]+-)?\d+$|^[0-9a-f]{32}$/i.test(value)
    ) {
      return { id: value, by: name, named: words || /show_bug|view\.php/.test(address) };
    }
  }
  const last = /(?:^|\/)([A-Z][A-Z0-9]+-\d+|\d+)\/?(?:$|[?#])/.exec(address);
  return last ? { id: last[1]!, named: words } : null;
}

export const isForeignAddress = (url: URL): boolean =>
  FOREIGN.test(url.pathname.slice(0, LONGEST)) && !WORDS.test(url.pathname);

/** Id in a heading or title: "#102: …", "[ACME-7] …", "Vorgang 4711". */
export const headingId = (text: string): string | null =>
  KEY.exec(text)?.[0] ?? HEADING_ID.exec(text)?.[1] ?? null;

/** A text with the id that it names. */
export const headed = <E extends Element | null>(element: E, text: string) => ({
  element,
  text,
  id: headingId(text),
});

export const isHeading = (element: Element): boolean =>
  /^H[1-3]$/.test(element.tagName) || attr(element, 'role') === 'heading';

const names = (title: string, id: string): boolean => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(title);

/** The title tells which number is the ticket's, where the address has one that the page does not show. */
export function shownId(
  headings: readonly { text: string; id: string | null }[],
  title: string,
  id: string | null,
): string | null {
  if (id && names(title, id)) return id;
  return headings.find((each) => isLedBy(each) && names(title, each.id!))?.id ?? id;
}

/** "Ticket #102: Printer", "Printer [#102]": its own id. In "Replacement for #4711" it may be any other ticket's. */
export function isLedBy({ text, id }: { text: string; id: string | null }): boolean {
  if (id === null) return false;
  const before = text.slice(0, text.indexOf(id)).trimEnd();
  return /[[(]\s*#?$/.test(before) || before.split(/[\s#:.№[(]+/u).every((word) => TICKET_WORD.test(word));
}

/**
 * The part of the page that is the ticket of the address. Several tickets in view and none of them the
 * address's: `null`, for that would be a guess.
 */
export function ticketRoot(page: Page, body: Element, address: string | null): Element | null {
  const { title } = body.ownerDocument;
  const all = page.elements
    .filter((element) => /^H[12]$/.test(element.tagName) || attr(element, 'aria-level') === '1')
    .map((element) => headed(element, textIn(page, element)));
  const id = shownId(all, title, address);
  const headings = all
    .filter((each) => each.id !== null)
    // A subject may name another ticket; the title says which ticket this is.
    .filter((each) => each.id === id || headingId(title) !== id || !title.includes(each.text));
  const own = headings.find((each) => each.id === id);
  // Below the heading of the ticket its messages may be numbered.
  const isPart = (each: (typeof headings)[number]) =>
    own && each.element.tagName > own.element.tagName && each.id!.length + 2 <= own.id!.length;
  const others = headings.filter((each) => each.id !== id && !isPart(each));
  if (!own) return new Set(others.map((each) => each.id)).size < 2 ? body : null;
  let root = own.element;
  while (root.parentElement && root !== body) {
    const wider = root.parentElement;
    if (others.some((each) => wider.contains(each.element))) break;
    root = wider;
  }
  return root;
}

/** The heading without the id, which has letters, digits and dashes alone. */
export function subjectOf(text: string, id: string | null): string {
  const bare =
    id === null
      ? text
      : text.replace(
          new RegExp(`[\\[(]?(?:(?:${TICKET})\\s*(?:n[or]\\.?\\s*)?)?(?:#\\s*)? ?${id}(?!\\w)[\\])]?`, 'iu'),
          '',
        );
  return bare.slice(0, LONGEST).replace(/^[\s:–—·|-]+|[\s:–—·|-]+$/g, '');
}
