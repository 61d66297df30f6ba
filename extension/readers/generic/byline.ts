/** Who opened the ticket and when, where no label says it but a line of its own: "Added by Wang Wei on 10 February". */
import type { Fact, MessageFact, TimeFact } from '#core/response/ticket-facts.ts';
import { resolve, type TimeContext } from '../times/resolve.ts';
import { LABELS, wordKey } from '../words/index.ts';
import { marked } from './author.ts';
import type { Entry } from './entry.ts';
import { oldestOf } from './facts.ts';
import { type Leaf, NAVIGATION, type Page, textIn } from './page.ts';
import { type Person, personOf, plainPerson } from './people.ts';
import type { TimeMark } from './times.ts';

export interface Byline {
  author: Person;
  at: TimeFact;
}

const MOST_LETTERS = 200;

/** The line must be older than the whole thread: "updated by" is not. */
export function bylineOf(
  page: Page,
  marks: readonly TimeMark[],
  entries: readonly Entry[],
  inThread: ReadonlySet<Leaf>,
  context: TimeContext,
): Byline | null {
  for (const mark of marks) {
    if (inThread.has(page.leaves[mark.index]!) || mark.element.closest(`${NAVIGATION},li,td`)) continue;
    const at = resolve(mark.time, context);
    const author = at && (authorBefore(page, mark) ?? authorAfter(page, mark));
    if (!at || !author) continue;
    const others = entries.map((entry) => resolve(entry.mark.time, context));
    return others.every((other) => other !== null && other.untilMs >= at.fromMs) ? { author, at } : null;
  }
  return null;
}

function authorBefore(page: Page, { element, index }: TimeMark): Person | null {
  const box = element.parentElement;
  return box && textIn(page, box).length <= MOST_LETTERS ? marked(page, box, index) : null;
}

const BY = /^(?:by|von|por|da)(?: |$)/i;

/** "Opened 2 days ago by Luis Ortega." */
function authorAfter({ leaves, ranges }: Page, { element, index }: TimeMark): Person | null {
  const isCreated = (leaf: Leaf | undefined) =>
    LABELS.get(wordKey((leaf?.text ?? '').split(' ')[0]!))?.has('created');
  const end = ranges.get(element)![1];
  const by = leaves[end]?.text ?? '';
  if (!BY.test(by) || !(isCreated(leaves[index]) || isCreated(leaves[index - 1]))) return null;
  return personOf(`${by.replace(BY, '') || leaves[end + 1]?.text}`.replace(/\.$/, ''));
}

/** The opening message outside the list of replies: a description that was there when the ticket was created. */
export function openingOf(
  messages: readonly MessageFact[],
  created: Fact<TimeFact> | null,
  requester: Person | null,
): MessageFact | null {
  if (!requester) return null;
  // Somebody answers what was asked before, at a time that the page does not tell us.
  if (!created)
    return isAnswered(messages)
      ? { role: 'customer', author: plainPerson(requester), at: null, source: 'position' }
      : null;
  const { fromMs } = created.value;
  if (messages.some(({ at }) => at === null || at.fromMs <= fromMs + 60_000)) return null;
  return { role: 'customer', author: plainPerson(requester), at: created.value, source: 'label' };
}

/** The first of the thread is not the customer's: what it answers stands elsewhere. */
function isAnswered(messages: readonly MessageFact[]): boolean {
  const said = messages.filter(({ role }) => role !== 'automatic');
  if (said.length === 0 || said.some(({ at, role }) => at === null || role === 'unknown')) return false;
  return oldestOf(said)!.role !== 'customer';
}
