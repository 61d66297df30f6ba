/** Facts of the ticket itself: from its labels, its heading, its address. */
import type {
  Fact,
  FactSource,
  MessageFact,
  StatusKind,
  TicketFacts,
  UnreadFact,
} from '#core/response/ticket-facts.ts';
import { isLabel, STATUSES, wordKey } from '../words/index.ts';
import { type Heading, withoutSite } from './heading.ts';
import { attr, hasLetters, leavesIn, type Page, textOf } from './page.ts';
import { type Pair, pick } from './pairs.ts';
import { type Person, personOf } from './people.ts';
import { subjectOf, type UrlId } from './ticket-id.ts';

const LOOKED_FOR = ['id', 'subject', 'requester', 'organisation', 'status'] as const;

export const fact = <T>(value: T, source: FactSource, shown?: string): Fact<T> => ({
  value,
  source,
  ...(shown && { shown }),
});

export const labelled = ({ text, shown }: Pair): Fact<string> => fact(text, 'label', shown);

export function idOf(
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

/** A number of letters and digits that the address cuts short. */
export function hashId(pairs: readonly Pair[], url: URL): UrlId | null {
  const last = url.pathname.split('/').at(-1)!;
  const pair = pick(pairs, 'id');
  return pair && /^[0-9a-f]{7,}$/.test(last) && pair.text.startsWith(last)
    ? { id: pair.text, named: true }
    : null;
}

/** Facts beside each other; a word alone may be the label of anything. */
const LEAST_COMPANY = 3;

export function subjectFact(
  page: Page,
  pairs: readonly Pair[],
  heading: Heading | null,
  id: string | null,
): Fact<string> | null {
  const pair = pick(pairs, 'subject');
  if (pair && !heading?.id && pair.company >= LEAST_COMPANY) return labelled(pair);
  // A heading may hold marks that the ticket's facts repeat.
  const marks = new Set([pick(pairs, 'status')?.text, pick(pairs, 'priority')?.text]);
  const leaves = heading?.element ? leavesIn(page, heading.element) : [];
  const left = leaves.filter(({ text: mark }) => !marks.has(mark));
  const shown = textOf(left) || (heading?.text ?? '');
  const text = subjectOf(withoutSite(shown, id, page.elements[0]!.ownerDocument.title), id);
  if (text && !isLabel(text)) return fact(text, 'semantics');
  return pair && labelled(pair);
}

/** `null` for a word that we do not know, or that means two things. */
export const statusKind = (text: string): StatusKind | null => only(STATUSES.get(wordKey(text)));

const only = (kinds?: ReadonlySet<StatusKind>): StatusKind | null =>
  kinds?.size === 1 ? [...kinds][0]! : null;

const NOT = /(?<!\p{L})(not?|nicht|non)(?!\p{L})/iu;

/** "Closed successfully", "en espera de recordatorio": words of one kind among others. */
function kindWithin(text: string): StatusKind | null {
  if (text.length > 40 || NOT.test(text)) return null;
  const found = [...STATUSES].filter(
    ([word]) => word.length > 1 && new RegExp(`(?<!\\p{sc=Latin})${word}(?!\\p{sc=Latin})`, 'iu').test(text),
  );
  return only(new Set(found.flatMap(([, each]) => [...each])));
}

/** One of the words that a status may be set to. */
const NOT_CHOSEN = '[aria-checked=false],[aria-pressed=false],[aria-selected=false]';

/** "Closed: fixed" is closed, and says as what. */
function badgeKind(text: string): StatusKind | null {
  const kinds = text.split(': ').map(statusKind);
  return kinds.includes(null) ? null : kinds[0]!;
}

export function statusOf(page: Page, pairs: readonly Pair[], heading: Element | null): TicketFacts['status'] {
  const pair = pick(pairs, 'status');
  if (pair) {
    const kind = statusKind(pair.text) ?? kindWithin(pair.text);
    return fact({ shown: pair.text, kind }, 'label', pair.shown);
  }
  // A badge beside the heading.
  for (let box = heading?.parentElement, up = 0; box && up < 3; box = box.parentElement, up++) {
    const leaves = leavesIn(page, box);
    if (leaves.length >= 40) continue;
    const words = leaves.filter(
      ({ text, parent }) => !heading!.contains(parent) && badgeKind(text) && !parent.closest(NOT_CHOSEN),
    );
    // "Closed" may be the label of a date: what the page marks as a status comes first.
    const badge =
      words.find(({ parent }) => parent.closest('[class*=status],[class*=state]')) ??
      words.find(({ text }) => !isLabel(text));
    if (badge) return fact({ shown: badge.text, kind: badgeKind(badge.text) }, 'position');
  }
  return null;
}

export interface Requester {
  person: Person;
  shown: string;
  label: 'requester' | 'customer';
}

export function requesterOf(pairs: readonly Pair[], hasWritten: (name: string) => boolean): Requester | null {
  for (const label of ['requester', 'customer'] as const) {
    const pair = pick(pairs, label);
    if (!pair) continue;
    const link = pair.element?.querySelector('a[href^="mailto:"]');
    const person = personOf(pair.text, link && attr(link, 'href')) ?? personOf(pair.leaves[0]?.text ?? '');
    // "Customer" may be a person or a company: only an address tells, or what they wrote.
    if (person && (label === 'requester' || person.email || hasWritten(pair.text)))
      return { person, shown: pair.shown, label };
  }
  return null;
}

/** As the page shows it, without an address beside a name. */
export function assigneeFact(pair: Pair | null): Fact<string> | null {
  const person = pair && personOf(pair.text);
  if (!person) return null;
  return labelled(person.name && person.email ? { ...pair, text: person.name } : pair);
}

export function organisationOf(pairs: readonly Pair[], requester: Requester | null): Fact<string> | null {
  const pair =
    pick(pairs, 'organisation') ?? (requester?.label === 'customer' ? null : pick(pairs, 'customer'));
  if (!pair || personOf(pair.text)?.email || !hasLetters(pair.text)) return null;
  return labelled(pair);
}

/** Those whom the page offers to assign the ticket to are staff. */
export function assignable(document: Document): (Person | null)[] {
  return [...document.querySelectorAll('select')]
    .filter((select) => /owner|assign|agent|handler|responsible/i.test(`${select.name} ${select.id}`))
    .flatMap((select) => [...select.querySelectorAll('option')].slice(0, 500))
    .map((option) => personOf(option.textContent));
}

export function unreadIn(facts: TicketFacts, isPart = false): UnreadFact[] {
  const { messages } = facts;
  const has = (is: (message: MessageFact) => boolean) => messages.some(is);
  const unread: UnreadFact[] = LOOKED_FOR.filter((name) => facts[name] === null);
  if (isPart || messages.length === 0) unread.push('messages');
  if (has(({ at }) => at === null)) unread.push('times');
  if (has(({ at }) => at?.zone === 'assumed')) unread.push('zone');
  if (has(({ role }) => role === 'unknown')) unread.push('roles');
  return unread;
}

/** The first of the messages, by the times that are known. */
export function oldestOf(messages: readonly MessageFact[]): MessageFact | undefined {
  return messages.filter(({ at }) => at).sort((one, other) => one.at!.fromMs - other.at!.fromMs)[0];
}

/** Whoever wrote first of those who wrote as customers. */
export function requesterFromMessages(
  messages: readonly MessageFact[],
  source: FactSource,
): TicketFacts['requester'] {
  const first = oldestOf(
    messages.filter(({ role, author }) => role === 'customer' && (author.name || author.email)),
  );
  return first ? fact(first.author, source) : null;
}
