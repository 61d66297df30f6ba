/** Reads the messages of a page as its user has shown them. */
import type { MessageFact, MessageRole } from '#core/response/ticket-facts.ts';
import type { FactMapping, StreamParts } from '../../platform/mapping.ts';
import { personIn, timeIn } from '../../readers/element-page.ts';
import { type Person, personOf, plainPerson, samePerson } from '../../readers/generic/people.ts';
import { contextFor } from '../../readers/page-context.ts';
import type { ReadOptions } from '../../readers/reader.ts';
import { resolve } from '../../readers/times/resolve.ts';
import type { Root } from '../roots.ts';
import { itemsOf } from './items.ts';
import { isMarked } from './marks.ts';
import { isName, isTime, partIn } from './parts.ts';

export interface StreamPage {
  document: Document;
  roots: readonly Root[];
  options: ReadOptions;
  requester: MessageFact['author'] | null;
}

/** `null`: none of them is on this page any more. */
export function readStream(mapping: FactMapping, page: StreamPage): MessageFact[] | null {
  const items = itemsOf(page.roots, mapping);
  return items.length > 0 && mapping.stream ? messagesIn(items, mapping.stream, page) : null;
}

/** What these boxes say, in the order of the page. */
export function messagesIn(
  items: readonly Element[],
  parts: StreamParts,
  { document, options, requester }: StreamPage,
): MessageFact[] {
  const read = items.map((item) => {
    const author = partIn(item, parts.author, isName);
    return {
      item,
      // Without its place the first time in a message is not taken for its own: it may be a quotation's.
      time: timeOf(partIn(item, parts.at, isTime)),
      author: author && personIn(author),
    };
  });
  const times = read.flatMap(({ time }) => time ?? []);
  const context = contextFor(document, times, options);
  const asker = requester && personOf(requester.name ?? requester.email ?? '', requester.email ?? null);
  return read.map(({ item, time, author }) => ({
    role: roleOf(item, parts, author, asker),
    author: author ? plainPerson(author) : {},
    at: time && resolve(time, context),
    source: 'mapped',
  }));
}

const timeOf = (element: Element | null) => element && timeIn(element);

function roleOf(
  item: Element,
  { roles }: StreamParts,
  author: Person | null,
  asker: Person | null,
): MessageRole {
  const said = roles.find(({ mark }) => isMarked(item, mark))?.role;
  if (said !== undefined && said !== 'by-author') return said;
  if (!said || !author || !asker) return 'unknown';
  return samePerson(author, asker) ? 'customer' : 'staff';
}
