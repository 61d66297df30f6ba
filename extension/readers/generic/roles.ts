/** Who speaks in a message, and to whom: marks on the message first, then who its author is. Never colour or side. */
import type { FactSource, MessageRole } from '#core/response/ticket-facts.ts';
import { isLabel, LABELS, MARKS, type Mark, SYSTEM_AUTHORS, wordKey } from '../words/index.ts';
import { isTurned } from './changes.ts';
import type { Entry } from './entry.ts';
import { attr, type Leaf, tokensOf } from './page.ts';
import { domainOf, type Person, personOf, samePerson } from './people.ts';
import { isOfTime } from './stream.ts';

export interface Cast {
  requester: Person | null;
  /** Assignee, those whom a ticket can be assigned to. */
  staff: Person[];
  /** Words that the page writes into each entry's head, the requester's too: they say nothing of who may read it. */
  template: ReadonlySet<string>;
}

const TOKENS: Record<Mark, RegExp> = {
  note: /\b(internal|private|not (visible|public))\b/,
  public: /\bpublic\b/,
  automatic: /\b(auto(mat(ic|ed))?|bot|system|event|notification)\b/,
  // "Visible for customer" says who may read it.
  customer: /(?<!\b(for|to) )\b(customer|end ?user|request[eo]r|reporter|client|inbound|incoming)\b/,
  staff: /\b(agent|staff|operator|technician|employee|outbound|outgoing)\b/,
};
const BADGE =
  '[class*=badge],[class*=label],[class*=tag],[class*=lozenge],[class*=chip],[class*=pill],mark,small';
const ICON = '[role=img],svg[aria-label],i[aria-label],i[title]';
const CONTROL = 'a,button,[role=button]';
const BETWEEN = /[·|,()–—-]\s?/;

interface Judgement {
  role: MessageRole;
  source: FactSource;
}

export function roleOf(entry: Entry, author: Person | null, cast: Cast): Judgement {
  const { requester, staff, template } = cast;
  const tokens = tokensIn(entry);
  const badges = badgesIn(entry);
  const has = (mark: Mark) =>
    badges.has(mark) || TOKENS[mark].test(tokens) || (mark === 'note' && isNote(entry.outer));
  const as = (
    role: MessageRole,
    source: FactSource = badges.size > 0 ? 'label' : 'semantics',
  ): Judgement => ({ role, source });
  const isRequester = author !== null && requester !== null && samePerson(author, requester);
  if (author && [...author.aliases, author.name ?? ''].some(isProgram)) return as('automatic');
  // A picture alone may be all that somebody had to say.
  if (!saysSomething(entry, author))
    return as(isRequester && entry.box.querySelector('img') ? 'unknown' : 'automatic', 'position');
  if (has('note') && !has('public')) return as(isRequester ? 'customer' : 'note');
  if (has('automatic') || isGenerated(entry)) return as('automatic');
  if (has('customer') !== has('staff')) return as(has('customer') ? 'customer' : 'staff');
  if (isRequester) return as('customer', 'label');
  if (author && staff.some((each) => samePerson(each, author))) {
    // Words beside the author that we cannot read may say "internal".
    return has('public') || !hasUnreadWords(entry, author, template)
      ? as('staff', 'label')
      : as('unknown', 'position');
  }
  const domain = author && domainOf(author);
  return domain && requester && domain === domainOf(requester)
    ? as('customer', 'label')
    : as('unknown', 'position');
}

/** "OdooBot", "triage-bot". */
const isProgram = (name: string): boolean =>
  /[a-z]Bot$|\Wbot$/.test(name) || SYSTEM_AUTHORS.has(wordKey(name));

/** Inside an entry, what holds all that it says may be marked as a program's. */
function isGenerated({ box, body }: Entry): boolean {
  const made = body[0]?.parent.closest('[class*=auto][class*=generated]');
  return !!made && box.contains(made) && body.every(({ parent }) => made.contains(parent));
}

/** Inside an entry, "note" names its text, not its kind. */
const isNote = (outer: Element): boolean => /\bnote\b/.test(tokensOf(outer));

function tokensIn({ outer, box }: Entry): string {
  let tokens = '';
  for (
    let element: Element | null = box;
    element && element !== outer.parentElement;
    element = element.parentElement
  ) {
    tokens += ` ${tokensOf(element)}${attr(element, 'data-public') === 'false' ? ' private' : ''}`;
  }
  return tokens;
}

function badgesIn({ box, head, body }: Entry): Set<Mark> {
  const badges = new Set<Mark>();
  const read = (text: string | null) => {
    for (const mark of (text && MARKS.get(wordKey(text))) || []) badges.add(mark);
  };
  const isBadge = ({ text, parent }: Leaf) => text.length <= 40 && box.contains(parent.closest(BADGE));
  for (const { text, parent } of [...head, ...body.filter(isBadge)]) {
    // "Reply" offers an answer, it does not say that this is one.
    if (parent.closest(CONTROL)) continue;
    for (const part of [text, ...text.split(BETWEEN)]) read(part);
    read(attr(parent, 'aria-label'));
  }
  for (const icon of box.querySelectorAll(ICON)) read(attr(icon, 'aria-label') || attr(icon, 'title'));
  return badges;
}

function isAuthor(leaf: Leaf, author: Person | null): boolean {
  const person = author && personOf(leaf.text);
  return !!person && samePerson(person, author);
}

/** Entries without words of their own (a change of status, a mail that was sent) answer nobody. */
function saysSomething({ body }: Entry, author: Person | null): boolean {
  return body.some(
    (leaf) => !isAuthor(leaf, author) && !MARKS.has(wordKey(leaf.text)) && !isChange(leaf, body),
  );
}

/** A line that begins with a property of the ticket: "Status changed from New to Closed". */
function isChange(leaf: Leaf, body: readonly Leaf[]): boolean {
  if (isTurned(leaf)) return true;
  const line = leaf.parent.closest('li,tr');
  const first = line && body.find(({ parent }) => line.contains(parent));
  const isBold = (each: Leaf) => each.parent.matches('strong,b,em,th,label');
  if (!first || !isBold(first)) return false;
  // One known property tells what its neighbours are.
  const list = line!.parentElement;
  return body.some((each) => list?.contains(each.parent) && isBold(each) && isLabel(each.text));
}

const WORD = /\p{L}{4}|[가-힣一-龥]{2}/u;

/** Words of the head that are neither the author, nor the time, nor known. */
const unreadWords = (entry: Entry, author: Person | null): string[] =>
  entry.head
    .filter((leaf) => !isOfTime(entry, leaf) && !isAuthor(leaf, author))
    .filter((leaf) => !leaf.parent.closest(CONTROL))
    .flatMap((leaf) => leaf.text.split(BETWEEN))
    .filter((part) => !MARKS.has(wordKey(part)) && !author?.aliases.has(part.trim().toLowerCase()))
    .flatMap((part) => part.split(/[^\p{L}]+/u).map(wordKey))
    .filter((word) => WORD.test(word) && !LABELS.has(word));

const hasUnreadWords = (entry: Entry, author: Person, template: ReadonlySet<string>): boolean =>
  unreadWords(entry, author).some((word) => !template.has(word));

/** What stands in the head of what the requester wrote, or of an entry without words, is no word for "internal". */
export function templateOf(
  entries: readonly { entry: Entry; author: Person | null }[],
  requester: Person | null,
): Set<string> {
  const harmless = entries.filter(
    ({ entry, author }) =>
      !saysSomething(entry, author) || (author && requester && samePerson(author, requester)),
  );
  return new Set(harmless.flatMap(({ entry, author }) => unreadWords(entry, author)));
}
