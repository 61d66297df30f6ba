/**
 * A report on a page that its site's reader no longer finds its way through. It is made of our own anchors and of
 * numbers alone: no text, no attribute, no address and no name of the page is in it, whatever the page holds.
 */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { SiteReader } from '../sites/site-reader.ts';
import type { Anchor, Anchors, PersonAnchors } from './anchors.ts';
import { isShown, makeFinder } from './find.ts';

export function reportOf(site: SiteReader, document: Document, facts: TicketFacts): string {
  const { anchors } = site;
  const find = makeFinder(anchors.deep ?? false);
  const count = (anchor: Anchor): string => {
    const found = find.all(document, anchor.replace(/@[\w-]+$/, ''));
    return `${found.length} (${found.filter(isShown).length})`;
  };
  return [
    `Dueline, reader "${site.id}": anchors and how often each was found (in view)`,
    ...anchorsOf(anchors).map(([name, anchor]) => `${name}: ${anchor}: ${count(anchor)}`),
    'Read from the page at large:',
    ...FACTS.map((name) => `${name}: ${facts[name] === null ? 'no' : facts[name].source}`),
    `messages: ${facts.messages.length}, without a time: ${facts.messages.filter(({ at }) => !at).length}`,
    ...ROLES.map((role) => `${role}: ${facts.messages.filter((each) => each.role === role).length}`),
  ].join('\n');
}

const FACTS = ['id', 'subject', 'requester', 'organisation', 'created', 'status', 'assignee'] as const;
const ROLES = ['customer', 'staff', 'note', 'automatic', 'unknown'] as const;

function anchorsOf(anchors: Anchors): [name: string, anchor: Anchor][] {
  const named = (name: string, list: readonly Anchor[] = []) =>
    list.map((anchor): [string, Anchor] => [name, anchor]);
  const person = (name: string, { name: names, email }: PersonAnchors = {}) => [
    ...named(name, names),
    ...named(`${name} address`, email),
  ];
  const { root, frame, opening } = anchors;
  return [
    ...named('frame', frame ? [frame] : []),
    ...named('ticket', root ? [root] : []),
    ...named('id', anchors.id),
    ...named('subject', anchors.subject),
    ...person('requester', anchors.requester),
    ...named('organisation', anchors.organisation),
    ...named('created', anchors.created),
    ...named('deadline', anchors.deadline),
    ...named('status', anchors.status),
    ...named('assignee', anchors.assignee),
    ...named('opening', opening ? [opening] : []),
    ...anchors.threads.flatMap(({ item, author, at, roles = [] }) => [
      ...named('message', [item]),
      ...person('author', author),
      ...named('time', at),
      ...roles.flatMap(([selector, role]) => named(role, [selector])),
    ]),
  ];
}
