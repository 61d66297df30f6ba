/** Labels with their values, in whatever structure a page has them: lists, tables, grids, or one line of text. */
import { isLabel, LABELS, type Label, wordKey } from '../words/index.ts';
import {
  attr,
  branchOf,
  hasLetters,
  type Leaf,
  leavesIn,
  NAVIGATION,
  type Page,
  textOf,
  tokensOf,
} from './page.ts';

export interface Pair {
  labels: Set<Label>;
  /** The label as the page shows it. */
  shown: string;
  text: string;
  leaves: Leaf[];
  /** Element that holds the value, where it is one. */
  element: Element | null;
  /** Known labels beside this one: a ticket's facts stand together. */
  company: number;
}

const OFF = `${NAVIGATION},[role=menubar],[role=tablist],button,select`;
const LABEL = /\b(label|key|term|field|caption|name|title|heading)\b/;
const MARKED = 'dt,th,label';
/** A label with one has its value there: what its system sent, not what its user is about to change it to. */
const FIELD = 'select,input:not([type=hidden],[type=checkbox])';
/** Short words are too common ("de", "to"), but where two signs are a word. */
const isWord = (text: string) => /.{4}|[가-힣一-龥]{2}/.test(text);

export function pairsOf(page: Page, isBody: (leaf: Leaf) => boolean): Pair[] {
  const pairs: (Pair & { box: Element })[] = [];
  for (const leaf of page.leaves) {
    if (leaf.text.length > 160 || isBody(leaf)) continue;
    const inline = /^([^:：]{2,30})[:：]\s*(\S.*)$/.exec(leaf.text);
    const inlineLabels = inline && LABELS.get(wordKey(inline[1]!));
    const labels = inlineLabels ?? LABELS.get(wordKey(leaf.text));
    // Asked last: it takes longer than all the rest, and few leaves are labels.
    if (!labels || leaf.parent.closest(OFF)) continue;
    if (inline && inlineLabels) {
      pairs.push({
        labels,
        shown: inline[1]!,
        text: inline[2]!,
        leaves: [leaf],
        element: null,
        company: 0,
        box: leaf.parent,
      });
      continue;
    }
    const found = findValue(page, leaf);
    if (found) pairs.push({ labels, shown: leaf.text.replace(/ ?[:：]$/, ''), company: 0, ...found });
  }
  for (const pair of pairs) {
    const around = pair.box.parentElement ?? pair.box;
    pair.company = new Set(pairs.filter((each) => around.contains(each.box)).map((each) => each.shown)).size;
  }
  return pairs;
}

function findValue(
  page: Page,
  label: Leaf,
): (Pick<Pair, 'text' | 'leaves' | 'element'> & { box: Element }) | null {
  let box = label.parent;
  let others: Leaf[] = [];
  for (let up = 0; up < 4; up++) {
    others = leavesIn(page, box).filter((leaf) => leaf !== label && hasLetters(leaf.text));
    if (others[0] || !box.parentElement || box === page.elements[0]) break;
    const [field, more] = box.querySelectorAll<HTMLInputElement>(FIELD);
    if (field) {
      const text = field.querySelector('[selected]')?.textContent.trim() ?? attr(field, 'value');
      return text && !more ? { text, leaves: [], element: field, box } : null;
    }
    box = box.parentElement;
  }
  if (others.length > 120) return null;
  const branch = branchOf(box, label.parent);
  const isLine = label.parent === box && others.length === 1 && isWord(label.text);
  if (!isLine && !looksLikeLabel(label, branch, box)) return null;
  // "Priority: ★": its value is a picture, and the next words are of the next row.
  if (branch !== label.parent && branch.querySelector(':scope > [title]:empty')) return null;
  const after = others.filter((leaf) => leaf.index > label.index);
  const header = columnValue(page, branch, box);
  if (header) return { ...header, box };
  // Korean says after a date what it is the date of: "2026. 6. 10.에 등록됨".
  const first = after[0] ?? (label.text.startsWith('에 ') ? others.at(-1) : undefined);
  if (!first) return null;
  const holder = first.parent === box ? null : branchOf(box, first.parent);
  if (first.parent.matches('label[for]') || (isLabel(first.text) && /[:：]$/.test(first.text))) return null;
  if (holder && isOtherLabel(holder, branch)) return null;
  const leaves = holder ? leavesIn(page, holder) : [first];
  const whole = textOf(leaves);
  // "100/": what would follow is not set.
  const text = whole.length > 300 ? '' : whole.replace(/(?<![\s/|])[\s/|]+$/, '');
  return text ? { text, leaves, element: holder, box } : null;
}

/** A word like "Status" is a label where the page marks it as one, or where exactly one value stands beside it. */
function looksLikeLabel(label: Leaf, branch: Element, box: Element): boolean {
  if (/[:：]$/.test(label.text)) return true;
  const next =
    branch.nextElementSibling ?? branch.parentElement?.querySelector(':scope > :not(:first-child)');
  if (next?.textContent?.trim().startsWith(':')) return true;
  for (
    let element: Element | null = label.parent;
    element && element !== box.parentElement;
    element = element.parentElement
  ) {
    if (element !== box && element.matches(MARKED)) return true;
    if (element !== box && LABEL.test(tokensOf(element))) return true;
  }
  // A bare word must stand in a row of two.
  return isWord(label.text) && [...box.children].filter((child) => child.textContent?.trim()).length === 2;
}

/** "Status:" directly followed by "Owner:": the first has no value. */
function isOtherLabel(holder: Element, branch: Element): boolean {
  return holder.tagName === branch.tagName && holder.matches(MARKED);
}

/** Labels in a table's head, values in its only row. */
function columnValue(
  page: Page,
  branch: Element,
  box: Element,
): Pick<Pair, 'text' | 'leaves' | 'element'> | null {
  if (branch.tagName !== 'TH' || branch.nextElementSibling?.tagName === 'TD') return null;
  const rows = box.closest('table')?.querySelectorAll('tr');
  if (box.tagName !== 'TR' || rows?.length !== 2 || rows[0] !== box) return null;
  const cell = rows[1]!.children[[...box.children].indexOf(branch)];
  const leaves = cell ? leavesIn(page, cell) : [];
  return cell && leaves[0] ? { text: textOf(leaves), leaves, element: cell } : null;
}

/** The value of a label: among several the one with the most other facts beside it, the first of equals. */
export function pick(pairs: readonly Pair[], label: Label): Pair | null {
  let best: Pair | null = null;
  for (const pair of pairs) {
    if (pair.labels.has(label) && (!best || pair.company > best.company)) best = pair;
  }
  return best;
}
