/** What stands where within a message: the places to choose from, and how they are found in all the others. */
import { personIn, textIn, timeIn } from '../../readers/element-page.ts';
import { classSelector, isLasting, selectorOf } from '../anchors.ts';

/** A place within the message that was pointed at. */
export interface Part {
  /** Selectors within any message, best first. */
  selectors: string[];
  text: string;
}

const MOST_LOOKED_AT = 300;
const MOST = 8;
const LONGEST_NAME = 60;
const LONGEST_TIME = 40;
const MOST_NAMES = 6;
const NAMED = /author|user|name|sender|from|creator|writer|autor|nombre|nome/i;

/** The element of a message that the first fitting selector leads to. */
export function partIn(
  item: Element,
  selectors: readonly string[],
  fits: (element: Element) => boolean,
): Element | null {
  for (const selector of selectors) {
    try {
      const found = item.querySelector(selector);
      if (found && fits(found)) return found;
    } catch {
      // A selector that came in with a file may be none.
    }
  }
  return null;
}

export const isTime = (element: Element): boolean => timeIn(element) !== null;
/** Somebody, and no sentence. */
export function isName(element: Element): boolean {
  const text = textIn(element);
  const isShort = text.length <= LONGEST_NAME && text.split(' ').length <= MOST_NAMES;
  return isShort && !/[!?.。！？]$/.test(text) && personIn(element) !== null;
}

/** Places with a time, those first that every message has, and of these those that say nothing else. */
export const timeParts = (item: Element, items: readonly Element[]): Part[] =>
  partsWhere(
    item,
    items,
    isTime,
    (element) => element.matches('time,[datetime]') || textIn(element).length <= LONGEST_TIME,
  );

/** Places with a name, those first that every message has, and of these those that say so. */
export const nameParts = (item: Element, items: readonly Element[]): Part[] =>
  partsWhere(
    item,
    items,
    (element) => isName(element) && !isTime(element),
    (element) =>
      NAMED.test(`${element.className} ${element.getAttributeNames().join(' ')}`) ||
      element.matches('b,strong,h2,h3,h4,h5,cite,address'),
  );

function partsWhere(
  item: Element,
  items: readonly Element[],
  fits: (element: Element) => boolean,
  isLikely: (element: Element) => boolean,
): Part[] {
  const elements = [...item.querySelectorAll('*')].slice(0, MOST_LOOKED_AT).filter(fits);
  const innermost = elements.filter(
    (each) => !elements.some((other) => other !== each && each.contains(other)),
  );
  return innermost
    .map((element) => {
      const selectors = selectorsOf(element, item);
      const everywhere = items.every((each) => partIn(each, selectors, fits) !== null);
      const rank = (everywhere ? 2 : 0) + (isLikely(element) ? 1 : 0);
      return { selectors, text: textIn(element), rank };
    })
    .filter(({ selectors }) => selectors.length > 0)
    .sort((one, other) => other.rank - one.rank)
    .slice(0, MOST);
}

/** Those that lead to this element first, within its own message. */
function selectorsOf(element: Element, item: Element): string[] {
  const { localName } = element;
  const attributes = element
    .getAttributeNames()
    .filter(
      (name) => /^(data-[\w-]+|itemprop|rel)$/.test(name) && isLasting(element.getAttribute(name) ?? ''),
    )
    .map((name) => selectorOf(localName, name, element.getAttribute(name) ?? ''));
  const own = classSelector(element);
  const around =
    element.parentElement === item ? null : element.parentElement && classSelector(element.parentElement);
  const candidates = [
    ...attributes,
    ...(own ? [own, own.slice(localName.length)] : []),
    ...(around ? [`${around} > ${localName}`] : []),
    localName,
    wayTo(element, item),
  ];
  // Names of elements that are no names in a selector, such as `o:p`, lead nowhere.
  const leadsHere = (selector: string) => partIn(item, [selector], (found) => found === element) !== null;
  return [...new Set(candidates)].filter(leadsHere).slice(0, 5);
}

function wayTo(element: Element, item: Element): string {
  const steps: string[] = [];
  for (let box: Element | null = element; box && box !== item; box = box.parentElement) {
    const { localName, parentElement } = box;
    const alike = [...(parentElement?.children ?? [])].filter((each) => each.localName === localName);
    steps.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(box) + 1})` : localName);
  }
  return `:scope > ${steps.join(' > ')}`;
}
