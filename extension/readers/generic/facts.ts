/** Facts of the ticket itself: from its labels, its heading, its address. */
import type { Fact, FactSource, TicketFacts } from '#core/response/ticket-facts.ts';
import { LABELS, STATUSES, wordKey } from '../words/index.ts';
import type { Heading } from './heading.ts';
import { leavesIn, type Page } from './page.ts';
import { type Pair, pick } from './pairs.ts';
import { type Person, personOf } from './people.ts';
import { subjectOf } from './ticket-id.ts';

export const fact = <T>(value: T, source: FactSource, shown?: string): Fact<T> => ({
  value,
  source,
  ...(shown && { shown }),
});

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

export function subjectFact(
  pairs: readonly Pair[],
  heading: Heading | null,
  id: string | null,
): Fact<string> | null {
  const pair = pick(pairs, 'subject');
  const text = heading ? subjectOf(heading.text, id) : '';
  if (text && !LABELS.has(wordKey(text))) return fact(text, 'semantics');
  return pair && fact(pair.text, 'label', pair.shown);
}

export function statusOf(page: Page, pairs: readonly Pair[], heading: Element | null): TicketFacts['status'] {
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

export interface Requester {
  person: Person;
  shown: string;
  label: 'requester' | 'customer';
}

export function requesterOf(page: Page, pairs: readonly Pair[]): Requester | null {
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

export function organisationOf(pairs: readonly Pair[], requester: Requester | null): Fact<string> | null {
  const pair =
    pick(pairs, 'organisation') ?? (requester?.label === 'customer' ? null : pick(pairs, 'customer'));
  if (!pair || personOf(pair.text)?.email || /^[-–—]*$/.test(pair.text)) return null;
  return fact(pair.text, 'label', pair.shown);
}

/** Those whom the page offers to assign the ticket to are staff. */
export function assignable(document: Document): (Person | null)[] {
  const people: (Person | null)[] = [];
  for (const select of document.querySelectorAll('select[name],select[id]')) {
    const name = `${select.getAttribute('name')} ${select.id}`;
    if (!/owner|assign|agent|handler|responsible/i.test(name)) continue;
    for (const option of [...select.querySelectorAll('option')].slice(0, 500))
      people.push(personOf(option.textContent ?? ''));
  }
  return people;
}
