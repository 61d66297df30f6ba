/** Follows a site's anchors through its page. What they do not give stays unread. */
import type { Fact, MessageFact, MessageRole, TicketFacts, TimeFact } from '#core/response/ticket-facts.ts';
import { fact, requesterFromMessages, statusKind, unreadIn } from '../generic/facts.ts';
import { contextOf, zoneIn } from '../generic/page-times.ts';
import { type Person, personOf, plainPerson, samePerson } from '../generic/people.ts';
import { timeIn } from '../generic/times.ts';
import type { ReadOptions } from '../reader.ts';
import { addressId, type SiteReader } from '../sites/site-reader.ts';
import { type Parsed, parseTime } from '../times/parse.ts';
import { resolve, type TimeContext } from '../times/resolve.ts';
import { settledBy } from '../times/settled.ts';
import { LABELS, SYSTEM_AUTHORS, wordKey } from '../words/index.ts';
import type { Anchor, Anchors, PersonAnchors, ThreadAnchors } from './anchors.ts';
import { type Finder, type Found, isShown, makeFinder } from './find.ts';
import { inPresentYear } from './present-year.ts';
import { roleInWords, staffOf } from './roles.ts';

/** A ticket folds its thread before it has so many messages. */
const MOST_MESSAGES = 2000;

interface Item {
  thread: ThreadAnchors;
  box: Element;
  author: Person | null;
  time: Parsed | null;
}

/** `null`: the page holds nothing that the anchors name. */
export function readSite(
  site: SiteReader,
  document: Document,
  url: URL,
  options: ReadOptions,
): TicketFacts | null {
  const { anchors } = site;
  const find = makeFinder(anchors.deep ?? false, options);
  const root = rootOf(find, document, anchors, options);
  if (!root) return null;
  const inView = (box: ParentNode, each: readonly Anchor[] | undefined) => find.first(box, each, isShown);
  const text = (each: readonly Anchor[] | undefined): Fact<string> | null => {
    const found = inView(root, each);
    return found && fact(found.text, 'site');
  };
  const subject = text(anchors.subject);
  const items = itemsIn(find, root, anchors.threads);
  if (subject === null && items.length === 0) return null;

  const requester = personAt(root, anchors.requester, inView);
  const named = text(anchors.assignee);
  const owner = named && personOf(named.value);
  // "Nobody in particular" is nobody.
  const assignee = owner && named;
  const staff = staffOf(owner, find.texts(root, anchors.staff), requester);
  const timeAt = (each: readonly Anchor[] | undefined) => {
    const found = inView(root, each);
    return found && timeOf(found);
  };
  const created = timeAt(anchors.created);
  const deadline = timeAt(anchors.deadline);
  const language = document.documentElement.lang || null;
  const context = contextOf(
    [...items.map(({ time }) => time), created, deadline].filter((time): time is Parsed => time !== null),
    zoneIn(find.first(root, anchors.zone)?.text ?? ''),
    document,
    options,
  );
  const cast = { requester, staff };
  const messages = items.map((item) => messageOf(find, item, cast, context));
  const createdFact = created && resolve(created, context);
  const deadlineFact = deadline && resolve(deadline, context);
  const opening = openingOf(find, root, anchors, messages, requester, createdFact);
  if (opening) messages.unshift(opening);
  const status = inView(root, anchors.status);
  const id = text(anchors.id) ?? idFrom(site, url);
  const earlier = /\d+/.exec(inView(root, anchors.earlier)?.text ?? '');

  const facts: TicketFacts = {
    url: url.href,
    reader: site.id,
    language,
    id: id && { ...id, value: bareId(id.value) },
    subject: subject && id ? { ...subject, value: withoutId(subject.value, bareId(id.value)) } : subject,
    requester: requester ? fact(plainPerson(requester), 'site') : requesterFromMessages(messages, 'site'),
    organisation: text(anchors.organisation),
    created: createdFact && fact(createdFact, 'site'),
    deadline: deadlineFact && fact(deadlineFact, 'site'),
    status: status && fact({ shown: status.text, kind: statusKind(status.text) }, 'site'),
    priority: text(anchors.priority),
    assignee,
    messages,
    earlierMessages: earlier ? Number(earlier[0]) : 0,
    unread: [],
  };
  facts.unread = unreadIn(facts);
  return facts;
}

function rootOf(
  find: Finder,
  document: Document,
  { frame, root }: Anchors,
  { onRoot }: ReadOptions,
): ParentNode | null {
  let page: Document = document;
  if (frame) {
    const element = find.all(document, frame).find(isShown) as HTMLIFrameElement | undefined;
    // A frame of another origin has no document for us.
    page = element?.contentDocument ?? document;
    if (page !== document) onRoot?.(page);
  }
  return root ? (find.all(page, root).find(isShown) ?? null) : page;
}

function itemsIn(find: Finder, root: ParentNode, threads: readonly ThreadAnchors[]): Item[] {
  const items = threads.flatMap((thread) =>
    find
      .all(root, thread.item)
      .filter(isShown)
      .slice(0, MOST_MESSAGES)
      .map((box): Item => {
        const own = ownOf(find, box, thread);
        const at = find.first(box, thread.at, own) ?? null;
        const sortable = find.first(box, thread.sortable, own);
        const time = at && timeOf(at);
        return {
          thread,
          box,
          author: personAt(box, thread.author, (from, each) => find.first(from, each, own)),
          time: time && sortable ? settledBy(time, parseTime(sortable.text)) : time,
        };
      }),
  );
  return items.sort(({ box: one }, { box: other }) =>
    one.compareDocumentPosition(other) & 4 ? -1 : one === other ? 0 : 1,
  );
}

/** Marks of the page itself: what a message's writer has put into its body names nobody. */
function ownOf(find: Finder, box: Element, { body }: ThreadAnchors): (element: Element) => boolean {
  if (!body) return () => true;
  const bodies = find.all(box, body);
  return (element) => !bodies.some((each) => each !== element && each.contains(element));
}

function timeOf({ element, text, attribute }: Found): Parsed | null {
  if (attribute === null) return timeIn(element) ?? parseTime(text);
  if (attribute === 'href') return timeInAddress(text);
  const epoch = /^\d{10}(\d{3})?$/.test(text) ? Number(text) * (text.length === 10 ? 1000 : 1) : null;
  return epoch === null ? parseTime(text) : { kind: 'instant', ms: epoch, text, rest: '' };
}

/** An address may lead to an instant: "timeline?from=2026-06-10T10:00:00+02:00". */
function timeInAddress(href: string): Parsed | null {
  for (const value of new URLSearchParams(href.split('?')[1]).values()) {
    // An unescaped "+" reads as a space.
    const time = parseTime(value.replace(/ (?=\d\d:\d\d$)/, '+'));
    if (time?.rest === '' && time.kind === 'wall' && time.wall.clockMs !== null) return time;
  }
  return null;
}

function personAt(
  box: ParentNode,
  anchors: PersonAnchors | undefined,
  first: (box: ParentNode, anchors: readonly Anchor[] | undefined) => Found | null,
): Person | null {
  const name = first(box, anchors?.name);
  const email = first(box, anchors?.email)?.text.replace(/^mailto:/, '') ?? null;
  const own = name?.element.getAttribute('href');
  return personOf(withoutLabel(name?.text ?? ''), email ?? (own?.startsWith('mailto:') ? own : null));
}

/** "Author: mara" is mara. */
function withoutLabel(text: string): string {
  const [, label, rest] = /^([^:：]{2,30})[:：]\s*(\S.*)$/.exec(text) ?? [];
  return label && LABELS.has(wordKey(label)) ? rest! : text;
}

function messageOf(
  find: Finder,
  item: Item,
  cast: { requester: Person | null; staff: readonly Person[] },
  context: TimeContext,
): MessageFact {
  const { author, thread } = item;
  const time = item.time && thread.presentYear ? inPresentYear(item.time, context) : item.time;
  return {
    role: roleOf(find, item, cast),
    author: author ? plainPerson(author) : {},
    at: time && resolve(time, context),
    source: 'site',
  };
}

function roleOf(
  find: Finder,
  { box, thread, author }: Item,
  { requester, staff }: { requester: Person | null; staff: readonly Person[] },
): MessageRole {
  if (author && [...author.aliases].some((alias) => SYSTEM_AUTHORS.has(wordKey(alias)))) return 'automatic';
  const own = ownOf(find, box, thread);
  for (const [selector, role] of thread.roles ?? []) {
    if (box.matches(selector) || find.all(box, selector).some(own)) return role;
  }
  const said = roleInWords(find.first(box, thread.words, own)?.text ?? '');
  if (said) return said;
  if (thread.otherwise) return thread.otherwise;
  if (!author) return 'unknown';
  if (requester && samePerson(author, requester)) return 'customer';
  return staff.some((each) => samePerson(author, each)) ? 'staff' : 'unknown';
}

function openingOf(
  find: Finder,
  root: ParentNode,
  { opening }: Anchors,
  messages: readonly MessageFact[],
  requester: Person | null,
  created: TimeFact | null,
): MessageFact | null {
  if (!opening || !created || !find.all(root, opening).some(isShown)) return null;
  // A thread that begins when the ticket was created holds the description already.
  if (messages.some(({ at, role }) => at && role === 'customer' && at.fromMs <= created.untilMs + 60_000))
    return null;
  return { role: 'customer', author: requester ? plainPerson(requester) : {}, at: created, source: 'site' };
}

/** "Ticket #4711: Printer" is 4711, "R-000102" is itself. */
function bareId(text: string): string {
  const id = /#\s*([\w-]{0,40}\d[\w-]*)/.exec(text)?.[1] ?? /[\w-]{0,40}\d[\w-]*/.exec(text)?.[0];
  return (id ?? text).trim();
}

/** "Ticket#4711 — Printer" is "Printer"; an id further on is the subject's own. */
function withoutId(text: string, id: string): string {
  // What is more than letters, digits and dashes would be an expression of the page's own making.
  if (!/^[\w-]+$/.test(id)) return text;
  return text.replace(new RegExp(`^[\\p{L} ]*[#[]\\s*${id}(?![\\w-])[\\s\\]:–—-]*(?=.)`, 'u'), '');
}

function idFrom(site: SiteReader, url: URL): Fact<string> | null {
  const id = addressId(site, url);
  return id === null ? null : fact(id, 'url');
}
