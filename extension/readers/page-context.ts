/** In which order and zone times of a page are read, where only a part of the page was. */
import type { Page } from './generic/page.ts';
import { contextOf, statedZone } from './generic/page-times.ts';
import type { ReadOptions } from './reader.ts';
import type { Parsed } from './times/parse.ts';
import type { TimeContext } from './times/resolve.ts';

const MOST_LEAVES = 2000;

/** `without`: a part of the page that is too large to look through for a zone, and states none. */
export function contextFor(
  document: Document,
  times: readonly Parsed[],
  options: ReadOptions,
  without: Element | null = null,
): TimeContext {
  // Where no date leaves it open which number is the day, nobody looks for it.
  const isOpen = times.some((time) => time.kind === 'wall' && time.wall.swappable);
  const order = options.order ?? (isOpen ? null : 'day-first');
  return contextOf(times, statedZone(textOf(document, without)), document, { ...options, order });
}

function textOf(document: Document, without: Element | null): Page {
  const leaves: Page['leaves'] = [];
  const walk = (parent: Element) => {
    if (parent === without || /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(parent.tagName)) return;
    for (const node of parent.childNodes) {
      if (leaves.length >= MOST_LEAVES) return;
      const text = node.nodeType === 3 ? (node.nodeValue ?? '').replace(/\s+/g, ' ').trim() : '';
      if (text !== '') leaves.push({ text, parent, index: leaves.length });
      if (node.nodeType === 1) walk(node as Element);
    }
  };
  walk(document.body);
  return { elements: [document.body], leaves, ranges: new Map() };
}
