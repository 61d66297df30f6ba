/** The visible page as a flat list: its elements and its pieces of text, in order. */

import type { ReadOptions } from '../reader.ts';
import { MARKS } from '../times/parse.ts';

export interface Leaf {
  text: string;
  parent: Element;
  index: number;
}

export interface Page {
  elements: Element[];
  leaves: Leaf[];
  /** First and last + 1 index of an element's leaves. */
  ranges: Map<Element, [number, number]>;
}

/** Where a page leads elsewhere. */
export const NAVIGATION = 'nav,footer,[role=navigation],[role=menu]';
/** What somebody wrote. */
export const PROSE = 'p,pre,blockquote';
const SKIPPED = /* @__PURE__ */ new Set(
  /* @__PURE__ */ 'script style noscript svg iframe object canvas video audio option'.split(' '),
);
const SHOWN = { visibilityProperty: true };
/** Bounded work, whatever a page holds. */
const MOST_ELEMENTS = 20_000;
const MOST_LEVELS = 1000;

/** Empty where there is none. */
export const attr = (element: Element, name: string): string => element.getAttribute(name) ?? '';

export const isHidden = (element: Element): boolean =>
  attr(element, 'aria-hidden') === 'true' || !element.checkVisibility(SHOWN);

/** Walks open shadow roots too, of which `onRoot` is told; what is hidden or forged is not looked into. */
export function readPage(root: Element, { onRoot, forged }: Partial<ReadOptions> = {}): Page {
  const page: Page = { elements: [], leaves: [], ranges: new Map() };
  let met = 0;
  const walk = (element: Element, level: number): void => {
    if (level > MOST_LEVELS || met++ > MOST_ELEMENTS) return;
    if (forged?.has(element) || SKIPPED.has(element.localName)) return;
    const isAside = attr(element, 'aria-hidden') === 'true';
    const hidden = element !== root && (isAside || !element.checkVisibility(SHOWN));
    // A style sheet may show a part of what it hides.
    if (hidden && (isAside || !element.checkVisibility())) return;
    if (!hidden) page.elements.push(element);
    const start = page.leaves.length;
    let open: Leaf | null = null;
    const { shadowRoot } = element;
    if (shadowRoot) onRoot?.(shadowRoot);
    // Every element of every page comes by here: from one to the next costs least.
    for (let child = (shadowRoot ?? element).firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 1) {
        walk(child as Element, level + 1);
        open = null;
        continue;
      }
      const written = !hidden && child.nodeType === 3 ? child.nodeValue! : '';
      const text = /\S/.test(written) ? written.replace(MARKS, '').replace(/\s+/g, ' ') : '';
      if (text !== '' && text !== ' ') {
        // Frameworks cut one sentence into several text nodes.
        if (open) open.text = `${open.text}${text}`.trimEnd();
        else {
          open = { text: text.trim(), parent: element, index: page.leaves.length };
          page.leaves.push(open);
        }
      }
    }
    page.ranges.set(element, [start, page.leaves.length]);
  };
  walk(root, 0);
  return page;
}

export const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

export function leavesIn(page: Page, box: Element): Leaf[] {
  const range = page.ranges.get(box);
  return range ? page.leaves.slice(...range) : [];
}

export const textOf = (leaves: readonly Leaf[]): string =>
  leaves
    .map((leaf) => leaf.text)
    .join(' ')
    .replace(/ ([,.:;)])/g, '$1');

export const textIn = (page: Page, box: Element): string => textOf(leavesIn(page, box));

/** The child of `box` that `inner` lies in. */
export function branchOf(box: Element, inner: Element): Element {
  let branch = inner;
  while (branch.parentElement && branch.parentElement !== box) branch = branch.parentElement;
  return branch;
}

/** Words of an element's class, id and data attributes, apart: "thread-type-customer" is "thread type customer". */
export function tokensOf(element: Element): string {
  let text = '';
  for (const name of element.getAttributeNames()) {
    if (!/^(class|id|type|role|data-.*)$/.test(name)) continue;
    const value = attr(element, name);
    if (value.length < 200) text += ` ${value === 'true' ? name.slice(5) : value}`;
  }
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ');
}
