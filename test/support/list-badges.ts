/** What a list's badges and its dock say, taken from what they have drawn in their closed shadow root. */
import type { Page } from 'playwright-core';
import { find, LIST_HOST, type OverlayNode, overlayTree } from './closed-shadow.ts';

export interface ListReading {
  /** By row in view, from top to bottom: state, and the words on the badge. */
  badges: { state: string; text: string }[];
  /** The line in the dock, or the head of it unfolded. */
  sums: string;
  /** Unfolded: the tickets in the order shown, with their due times. */
  due: { ticket: string; due: string }[];
}

export async function readListBadges(page: Page): Promise<ListReading | null> {
  const tree = await overlayTree(page, LIST_HOST);
  if (tree === null) return null;
  const badges = inView(tree);
  const entries = all(tree, ({ name, attributes }) => name === 'li' && 'data-state' in attributes);
  return {
    badges: badges.map(({ attributes, text }) => ({ state: attributes['data-state'] ?? '', text })),
    sums: all(tree, ({ attributes }) => ['overdue', 'due-today'].includes(attributes['data-part'] ?? ''))
      .map(({ text }) => text)
      .join(' · '),
    due: entries.map((entry) => ({
      ticket: find(entry, ({ attributes }) => attributes.class === 'way')?.text ?? '',
      due: find(entry, ({ name }) => name === 'time')?.attributes.datetime ?? '',
    })),
  };
}

/** Waits for the badges to say something that fits; rejects with what they last said. */
export async function waitForList(
  page: Page,
  fits: (reading: ListReading) => boolean = () => true,
  timeoutMs = 10_000,
): Promise<ListReading> {
  const until = Date.now() + timeoutMs;
  let last: ListReading | null = null;
  while (Date.now() < until) {
    last = await readListBadges(page);
    if (last !== null && fits(last)) return last;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(`The list did not come to say what was expected. It says: ${JSON.stringify(last)}`);
}

/** Where the badges in view begin, by row, and which of them are their mark alone. */
export async function badgePlaces(page: Page): Promise<{ x: number; y: number; tight: boolean }[]> {
  const tree = await overlayTree(page, LIST_HOST);
  return (tree === null ? [] : inView(tree)).map(({ attributes }) => ({
    ...placeOf(attributes.style),
    tight: attributes.class?.split(' ').includes('tight') ?? false,
  }));
}

function inView(tree: OverlayNode): OverlayNode[] {
  return all(tree, ({ attributes }) => attributes.class?.startsWith('row-badge') ?? false)
    .filter(({ attributes }) => attributes.style?.includes('visible'))
    .sort((one, other) => placeOf(one.attributes.style).y - placeOf(other.attributes.style).y);
}

function placeOf(style = ''): { x: number; y: number } {
  const [, x = '0', y = '0'] = /translate\((-?[\d.]+)px,\s*(-?[\d.]+)px/.exec(style) ?? [];
  return { x: Number(x), y: Number(y) };
}

function all(node: OverlayNode, fits: (node: OverlayNode) => boolean): OverlayNode[] {
  return [...(fits(node) ? [node] : []), ...node.children.flatMap((child) => all(child, fits))];
}
