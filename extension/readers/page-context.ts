/** In which order and zone times of a page are read, where only a part of the page was. */
import type { Page } from './generic/page.ts';
import { statedZone } from './generic/page-times.ts';
import type { ReadOptions } from './reader.ts';
import type { Parsed } from './times/parse.ts';
import { orderOf, type TimeContext } from './times/resolve.ts';
import { isZone } from './times/zone.ts';

const MOST_LEAVES = 2000;

/** `without`: a part of the page that is too large to look through for a zone, and states none. */
export function contextFor(
  document: Document,
  times: readonly Parsed[],
  { zone, browserZone, nowMs }: ReadOptions,
  without: Element | null = null,
): TimeContext {
  const order = orderOf(times, document.documentElement.lang || null);
  const stated = statedZone(textOf(document, without), []);
  if (stated) return { order, nowMs, zone: stated, zoneSource: 'page' };
  if (zone && isZone(zone)) return { order, nowMs, zone, zoneSource: 'setting' };
  return { order, nowMs, zone: isZone(browserZone) ? browserZone : 'UTC', zoneSource: 'assumed' };
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
