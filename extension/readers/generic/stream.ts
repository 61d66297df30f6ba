/** The thread of a ticket: blocks that repeat, each with a time of its own. */
import { describes, isLabel } from '../words/index.ts';
import { bodiless, isTurned, kindOf } from './changes.ts';
import type { Entry } from './entry.ts';
import { mailsIn } from './mail-heads.ts';
import {
  attr,
  branchOf,
  hasLetters,
  type Leaf,
  leavesIn,
  NAVIGATION,
  type Page,
  PROSE,
  textIn,
  textOf,
} from './page.ts';
import type { TimeMark } from './times.ts';

const MESSAGE =
  /(^|[-_\s])(message|comment|article|transaction|entry|post|reply|note|journal|bugnote|followup|correspondence|activity|update|answer|change|(in|out)(bound|coming|going))s?([-_]?(item|row|container|block|card|box|entry|wrapper|\d+))?(\s|$)/i;
const BLOCK = /^(P|PRE|DD|DIV|BLOCKQUOTE|[UO]L|SECTION)$/;
const WRITTEN = `${PROSE},ul,ol,textarea`;

export const isSemantic = (element: Element): boolean =>
  element.tagName === 'ARTICLE' ||
  /^(article|listitem)$/.test(attr(element, 'role')) ||
  MESSAGE.test(attr(element, 'class'));

const isMessage = ({ outer, box }: Entry): boolean => isSemantic(outer) || isSemantic(box);

/** One entry alone has no neighbour to be like; the place that links lead to may say what it is. */
const isNumbered = ({ outer, mark }: Entry): boolean =>
  [...outer.querySelectorAll('[id]')].some(
    (each) => each.contains(mark.element) && MESSAGE.test(attr(each, 'id').replace(/^\D+$/, '')),
  );

export function entriesOf(
  page: Page,
  marks: readonly TimeMark[],
  isForeign: (box: Element) => boolean,
): Entry[] {
  const groups = new Map<Element, Map<Element, TimeMark[]>>();
  // A date in what was said at the opening is no message's.
  const described = page.leaves.filter(describes).map(({ parent }) => parent.nextElementSibling);
  for (const mark of marks) {
    const { element } = mark;
    if (element.closest(NAVIGATION) || described.some((each) => each?.contains(element))) continue;
    for (let box = element; box.parentElement && box !== page.elements[0]; box = box.parentElement) {
      const group = groups.get(box.parentElement) ?? new Map<Element, TimeMark[]>();
      groups.set(box.parentElement, group.set(box, [...(group.get(box) ?? []), mark]));
    }
  }
  // Asked of the same elements again and again where a page is deeply nested.
  const known = new Map<Element, Element[]>();
  const hasProse = (element: Element, mark: Element): boolean => {
    const found = known.get(element) ?? [...element.querySelectorAll(WRITTEN)].slice(0, 2);
    known.set(element, found);
    // The time itself may be a paragraph.
    return found.some((each) => each !== mark);
  };
  let best: { parent: Element; score: number } | null = null;
  const kept = new Map<Element, Entry[]>();
  for (const [parent, group] of groups) {
    const mails = mailsIn(page, group);
    const series =
      mails.length > 0 ? mails : alike([...group]).flatMap(([box, own]) => entryOf(page, box, own, hasProse));
    const entries = bodiless(
      withWhatFollows(
        page,
        parent,
        series.filter((each) => !isShadow(each, series)),
      ),
    );
    const foreign = entries.filter((entry) => isForeign(entry.outer)).length;
    if (foreign * 2 > entries.length) continue;
    const [only, ...others] = entries;
    if (only && !others[0] && !mails[0] && !isMessage(only) && !isNumbered(only)) continue;
    const score = entries.reduce((sum, entry) => sum + quality(entry, group.get(entry.outer)!), 0);
    if (score <= 0) continue;
    kept.set(parent, entries);
    // A parent is met after its descendants: of equals, the inner one is the thread.
    if (!best || score > best.score) best = { parent, score };
  }
  // Blocks that all say nothing are no thread that we can read.
  if (!best || !kept.get(best.parent)!.some(({ body }) => body[0])) return [];
  const { parent: thread } = best;
  const chosen = [...kept]
    .filter(([parent]) => parent === thread || isTwin(parent, thread))
    .flatMap(([, entries]) => entries);
  const openings = [...kept].flatMap(([, entries]) =>
    entries.filter(
      ({ outer }) =>
        isSemantic(outer) &&
        !isForeign(outer) &&
        !outer.contains(thread) &&
        !chosen.some((each) => each.outer.contains(outer) || outer.contains(each.outer)),
    ),
  );
  const outermost = openings.filter(
    ({ outer }) => !openings.some((other) => other.outer !== outer && other.outer.contains(outer)),
  );
  // A message that is opened beside a table of all is there already.
  const fresh = outermost.filter((entry) => {
    const twin = chosen.find(({ mark }) => isSameTime(mark, entry.mark));
    twin?.body.push(...leavesIn(page, entry.outer));
    return !twin;
  });
  const all = new Map([...fresh, ...chosen].map((entry) => [entry.outer, entry]));
  return [...all.values()].sort((one, other) => one.mark.index - other.mark.index);
}

/** A thread in pages: what stands on the others is not here. */
export function isPaged(page: Page, [entry]: readonly Entry[]): boolean {
  const around = entry?.outer.parentElement?.parentElement?.parentElement;
  const pager = around?.querySelector('[class*=pagination]');
  return !!pager && /\d \d/.test(textIn(page, pager));
}

/** Lines that say who and when, each before what was said: the thread has no boxes. */
function withWhatFollows(page: Page, parent: Element, entries: Entry[]): Entry[] {
  if (entries.some(({ body, box }) => body[0] || /^T[DRH]$/.test(box.tagName))) return entries;
  const end = page.ranges.get(parent)![1];
  return entries.map((entry, at) => {
    const next = entries[at + 1];
    const range = [page.ranges.get(entry.outer)![1], next ? page.ranges.get(next.outer)![0] : end];
    return {
      ...entry,
      body: page.leaves.slice(...range).filter((leaf) => isBelow(parent, leaf) && isSaid(parent, leaf)),
    };
  });
}

/** In a block of its own below the box's own line. */
const isBelow = (box: Element, { parent }: Leaf): boolean =>
  parent !== box && BLOCK.test(branchOf(box, parent).tagName);

/** A thread may lie in a form; a form in a message is for an answer. */
const isSaid = (box: Element, { parent, text }: Leaf): boolean => {
  const control = parent.closest('button,[role=button],form');
  return (!control || control.contains(box)) && hasLetters(text);
};

/** What has the time of a message beside it, and no sign of being one, shows the same message. */
const isShadow = (entry: Entry, series: readonly Entry[]): boolean =>
  !isMessage(entry) && series.some((other) => isMessage(other) && isSameTime(other.mark, entry.mark));

const isSameTime = ({ time: one }: TimeMark, { time: other }: TimeMark): boolean =>
  one.kind === 'wall' &&
  other.kind === 'wall' &&
  String(Object.values(one.wall)) === String(Object.values(other.wall));

/** A thread cut into days: lists of the same kind side by side. */
const isTwin = (one: Element, other: Element): boolean =>
  kindOf(one) === kindOf(other) &&
  one.parentElement?.tagName === other.parentElement?.tagName &&
  one.parentElement?.parentElement === other.parentElement?.parentElement;

function alike(group: [Element, TimeMark[]][]): [Element, TimeMark[]][] {
  const counts = new Map<string, number>();
  for (const [box] of group) counts.set(box.tagName, (counts.get(box.tagName) ?? 0) + 1);
  const most = Math.max(...counts.values());
  // Things of different kinds side by side are not a series.
  if (most === 1 && group.length > 1) return group.filter(([box]) => isSemantic(box));
  return group.filter(([box]) => counts.get(box.tagName) === most);
}

function quality(entry: Entry, all: readonly TimeMark[]): number {
  const { head, body, mark } = entry;
  const [first] = head;
  if (first && [first, ...body].every((leaf) => saysLabel(leaf) || isOfTime(entry, leaf)))
    return head.some(isTurned) ? 1 : 0;
  // A column of facts is no message.
  const facts = [...head, ...body].filter((leaf) => isLabel(leaf.text)).length;
  const semantic = isMessage(entry) ? 3 : 1;
  const marks = all.filter((each) => head.some((leaf) => each.element.contains(leaf.parent))).length;
  const before = head.filter((leaf) => leaf.index < mark.index).length;
  return (
    semantic *
    (marks <= 2 ? 1 : 1 / marks) *
    (body[0] ? 1 : 0.2) *
    (before > 8 ? 0.3 : 1) *
    (facts > 4 ? 0.1 : 1)
  );
}

/** A word that we know as a label, or that is marked as one. */
const saysLabel = ({ text }: Leaf): boolean => /[:：;]$/.test(text) || isLabel(text);

/** A part of the entry's time, which may stand in the entry's own line without an element of its own. */
export const isOfTime = ({ box, mark }: Entry, { parent, text }: Leaf): boolean =>
  mark.element === box ? parent === box && /\d/.test(text) : mark.element.contains(parent);

function entryOf(
  page: Page,
  outer: Element,
  marks: TimeMark[],
  hasProse: (element: Element, mark: Element) => boolean,
): Entry[] {
  const [mark] = marks;
  const range = page.ranges.get(outer);
  if (!mark || !range) return [];
  let box = outer;
  for (;;) {
    const only = [...box.children].find((child) => String(page.ranges.get(child)) === String(range));
    if (!only || only === mark.element) break;
    box = only;
  }
  const leaves = leavesIn(page, box);
  if (box === mark.element) {
    // The line of the time lies in the entry itself, and what was said in a block below it.
    const body = leaves.filter((leaf) => isBelow(box, leaf));
    const own = leaves.filter((leaf) => !body.includes(leaf));
    const isLine = own.some(({ parent }) => parent === box);
    return [{ outer, box, mark, top: box, head: isLine ? own : leaves, body: isLine ? body : [] }];
  }
  let top = mark.element;
  while (top.parentElement && top.parentElement !== box) {
    const parent = top.parentElement;
    const inside = leavesIn(page, parent);
    if (textOf(inside).length > 400 || hasProse(parent, mark.element) || inside.length > 20) break;
    top = parent;
  }
  const head = leavesIn(page, top);
  const heads = new Set(head);
  const body = leaves.filter((leaf) => !heads.has(leaf) && isSaid(box, leaf));
  // What precedes the line of the time (a name above it) is head too, unless it is prose or another column.
  const start = branchOf(box, top);
  const lead = body.filter(
    (leaf) =>
      !(box.tagName === 'TR' && box.children.length > 3) &&
      leaf.index < (page.ranges.get(start)?.[0] ?? 0) &&
      leaf.text.length <= 80 &&
      !box.contains(leaf.parent.closest(WRITTEN)),
  );
  return [
    { outer, box, mark, top, head: [...lead, ...head], body: body.filter((leaf) => !lead.includes(leaf)) },
  ];
}
