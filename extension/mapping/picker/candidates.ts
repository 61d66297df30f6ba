/** The places of a page that a fact may stand in: what the keyboard goes through, and what the mouse points at. */
import type { MappedFact } from '../../platform/mapping.ts';
import { FITS, valueText } from '../resolve.ts';
import type { Root } from '../roots.ts';
import { isShown } from '../shown.ts';
import { messagesAround } from '../stream/items.ts';

const MOST_LOOKED_AT = 20_000;
const MOST = 500;
const LONGEST = 160;
const NEVER = 'script,style,template,noscript,option,head,head *,svg *';
/** Around what is pointed at, a box so many steps up may be what is meant. */
const MOST_STEPS = 2;

/** Every place that fits, in the order of the page; of nested ones the innermost. */
export function candidatesOn(roots: readonly Root[], fact: MappedFact): Element[] {
  if (fact === 'messages') return roots.flatMap(messagesOn).slice(0, MOST);
  return roots.flatMap((root) => candidatesIn(root, fact)).slice(0, MOST);
}

function candidatesIn(root: Root, fact: MappedFact): Element[] {
  const found: Element[] = [];
  const elements = root.querySelectorAll('*');
  for (let index = 0; index < Math.min(elements.length, MOST_LOOKED_AT) && found.length < MOST; index += 1) {
    const element = elements[index]!;
    if (!holdsText(element) || element.matches(NEVER) || !isShown(element)) continue;
    const { length } = valueText(element);
    if (length > 0 && length <= LONGEST && FITS[fact](element)) found.push(element);
  }
  return found;
}

/** Every message of every thread: what stands around the places that show a time. */
function messagesOn(root: Root): Element[] {
  const found = new Set<Element>();
  for (const place of candidatesIn(root, 'created')) {
    if (![...found].some((each) => each.contains(place)))
      for (const each of messagesAround(place)) found.add(each);
  }
  return [...found];
}

/** What is meant where the user points: the element itself, or the nearest box around it that fits. */
export function meantAt(element: Element, fact: MappedFact): Element | null {
  if (fact === 'messages') return messagesAround(element).find((each) => each.contains(element)) ?? null;
  let box: Element | null = element;
  for (let up = 0; box && up <= MOST_STEPS; box = box.parentElement, up += 1) {
    if (valueText(box).length <= LONGEST && FITS[fact](box)) return box;
  }
  return null;
}

function holdsText(element: Element): boolean {
  if (element.matches('input,select,textarea,time')) return true;
  return [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));
}
