/** Reads tickets from pages that nobody wrote a reader for: by their meaning and structure, or not at all. */
import type {
  Fact,
  FactSource,
  MessageFact,
  TicketFacts,
  TimeFact,
  UnreadFact,
} from '#core/response/ticket-facts.ts';
import type { ReadOptions } from '../reader.ts';
import { parseTime } from '../times/parse.ts';
import { type Order, orderOf, resolve, type TimeContext } from '../times/resolve.ts';
import { isZone } from '../times/zone.ts';
import { EARLIER, LABELS, STATUSES, wordKey } from '../words/index.ts';
import { type Leaf, leavesIn, type Page, readPage, textIn } from './page.ts';
import { type Pair, pairsOf, pick } from './pairs.ts';
import { type Person, personOf, plainPerson } from './people.ts';
import { authorOf, type Cast, roleOf } from './roles.ts';
import { type Entry, entriesOf } from './stream.ts';
import { headingId, isForeignAddress, isHeading, subjectOf, ticketRoot, urlId } from './ticket-id.ts';
import { timesOf } from './times.ts';

const fact = <T>(value: T, source: FactSource, shown?: string): Fact<T> => ({
  value,
  source,
  ...(shown && { shown }),
});

export function readGeneric(document: Document, url: URL, options: ReadOptions): TicketFacts | null {
  const { body } = document;
  if (!body || isForeignAddress(url)) return null;
  const address = urlId(url);
  const whole = readPage(body);
  const root = ticketRoot(whole, body, address?.id ?? null);
  if (!root) return null;
  const page = root === body ? whole : readPage(root);

  const times = timesOf(page);
  const entries = entriesOf(page, times, (box) => linksElsewhere(box, url, address?.id));
  const outers = entries.map((entry) => entry.outer);
  const pairs = pairsOf(page, (leaf) => outers.some((box) => box.contains(leaf.parent)));

  const heading = headingOf(page, document, address?.id ?? null);
  const id = idOf(pairs, heading, address);
  const status = statusOf(page, pairs, heading?.element ?? null);
  const requester = requesterOf(page, pairs);
  const assignee = pick(pairs, 'assignee');
  const priority = pick(pairs, 'priority');
  const evidence =
    (address ? (address.named ? 2 : 1) : 0) +
    (heading?.id ? (heading.id === address?.id ? 2 : 1) : 0) +
    (status ? 1 : 0) +
    (requester ? 1 : 0) +
    (assignee || priority ? 1 : 0) +
    (entries.length > 0 ? 1 : 0);
  const isTicket =
    id !== null &&
    (status || requester || entries.length > 0) &&
    (status || assignee || priority || address?.named);
  const language = document.documentElement.lang || null;
  const context = timeContext(
    page,
    pairs,
    times.map((mark) => mark.time),
    language,
    options,
  );
  const created = createdOf(pairs, context);
  // A form for one property of a ticket has its number and little else.
  const isWhole = entries.length > 0 || created !== null || (status && requester);
  if (!isTicket || !isWhole || evidence < 4) return null;

  const staff = [assignee && personOf(assignee.text), ...assignable(document)].filter(
    (each): each is Person => each !== null,
  );
  const cast: Cast = { requester: requester?.person ?? null, staff };
  const messages = entries.map((entry) => messageOf(page, entry, cast, context));
  const opening = openingOf(pairs, messages, created, cast);
  if (opening) messages.unshift(opening);
  const organisation = organisationOf(pairs, requester);

  const facts: TicketFacts = {
    url: url.href,
    reader: 'generic',
    language,
    id,
    subject: subjectFact(pairs, heading, id?.value ?? null),
    requester: requester
      ? fact(plainPerson(requester.person), 'label', requester.shown)
      : requesterFromMessages(messages),
    organisation,
    created,
    status,
    priority: priority && fact(priority.text, 'label', priority.shown),
    assignee: assignee && fact(assignee.text, 'label', assignee.shown),
    messages,
    earlierMessages: earlierIn(page),
    unread: [],
  };
  facts.unread = unreadIn(facts);
  return facts;
}

interface Heading {
  element: Element | null;
  text: string;
  id: string | null;
}

/** The heading with the address's id, else with any id, else the one that the title repeats. */
function headingOf(page: Page, document: Document, id: string | null): Heading | null {
  const headings = page.elements
    .filter((element) => isHeading(element))
    .map((element) => ({ element, text: textIn(page, element), id: headingId(textIn(page, element)) }))
    .filter((each) => each.text.length > 0 && each.text.length <= 300);
  const { title } = document;
  return (
    headings.find((each) => each.id !== null && each.id === id) ??
    headings.find((each) => each.id !== null) ??
    headings.find((each) => each.text.length > 3 && title.includes(each.text)) ??
    (headingId(title) ? { element: null, text: title, id: headingId(title) } : (headings[0] ?? null))
  );
}

function idOf(
  pairs: readonly Pair[],
  heading: Heading | null,
  address: { id: string } | null,
): Fact<string> | null {
  const pair = pick(
    pairs.filter((each) => /^#?([A-Z]+-)?\d+$/.test(each.text)),
    'id',
  );
  if (heading?.id) return fact(heading.id, 'semantics');
  if (pair) return fact(pair.text.replace('#', ''), 'label', pair.shown);
  return address && fact(address.id, 'url');
}

function subjectFact(
  pairs: readonly Pair[],
  heading: Heading | null,
  id: string | null,
): Fact<string> | null {
  const pair = pick(pairs, 'subject');
  const text = heading ? subjectOf(heading.text, id) : '';
  if (text && !LABELS.has(wordKey(text))) return fact(text, 'semantics');
  return pair && fact(pair.text, 'label', pair.shown);
}

function statusOf(page: Page, pairs: readonly Pair[], heading: Element | null): TicketFacts['status'] {
  const pair = pick(pairs, 'status');
  const kindOf = (text: string) => {
    const kinds = STATUSES.get(wordKey(text));
    return kinds?.size === 1 ? [...kinds][0]! : null;
  };
  if (pair) return fact({ shown: pair.text, kind: kindOf(pair.text) }, 'label', pair.shown);
  // A badge beside the heading.
  for (let box = heading?.parentElement, up = 0; box && up < 3; box = box.parentElement, up++) {
    const leaves = leavesIn(page, box);
    const badge =
      leaves.length < 40 && leaves.find((leaf) => !heading!.contains(leaf.parent) && kindOf(leaf.text));
    if (badge) return fact({ shown: badge.text, kind: kindOf(badge.text) }, 'position');
  }
  return null;
}

interface Requester {
  person: Person;
  shown: string;
  label: 'requester' | 'customer';
}

function requesterOf(page: Page, pairs: readonly Pair[]): Requester | null {
  for (const label of ['requester', 'customer'] as const) {
    const pair = pick(pairs, label);
    if (!pair) continue;
    const box = pair.element;
    const link =
      box &&
      page.elements.find((each) => box.contains(each) && each.getAttribute('href')?.startsWith('mailto:'));
    const person = personOf(pair.text, link?.getAttribute('href')) ?? personOf(pair.leaves[0]?.text ?? '');
    // "Customer" may be a person or a company: only an address tells.
    if (person && (label === 'requester' || person.email)) return { person, shown: pair.shown, label };
  }
  return null;
}

function requesterFromMessages(messages: readonly MessageFact[]): TicketFacts['requester'] {
  const first = messages
    .filter((each) => each.role === 'customer' && each.at && (each.author.name || each.author.email))
    .sort((one, other) => one.at!.fromMs - other.at!.fromMs)[0];
  return first ? fact(first.author, 'position') : null;
}

function organisationOf(pairs: readonly Pair[], requester: Requester | null): Fact<string> | null {
  const pair =
    pick(pairs, 'organisation') ?? (requester?.label === 'customer' ? null : pick(pairs, 'customer'));
  if (!pair || personOf(pair.text)?.email || /^[-–—]*$/.test(pair.text)) return null;
  return fact(pair.text, 'label', pair.shown);
}

function timeContext(
  page: Page,
  pairs: readonly Pair[],
  times: Parameters<typeof orderOf>[0],
  language: string | null,
  options: ReadOptions,
): TimeContext {
  const order: Order | null = orderOf(times, language);
  const { nowMs } = options;
  const stated = statedZone(page, pairs);
  if (stated) return { order, nowMs, zone: stated, zoneSource: 'page' };
  if (options.zone && isZone(options.zone))
    return { order, nowMs, zone: options.zone, zoneSource: 'setting' };
  return {
    order,
    nowMs,
    zone: isZone(options.browserZone) ? options.browserZone : 'UTC',
    zoneSource: 'assumed',
  };
}

const ZONE = /(?:^|[\s(:：])([A-Z][A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?|UTC)(?=$|[\s).,。])/;

/** A zone named beside the word "time zone", or in the page's own markup. Two different ones: none. */
function statedZone(page: Page, pairs: readonly Pair[]): string | null {
  const found = new Set<string>();
  const read = (text: string | null | undefined) => {
    const zone = text && ZONE.exec(text)?.[1];
    if (zone && isZone(zone)) found.add(zone);
  };
  for (const pair of pairs) if (pair.labels.has('zone')) read(pair.text);
  for (const { text } of page.leaves) {
    const match = text.length < 120 && ZONE.exec(text);
    if (match && [...LABELS].some(([word, kinds]) => kinds.has('zone') && text.toLowerCase().includes(word)))
      read(text);
  }
  const { documentElement, body } = page.elements[0]!.ownerDocument;
  for (const element of [documentElement, body, page.elements[0]!])
    read(element.getAttribute('data-timezone') ?? element.getAttribute('data-time-zone'));
  return found.size === 1 ? [...found][0]! : null;
}

/** Those whom the page offers to assign the ticket to are staff. */
function assignable(document: Document): (Person | null)[] {
  const people: (Person | null)[] = [];
  for (const select of document.querySelectorAll('select[name],select[id]')) {
    const name = `${select.getAttribute('name')} ${select.id}`;
    if (!/owner|assign|agent|handler|responsible/i.test(name)) continue;
    for (const option of [...select.querySelectorAll('option')].slice(0, 500))
      people.push(personOf(option.textContent ?? ''));
  }
  return people;
}

function messageOf(page: Page, entry: Entry, cast: Cast, context: TimeContext): MessageFact {
  const author = authorOf(page, entry, cast);
  return {
    ...roleOf(entry, author, cast),
    author: author ? plainPerson(author) : {},
    at: resolve(entry.mark.time, context),
  };
}

function createdOf(pairs: readonly Pair[], context: TimeContext): Fact<TimeFact> | null {
  for (const pair of pairs) {
    if (!pair.labels.has('created')) continue;
    const marked =
      pair.element &&
      timesOf({
        elements: [pair.element, ...pair.element.querySelectorAll('*')],
        leaves: [],
        ranges: new Map(),
      })[0]?.time;
    const time = marked ?? parseTime(pair.text);
    const value = time && resolve(time, context);
    if (value) return fact(value, 'label', pair.shown);
  }
  return null;
}

/** The opening message outside the list of replies: a description that was there when the ticket was created. */
function openingOf(
  pairs: readonly Pair[],
  messages: readonly MessageFact[],
  created: Fact<TimeFact> | null,
  { requester }: Cast,
): MessageFact | null {
  if (!created || !requester || !pick(pairs, 'description')) return null;
  const atMs = created.value.fromMs;
  if (messages.some((each) => each.at === null || each.at.fromMs <= atMs + 60_000)) return null;
  return { role: 'customer', author: plainPerson(requester), at: created.value, source: 'label' };
}

function earlierIn(page: Page): number {
  for (const leaf of page.leaves) {
    const key =
      leaf.text.length < 60 &&
      leaf.text
        .toLowerCase()
        .replace(/\d+/, '#')
        .replace(/\s+|[….:+]/g, '');
    if (key && EARLIER.has(key)) return Number(/\d+/.exec(leaf.text)![0]);
  }
  return 0;
}

/** Rows that lead to other tickets of the same kind are a list, not this ticket's thread. */
function linksElsewhere(box: Element, url: URL, id: string | undefined): boolean {
  if (!id) return false;
  for (const link of box.querySelectorAll('a[href]')) {
    if (link.closest('p,blockquote,pre')) continue;
    const target = URL.parse?.(link.getAttribute('href')!, url) ?? null;
    if (
      target &&
      target.pathname.replace(/\d+/g, '#') === url.pathname.replace(/\d+/g, '#') &&
      (urlId(target)?.id ?? id) !== id
    )
      return true;
  }
  return false;
}

function unreadIn(facts: TicketFacts): UnreadFact[] {
  const { messages } = facts;
  const missing: [UnreadFact, boolean][] = [
    ['id', facts.id === null],
    ['subject', facts.subject === null],
    ['requester', facts.requester === null],
    ['organisation', facts.organisation === null],
    ['status', facts.status === null],
    ['messages', messages.length === 0],
    ['times', messages.some((each) => each.at === null)],
    ['zone', messages.some((each) => each.at?.zone === 'assumed')],
    ['roles', messages.some((each) => each.role === 'unknown')],
  ];
  return missing.filter(([, is]) => is).map(([name]) => name);
}

export type { Leaf };
