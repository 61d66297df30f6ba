/** One element as the readers see a page: for the cell of a list, or the place that a user has pointed at. */

import type { Page } from './generic/page.ts';
import { type Person, personOf } from './generic/people.ts';
import { timeCarried, timesOf } from './generic/times.ts';
import type { Parsed } from './times/parse.ts';

const TIMED = '[datetime],[title]';

export function elementPage(root: Element): Page {
  return pageOf([root, ...root.querySelectorAll('*')]);
}

function pageOf(elements: Element[]): Page {
  const leaves = elements.flatMap((parent) =>
    [...parent.childNodes]
      .filter((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''))
      .map((node, index) => ({ text: node.nodeValue!.replace(/\s+/g, ' ').trim(), parent, index })),
  );
  return { elements, leaves, ranges: new Map() };
}

/** The first time that an element shows or carries. */
export function timeIn(element: Element): Parsed | null {
  const isMarked = element.matches(TIMED) || inside(element, TIMED) !== null;
  if (!isMarked && !/\d/.test(element.textContent ?? '')) return null;
  const elements = [element, ...element.querySelectorAll('*')];
  // What attributes carry comes first anyway; a list has a thousand cells, and few need their texts looked through.
  for (const each of elements) {
    const carried = timeCarried(each);
    if (carried) return carried;
  }
  return timesOf(pageOf(elements))[0]?.time ?? null;
}

const MAIL = 'a[href^="mailto:"]';

/** Most cells of a list hold text alone. */
const inside = (element: Element, selector: string) =>
  element.firstElementChild && element.querySelector(selector);

export function personIn(element: Element): Person | null {
  const mail = element.matches(MAIL) ? element : inside(element, MAIL);
  const titled = inside(element, '[title*="@"]');
  return personOf(textIn(element), mail?.getAttribute('href') ?? titled?.getAttribute('title'));
}

export function textIn(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
