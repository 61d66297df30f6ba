/** Mails one after another, as archives show them: a head of lines, with from whom and when, before what was said. */
import { LABELS, wordKey } from '../words/index.ts';
import type { Entry } from './entry.ts';
import { type Leaf, leavesIn, type Page } from './page.ts';
import { type Person, personOf } from './people.ts';
import type { TimeMark } from './times.ts';

const FROM = /^(from|von|de|da|보낸 ?사람|发件人)\s*[:：]\s*/i;
const MOST_LEAVES = 16;

/** The label of a line that begins with one. */
const labelOf = (leaf: Leaf | undefined): string => /^([^:：]{2,12})[:：]/.exec(leaf?.text ?? '')?.[1] ?? '';

/** A box around a date that is the head of a mail: labels with their values, from the first to the last. */
function isMailHead(page: Page, box: Element): boolean {
  const [start, end] = page.ranges.get(box)!;
  if (end - start > MOST_LEAVES || box.querySelector('pre,blockquote')) return false;
  const leaves = leavesIn(page, box);
  const labels = leaves.map(labelOf);
  const isWhole = labels[0] && (labels.at(-2) || labels.at(-1));
  return (
    !!isWhole &&
    fromLine(leaves).length > 0 &&
    labels.some((label) => LABELS.get(wordKey(label))?.has('subject'))
  );
}

/** The line that says who wrote it, label and value in one piece of text or in two. */
const fromLine = (leaves: readonly Leaf[]): Leaf[] => {
  const at = leaves.findIndex(({ text }) => FROM.test(text));
  return at < 0 ? [] : leaves.slice(at, at + (leaves[at]!.text.replace(FROM, '') ? 1 : 2));
};

/** To whom a mail went and what about says nothing of who may read it: that is no part of an entry's head. */
export const mailsIn = (page: Page, group: ReadonlyMap<Element, readonly TimeMark[]>): Entry[] =>
  [...group].flatMap(([box, [mark]]) => {
    if (!mark || !isMailHead(page, box)) return [];
    const head = [...fromLine(leavesIn(page, box)), ...leavesIn(page, mark.element)];
    return [{ outer: box, box, mark, top: mark.element, head, body: [] }];
  });

export const writerOf = (leaves: readonly Leaf[]): Person | null => {
  const text = fromLine(leaves).at(-1)?.text.replace(FROM, '');
  return text ? personOf(text) : null;
};
