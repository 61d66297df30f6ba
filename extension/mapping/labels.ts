/** Labels and the values beside them, in either direction, in the words of the page itself. */
import { textIn } from '../readers/element-page.ts';
import type { Root } from './roots.ts';

const LONGEST_LABEL = 40;
/** How far up a label's box may lie from its value's. */
const MOST_STEPS = 3;

/** Nobody's label; taking the marks off its end could take as long as the page wants. */
const TOO_LONG = 400;

const bare = (text: string) => (text.length > TOO_LONG ? text : text.replace(/[\s:：*]+$/, '').trim());

/** The words of a label; `null` where a text is too long for one, or has no letters. */
function wordsOf(element: Element): string | null {
  const text = bare(textIn(element));
  return text.length > 0 && text.length <= LONGEST_LABEL && /\p{L}/u.test(text) ? text : null;
}

/** What stands before an element as its label. */
export function labelOf(element: Element): string | null {
  const own = element.getAttribute('aria-labelledby');
  const named = own && (element.getRootNode() as Root).getElementById(own.split(/\s+/)[0]!);
  if (named) return wordsOf(named);
  const field = (element as Partial<HTMLInputElement>).labels?.[0];
  if (field) return wordsOf(field);
  for (let box: Element | null = element, up = 0; box && up < MOST_STEPS; box = box.parentElement, up += 1) {
    const before = box.previousElementSibling;
    if (before && textIn(before) !== '') return wordsOf(before);
  }
  return null;
}

const MOST_CANDIDATES = 20_000;

/** The elements that stand beside a label of these words. */
export function valuesBeside(root: Root, label: string): Element[] {
  const found = new Set<Element>();
  const elements = root.querySelectorAll('*');
  for (let index = 0; index < Math.min(elements.length, MOST_CANDIDATES); index += 1) {
    const element = elements[index]!;
    // Of nested boxes with the same words the innermost is the label.
    if (element.childElementCount > 0 || bare(textIn(element)) !== label) continue;
    const value = valueBeside(element);
    if (value) found.add(value);
  }
  return [...found];
}

function valueBeside(label: Element): Element | null {
  const control = (label as Partial<HTMLLabelElement>).control;
  if (control) return control;
  for (let box: Element | null = label, up = 0; box && up < MOST_STEPS; box = box.parentElement, up += 1) {
    const next = box.nextElementSibling;
    if (next && textIn(next) !== '') return next;
    // The label is all that its box holds: its value stands beside the box.
    if (box.parentElement && textIn(box.parentElement) !== textIn(label)) return null;
  }
  return null;
}
