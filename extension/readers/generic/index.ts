/** Reads tickets from pages that nobody wrote a reader for: by their meaning and structure, or not at all. */
import type { MessageFact, TicketFacts } from '#core/response/ticket-facts.ts';
import type { ReadOptions, Steps } from '../reader.ts';
import { resolve, type TimeContext } from '../times/resolve.ts';
import { describes, EARLIER } from '../words/index.ts';
import { authorOf } from './author.ts';
import { bylineOf, openingOf } from './byline.ts';
import type { Entry } from './entry.ts';
import {
  assignable,
  assigneeFact,
  fact,
  hashId,
  idOf,
  labelled,
  organisationOf,
  requesterFromMessages,
  requesterOf,
  statusOf,
  subjectFact,
  unreadIn,
} from './facts.ts';
import { headingOf } from './heading.ts';
import { attr, leavesIn, type Page, PROSE, readPage } from './page.ts';
import { contextOf, firstDate, statedZone, timeBeside } from './page-times.ts';
import { pairsOf, pick } from './pairs.ts';
import { type Person, personOf, plainPerson, samePerson } from './people.ts';
import { type Cast, roleOf, templateOf } from './roles.ts';
import { entriesOf, isPaged } from './stream.ts';
import { isForeignAddress, ticketRoot, type UrlId, urlId } from './ticket-id.ts';
import { timesOf } from './times.ts';

export function* readGeneric(document: Document, url: URL, options: ReadOptions): Steps<TicketFacts | null> {
  const { body } = document;
  if (!body || (!options.known && isForeignAddress(url))) return null;
  const inUrl = urlId(url);
  const whole = readPage(body, options);
  const root = ticketRoot(whole, body, inUrl?.id ?? null);
  if (!root) return null;
  const page = root === body ? whole : readPage(root, options);
  yield;
  const times = timesOf(page);
  yield;
  const entries = entriesOf(page, times, (box) => linksElsewhere(box, url, inUrl));
  const inThread = new Set(entries.flatMap((entry) => [...leavesIn(page, entry.outer), ...entry.body]));
  const pairs = pairsOf(page, (leaf) => inThread.has(leaf));

  const address = inUrl ?? hashId(pairs, url);
  const heading = headingOf(page, document, address?.id ?? null);
  const id = idOf(pairs, heading, address);
  const status = statusOf(page, pairs, heading?.element ?? null);
  const requester = requesterOf(pairs, (name) =>
    entries.some(({ head }) => head.some(({ text }) => text === name)),
  );
  const assignee = pick(pairs, 'assignee');
  const priority = pick(pairs, 'priority');
  const evidence =
    (address ? (address.named ? 2 : 1) : 0) +
    (heading?.id ? (heading.id === address?.id ? 2 : 1) : 0) +
    [status, requester, assignee ?? priority, entries[0]].filter(Boolean).length;
  const isTicket =
    id !== null && (status || requester || entries[0]) && (status || assignee || priority || address?.named);
  const language = document.documentElement.lang || null;
  // A date in a message says nothing of how the page writes dates.
  const inBody = new Set(entries.flatMap((entry) => entry.body.map((leaf) => leaf.parent)));
  const context = contextOf(
    times.filter(({ element }) => !inBody.has(element)).map((mark) => mark.time),
    statedZone(page),
    document,
    options,
  );
  const byline = bylineOf(page, times, entries, inThread, context);
  const created = timeBeside('created', pairs, context) ?? (byline && fact(byline.at, 'position'));
  // A form for one property of a ticket has its number and little else.
  const isWhole = entries[0] || created !== null || (status && requester);
  if (!options.known && (!isTicket || !isWhole || evidence < 4)) return null;

  const earlierMessages = earlierIn(page);
  const cast: Cast = {
    requester: requester?.person ?? byline?.author ?? null,
    staff: [assignee && personOf(assignee.text), ...assignable(document)].filter((each) => each !== null),
    template: new Set(),
  };
  const written = entries.map((entry) => ({ entry, author: authorOf(page, entry, cast) }));
  // A ticket that may be assigned to its requester may be assigned to anybody.
  if (cast.staff.some((each) => cast.requester && samePerson(each, cast.requester)))
    cast.staff.length = assignee ? 1 : 0;
  const known: Cast = { ...cast, template: templateOf(written, cast.requester) };
  const messages = written.map(({ entry, author }) => messageOf(entry, author, known, context));
  const described =
    byline || page.leaves.some(describes) ? openingOf(messages, created, cast.requester) : null;
  // A message without a time is known by its neighbour.
  if (described) messages.splice(isNewestFirst(messages) ? messages.length : 0, 0, described);
  const organisation = organisationOf(pairs, requester);

  const facts: TicketFacts = {
    url: url.href,
    reader: 'generic',
    language,
    id,
    subject: subjectFact(page, pairs, heading, id?.value ?? null),
    requester: requester
      ? fact(plainPerson(requester.person), 'label', requester.shown)
      : byline
        ? fact(plainPerson(byline.author), 'position')
        : requesterFromMessages(messages, 'position'),
    organisation,
    created: created ?? firstDate(pairs, messages, context),
    deadline: timeBeside('due', pairs, context),
    status,
    priority: priority && labelled(priority),
    assignee: assigneeFact(assignee),
    messages,
    earlierMessages,
    unread: [],
  };
  facts.unread = unreadIn(facts, isPaged(page, entries));
  return facts;
}

function isNewestFirst(messages: readonly MessageFact[]): boolean {
  // Of an unread time: not a number, and so neither before nor after.
  return Number(messages[0]?.at?.fromMs) > Number(messages.at(-1)?.at?.fromMs);
}

function messageOf(entry: Entry, author: Person | null, cast: Cast, context: TimeContext): MessageFact {
  return {
    ...roleOf(entry, author, cast),
    author: author ? plainPerson(author) : {},
    at: resolve(entry.mark.time, context),
  };
}

/** Rows that lead to other tickets of the same kind are a list, not this ticket's thread. */
function linksElsewhere(box: Element, url: URL, own: UrlId | null): boolean {
  if (!own) return false;
  for (const link of box.querySelectorAll('a[href]')) {
    if (link.closest(PROSE)) continue;
    const href = attr(link, 'href');
    if (!URL.canParse(href, url)) continue;
    const target = new URL(href, url);
    const isSameKind = target.pathname.replace(/\d+/g, '#') === url.pathname.replace(/\d+/g, '#');
    const other = isSameKind && urlId(target);
    if (other && other.id !== own.id && other.by === own.by) return true;
  }
  return false;
}

function earlierIn(page: Page): number {
  for (const { text, parent } of page.leaves) {
    const count = text.length < 60 && EARLIER.test(text) && /^\D*(\d+)\D*$/.exec(text);
    if (count && !parent.closest(PROSE)) return Number(count[1]);
  }
  return 0;
}
