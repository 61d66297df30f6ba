/** Puts what the user has mapped before what the readers found: theirs stays where no place of the mapping fits. */
import type { Fact, MessageFact, TicketFacts, TimeFact, UnreadFact } from '#core/response/ticket-facts.ts';
import type { FactMapping, MappedFact, PageMapping } from '../platform/mapping.ts';
import { personIn, timeIn } from '../readers/element-page.ts';
import { requesterFromMessages } from '../readers/generic/facts.ts';
import { plainPerson } from '../readers/generic/people.ts';
import { urlId } from '../readers/generic/ticket-id.ts';
import { contextFor } from '../readers/page-context.ts';
import type { ReadOptions } from '../readers/reader.ts';
import { resolve } from '../readers/times/resolve.ts';
import { STATUSES, wordKey } from '../readers/words/index.ts';
import { resolveFact, valueText } from './resolve.ts';
import { type Root, rootsOf } from './roots.ts';
import { itemsOf } from './stream/items.ts';
import { readStream } from './stream/read.ts';

export interface MappedPage {
  document: Document;
  url: URL;
  options: ReadOptions;
}

type Places = Partial<Record<MappedFact, Element>>;

/** One of these makes a page that no reader takes for a ticket's a ticket's page after all. */
const TELLING: readonly MappedFact[] = ['messages', 'organisation', 'requester', 'wrote'];

export function applyMapping(
  read: TicketFacts | null,
  { facts: mapped }: PageMapping,
  page: MappedPage,
): TicketFacts | null {
  const places: Places = {};
  const unfit: MappedFact[] = [];
  const roots = rootsOf(page.document);
  const stream = mapped.find(({ fact }) => fact === 'messages');
  for (const mapping of mapped) {
    const place = mapping === stream ? firstMessage(roots, mapping) : resolveFact(roots, mapping);
    if (place) {
      places[mapping.fact] = place.element;
      const root = place.element.getRootNode();
      if (root !== page.document) page.options.onRoot?.(root);
    } else unfit.push(mapping.fact);
  }
  if (read === null && !TELLING.some((fact) => places[fact])) return null;
  const facts: TicketFacts = { ...(read ?? blankFacts(page)), mapping: { unfit } };
  putTexts(facts, places);
  if (stream && places.messages) putStream(facts, stream, roots, page);
  putTimes(facts, places, page);
  facts.unread = stillUnread(facts, places);
  return facts;
}

function blankFacts({ document, url }: MappedPage): TicketFacts {
  const address = urlId(url);
  return {
    url: url.href,
    reader: 'mapping',
    language: document.documentElement.lang || null,
    id: address && { value: address.id, source: 'url' },
    subject: document.title ? { value: document.title, source: 'position' } : null,
    requester: null,
    organisation: null,
    created: null,
    status: null,
    priority: null,
    assignee: null,
    messages: [],
    earlierMessages: 0,
    unread: [...(address ? [] : ['id' as const]), 'requester', 'organisation', 'status', 'messages'],
  };
}

const mappedFact = <T>(value: T): Fact<T> => ({ value, source: 'mapped' });

function putTexts(facts: TicketFacts, places: Places): void {
  for (const name of ['subject', 'organisation', 'assignee', 'priority'] as const) {
    const element = places[name];
    if (element) facts[name] = mappedFact(valueText(element));
  }
  if (places.id) facts.id = mappedFact(valueText(places.id).replace(/^[#№\s]+/, ''));
  if (places.requester) {
    const person = personIn(places.requester);
    if (person) facts.requester = mappedFact(plainPerson(person));
  }
  if (places.status) {
    const shown = valueText(places.status);
    const kinds = STATUSES.get(wordKey(shown));
    facts.status = mappedFact({ shown, kind: kinds?.size === 1 ? [...kinds][0]! : null });
  }
}

function firstMessage(roots: readonly Root[], mapping: FactMapping): { element: Element } | null {
  const [element] = itemsOf(roots, mapping);
  return element ? { element } : null;
}

/** The thread as its user has shown it, in place of what a reader took for one. */
function putStream(
  facts: TicketFacts,
  mapping: FactMapping,
  roots: readonly Root[],
  { document, options }: MappedPage,
): void {
  const requester = facts.requester?.value ?? null;
  const messages = readStream(mapping, { document, roots, options, requester });
  if (!messages) return;
  facts.messages = messages;
  facts.earlierMessages = 0;
  facts.requester ??= requesterFromMessages(messages, 'mapped');
}

function putTimes(facts: TicketFacts, places: Places, { document, options }: MappedPage): void {
  const parsed = (['created', 'wrote', 'answered'] as const).flatMap((name) => {
    const time = places[name] ? timeIn(places[name]) : null;
    return time ? [{ name, time }] : [];
  });
  if (parsed.length === 0) return;
  const context = contextFor(
    document,
    parsed.map(({ time }) => time),
    options,
  );
  const times: Partial<Record<MappedFact, TimeFact>> = {};
  for (const { name, time } of parsed) {
    const at = resolve(time, context);
    if (at) times[name] = at;
  }
  if (times.created) facts.created = mappedFact(times.created);
  const { wrote, answered } = times;
  if (!wrote && !answered) return;
  // The reader's certain replies still answer what was written before them.
  const replies = facts.messages.filter(
    ({ role, at }) => role === 'staff' && at !== null && wrote !== undefined && at.fromMs >= wrote.fromMs,
  );
  const kept = wrote ? replies : facts.messages;
  facts.messages = [...kept, ...messagesOf(facts, wrote, answered)].sort(
    (one, other) => (one.at?.fromMs ?? 0) - (other.at?.fromMs ?? 0),
  );
}

function messagesOf(
  { requester }: TicketFacts,
  wrote: TimeFact | undefined,
  answered: TimeFact | undefined,
): MessageFact[] {
  const message = (role: 'customer' | 'staff', at: TimeFact, author: MessageFact['author']): MessageFact => ({
    role,
    author,
    at,
    source: 'mapped',
  });
  return [
    ...(wrote ? [message('customer', wrote, requester?.value ?? {})] : []),
    ...(answered ? [message('staff', answered, {})] : []),
  ];
}

/** What was unread and is mapped now is read. */
function stillUnread(facts: TicketFacts, places: Places): UnreadFact[] {
  const read = new Set<UnreadFact>();
  for (const name of ['id', 'subject', 'requester', 'organisation', 'status'] as const) {
    if (places[name]) read.add(name);
  }
  if (facts.requester) read.add('requester');
  if (places.messages) {
    read.add('messages');
    if (facts.messages.every(({ at }) => at !== null)) read.add('times').add('zone');
    if (facts.messages.every(({ role }) => role !== 'unknown')) read.add('roles');
  }
  const isWritten = facts.messages.some(({ source, role }) => source === 'mapped' && role === 'customer');
  if (isWritten) for (const name of ['messages', 'times', 'roles', 'zone'] as const) read.add(name);
  const unread = facts.unread.filter((name) => !read.has(name));
  const isAssumed = isWritten && facts.messages.some(({ at }) => at?.zone === 'assumed');
  return isAssumed ? [...unread, 'zone'] : unread;
}
