/** Who speaks in a message, and to whom: marks on the message first, then who its author is. Never colour or side. */
import type { FactSource, MessageRole } from '#core/response/ticket-facts.ts';
import { MARKS, type Mark, SYSTEM_AUTHORS, wordKey } from '../words/index.ts';
import { type Leaf, type Page, textOf, tokensOf } from './page.ts';
import { domainOf, type Person, personOf, samePerson } from './people.ts';
import type { Entry } from './stream.ts';

export interface Cast {
  requester: Person | null;
  /** Assignee, those whom a ticket can be assigned to. */
  staff: Person[];
}

const AUTHOR_TOKENS = ['author', 'user', 'username', 'sender', 'from', 'creator', 'writer', 'participant'];
const TOKENS: Record<Mark, string[]> = {
  note: ['note', 'internal', 'private'],
  public: ['public'],
  automatic: ['automatic', 'automated', 'auto', 'bot', 'system', 'event'],
  customer: ['customer', 'enduser', 'requester', 'requestor', 'reporter', 'client', 'inbound', 'incoming'],
  staff: ['agent', 'staff', 'operator', 'technician', 'employee', 'outbound', 'outgoing'],
};
const BADGE =
  '[class*=badge],[class*=label],[class*=tag],[class*=lozenge],[class*=chip],[class*=pill],mark,small,[aria-label]';

export function authorOf(page: Page, { box, head, body }: Entry, cast: Cast): Person | null {
  const near = new Set(head);
  const written =
    body.find((leaf) => leaf.parent.closest('p,pre,blockquote'))?.index ?? Number.POSITIVE_INFINITY;
  let found: Person | null = null;
  for (const element of page.elements) {
    if (!box.contains(element)) continue;
    const [start, end] = page.ranges.get(element)!;
    if (start === end || start >= written) continue;
    const mailto = element.getAttribute('href')?.startsWith('mailto:');
    const marked =
      mailto ||
      /author|name/.test(`${element.getAttribute('rel')} ${element.getAttribute('itemprop')}`) ||
      AUTHOR_TOKENS.some((token) => tokensOf(element).has(token));
    if (!marked || element === box) continue;
    const person = personOf(
      textOf(page.leaves.slice(start, end)),
      element.getAttribute('href') ?? element.getAttribute('title'),
    );
    if (person && !MARKS.has(wordKey(person.name ?? ''))) {
      found = person;
      break;
    }
  }
  const known = [cast.requester, ...cast.staff].filter((each) => each !== null);
  const texts = head.map((leaf) => leaf.text);
  found ??=
    known.find((each) =>
      [...each.aliases].some((alias) => texts.some((text) => text.toLowerCase().startsWith(alias))),
    ) ?? null;
  if (!found) {
    const bold = head.find((leaf) => leaf.parent.closest('strong,b,cite,h2,h3,h4,h5,h6,address,dt'));
    found = bold ? personOf(bold.text) : null;
  }
  if (found && !found.email) {
    const address = [
      ...texts,
      ...body
        .slice(0, 12)
        .filter((leaf) => leaf.index < written)
        .map((leaf) => leaf.text),
    ]
      .map((text) => personOf(text))
      .find((each) => each?.email && (each.aliases.size === 1 || samePerson(each, found!)));
    if (address?.email && near.size > 0)
      found = { ...found, email: address.email, aliases: new Set([...found.aliases, address.email]) };
  }
  return found;
}

export function roleOf(
  entry: Entry,
  author: Person | null,
  cast: Cast,
): { role: MessageRole; source: FactSource } {
  const { tokens, badges } = marksOf(entry);
  const has = (mark: Mark) => badges.has(mark) || TOKENS[mark].some((token) => tokens.has(token));
  const source: FactSource = badges.size > 0 ? 'label' : 'semantics';
  const isRequester = author !== null && cast.requester !== null && samePerson(author, cast.requester);
  if (author && [...author.aliases].some((alias) => SYSTEM_AUTHORS.has(wordKey(alias))))
    return { role: 'automatic', source };
  if (!saysSomething(entry, author)) return { role: 'automatic', source: 'position' };
  const inside = has('note') && !has('public');
  if (inside) return isRequester ? { role: 'customer', source } : { role: 'note', source };
  if (has('automatic')) return { role: 'automatic', source };
  const customer = has('customer') || (tokens.has('end') && tokens.has('user'));
  if (customer !== has('staff')) return { role: customer ? 'customer' : 'staff', source };
  if (isRequester) return { role: 'customer', source: 'label' };
  if (!author) return { role: 'unknown', source: 'position' };
  if (cast.staff.some((each) => samePerson(each, author))) {
    // Words beside the author that we cannot read may say "internal".
    return has('public') || residue(entry, author) === ''
      ? { role: 'staff', source: 'label' }
      : { role: 'unknown', source: 'position' };
  }
  const domain = domainOf(author);
  if (domain && cast.requester && domain === domainOf(cast.requester))
    return { role: 'customer', source: 'label' };
  return { role: 'unknown', source: 'position' };
}

function marksOf({ outer, box, head, body }: Entry): { tokens: Set<string>; badges: Set<Mark> } {
  const tokens = new Set<string>();
  for (
    let element: Element | null = box;
    element && element !== outer.parentElement;
    element = element.parentElement
  ) {
    for (const token of tokensOf(element)) tokens.add(token);
    if (element.getAttribute('data-public') === 'false') tokens.add('private');
  }
  const badges = new Set<Mark>();
  const read = (text: string | null) => {
    if (text && text.length <= 60) for (const mark of MARKS.get(wordKey(text)) ?? []) badges.add(mark);
  };
  const badgeLeaves = body.filter(
    (leaf) =>
      leaf.text.length <= 40 && leaf.parent.closest(BADGE) && box.contains(leaf.parent.closest(BADGE)),
  );
  for (const { text, parent } of [...head, ...badgeLeaves]) {
    read(text);
    for (const part of text.split(/[·|,()–—-]\s/)) read(part);
    read(parent.getAttribute('aria-label'));
  }
  for (const icon of box.querySelectorAll('svg[aria-label],i[aria-label],i[title],[role=img]')) {
    read(icon.getAttribute('aria-label') ?? icon.getAttribute('title'));
  }
  return { tokens, badges };
}

const isAuthor = (leaf: Leaf, author: Person | null): boolean => {
  const person = author && personOf(leaf.text);
  return !!person && samePerson(person, author);
};

/** Entries without words of their own (a change of status, a mail that was sent) answer nobody. */
function saysSomething({ body }: Entry, author: Person | null): boolean {
  return body.some(
    (leaf) =>
      !isAuthor(leaf, author) && !MARKS.has(wordKey(leaf.text)) && !leaf.parent.closest('a[href^="mailto:"]'),
  );
}

/** What the head says beyond the author, the time and words that we know. */
function residue({ head, mark }: Entry, author: Person): string {
  return head
    .filter((leaf) => !mark.element.contains(leaf.parent) && !isAuthor(leaf, author))
    .flatMap((leaf) => leaf.text.split(/[·|,()–—-]\s?/))
    .filter(
      (part) =>
        /\p{L}{2}/u.test(part) &&
        !MARKS.has(wordKey(part)) &&
        ![...author.aliases].includes(part.trim().toLowerCase()),
    )
    .filter((part) => !/^(#?\d+|on|am|el|il|by|von|por|da|at)$/i.test(part.trim()))
    .join(' ');
}
