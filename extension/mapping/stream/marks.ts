/** By what the messages of one side are told from those of the other: what some of them are marked with, and others not. */
import type { StreamParts, StreamRole } from '../../platform/mapping.ts';
import { textIn } from '../../readers/element-page.ts';
import { isLasting } from '../anchors.ts';

const MOST_LOOKED_AT = 40;
const MOST_MARKS = 6;

/** In the order in which marks are believed: a note of a colleague is a note. */
const KNOWN: [RegExp, StreamRole][] = [
  [/internal|private|note\b|notiz|nota\b/i, 'note'],
  [/system|automatic|\bbot\b|event|activity|history/i, 'automatic'],
  [/customer|client|requester|end-?user|incoming|inbound|visitor|contact|kund/i, 'customer'],
  [/agent|staff|support|operator|outgoing|outbound|response|team|employee/i, 'staff'],
];
const ORDER: readonly StreamRole[] = ['note', 'automatic', 'customer', 'staff', 'by-author'];

/** What each mark seems to say; the last, without a mark, is for all others. */
export function rolesOf(items: readonly Element[]): StreamParts['roles'] {
  const own = items.map((item) => tokensIn(item, [item]));
  const deep = items.map((item) => tokensIn(item, [...item.querySelectorAll('*')].slice(0, MOST_LOOKED_AT)));
  const marks = telling(own).length > 0 ? telling(own) : telling(deep).filter((mark) => roleSaid(mark));
  const roles = marks
    .map((mark) => ({ mark, role: roleSaid(mark) ?? ('by-author' as const) }))
    .sort((one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role))
    .slice(0, MOST_MARKS);
  return [...roles, { mark: '', role: 'by-author' }];
}

/** Marks of some messages and not of all; of several that always come together, the one that says most. */
function telling(tokens: readonly ReadonlySet<string>[]): string[] {
  const groups = new Map<string, string[]>();
  for (const token of new Set(tokens.flatMap((each) => [...each]))) {
    const having = tokens.map((each) => (each.has(token) ? '1' : '0')).join('');
    if (having.includes('0')) groups.set(having, [...(groups.get(having) ?? []), token]);
  }
  return [...groups.values()].map((alike) => alike.find((token) => roleSaid(token)) ?? alike[0]!);
}

function tokensIn(item: Element, elements: readonly Element[]): Set<string> {
  const words = textIn(item).toLowerCase();
  const found = new Set<string>();
  const isMark = (value: string) => isLasting(value) && /^[\w-]+$/.test(value);
  for (const element of elements) {
    for (const name of element.classList) if (isMark(name)) found.add(`.${name}`);
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      // What a message itself says is of this ticket, unless it is a word for a role.
      const isOwn = words.includes(value.toLowerCase()) && roleSaid(value) === null;
      if (/^(data-[\w-]+|type|aria-label)$/.test(name) && isMark(value) && !isOwn)
        found.add(`[${name}="${value}"]`);
    }
  }
  return found;
}

function roleSaid(mark: string): StreamRole | null {
  return KNOWN.find(([words]) => words.test(mark))?.[1] ?? null;
}

export function isMarked(item: Element, mark: string): boolean {
  if (mark === '') return true;
  try {
    return item.matches(mark) || item.querySelector(mark) !== null;
  } catch {
    // A selector that came in with a file may be none.
    return false;
  }
}
