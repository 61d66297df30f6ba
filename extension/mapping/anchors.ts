/** Several ways to find an element again, so that a mapping outlives what a redesign changes of a page. */
import type { Anchor, AnchorKind } from '../platform/mapping.ts';
import { textIn } from '../readers/element-page.ts';
import { labelOf, valuesBeside } from './labels.ts';
import { type Root, rootsOf } from './roots.ts';

/** How much an anchor counts: what is made for machines and for people outlives how a page is built. */
export const WEIGHTS: Record<AnchorKind, number> = { id: 5, data: 4, aria: 4, label: 4, class: 2, path: 1 };

const MOST_ANCHORS = 8;
/** `Node.DOCUMENT_FRAGMENT_NODE`: what a shadow root is. */
const DOCUMENT_FRAGMENT = 11;
const LONGEST = 400;

/** The elements that an anchor leads to, in all of a page's roots. */
export function findAnchor(roots: readonly Root[], { by, value }: Anchor): Element[] {
  if (by === 'label') return roots.flatMap((root) => valuesBeside(root, value));
  try {
    return roots.flatMap((root) => [...root.querySelectorAll(value)]);
  } catch {
    // A selector that came in with a file may be none.
    return [];
  }
}

/**
 * The anchors of an element that lead to it and to nothing else on its page. Whatever holds a number, or the text
 * of the element itself, is of this ticket and not of its place.
 */
export function learnAnchors(element: Element, roots = rootsOf(element.ownerDocument)): Anchor[] {
  const own = textIn(element).toLowerCase();
  const lasting = (value: string) =>
    isLasting(value) && (own.length < 3 || !value.toLowerCase().includes(own));
  const candidates: Anchor[] = [];
  const add = (by: AnchorKind, value: string | null) => {
    if (value !== null && value.length <= LONGEST) candidates.push({ by, value });
  };
  if (lasting(idOf(element))) add('id', selectorOf('', 'id', idOf(element)));
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    if (/^(data-[\w-]+|itemprop|name)$/.test(name) && lasting(value))
      add('data', selectorOf(element.localName, name, value));
    if (name === 'aria-label' && lasting(value)) add('aria', selectorOf(element.localName, name, value));
  }
  add('label', labelOf(element));
  add('class', classesOf(element, lasting));
  add('path', pathOf(element, lasting));
  return candidates.filter((anchor) => leadsTo(roots, anchor, element)).slice(0, MOST_ANCHORS);
}

/** A form's own `id` may be one of its fields. */
export function idOf(element: Element): string {
  return element.getAttribute('id') ?? '';
}

function leadsTo(roots: readonly Root[], anchor: Anchor, element: Element): boolean {
  const found = findAnchor(roots, anchor);
  return found.length === 1 && isSamePlace(found[0]!, element);
}

/** The same element, or a box around it that shows nothing else. */
export function isSamePlace(one: Element, other: Element): boolean {
  if (one === other) return true;
  return (one.contains(other) || other.contains(one)) && textIn(one) === textIn(other);
}

/** Made for the place and not for this ticket, and not by a style tool that makes names anew with each build. */
export function isLasting(value: string): boolean {
  return value.length > 1 && value.length <= 80 && !/[\d\p{Cc}]/u.test(value) && /\p{L}{2}/u.test(value);
}

export function selectorOf(tag: string, name: string, value: string): string {
  return `${tag}[${name}="${value.replace(/["\\]/g, '\\$&')}"]`;
}

function classesOf(element: Element, lasting: (value: string) => boolean): string | null {
  const own = classSelector(element, lasting);
  for (let box = element.parentElement; box; box = box.parentElement) {
    const around = lasting(idOf(box)) ? selectorOf('', 'id', idOf(box)) : classSelector(box, lasting);
    if (around && own) return `${around} ${own}`;
    if (around && element.parentElement === box) return `${around} > ${element.localName}`;
  }
  return own;
}

function isInShadow(element: Element): boolean {
  return element.getRootNode().nodeType === DOCUMENT_FRAGMENT;
}

export function classSelector(
  element: Element,
  lasting: (value: string) => boolean = isLasting,
): string | null {
  const names = [...element.classList].filter((name) => lasting(name) && /^[\w-]+$/.test(name)).slice(0, 3);
  return names.length > 0 ? `${element.localName}${names.map((name) => `.${name}`).join('')}` : null;
}

/** The way from the nearest element with a lasting id, or from the body or the shadow root. */
export function pathOf(element: Element, lasting: (value: string) => boolean = isLasting): string {
  const steps: string[] = [];
  for (let box: Element | null = element; box && box.localName !== 'body'; box = box.parentElement) {
    if (box !== element && lasting(idOf(box))) return [selectorOf('', 'id', idOf(box)), ...steps].join(' > ');
    const { localName, parentElement } = box;
    const alike = parentElement
      ? [...parentElement.children].filter((each) => each.localName === localName)
      : [];
    steps.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(box) + 1})` : localName);
  }
  return (isInShadow(element) ? steps : ['body', ...steps]).join(' > ');
}
