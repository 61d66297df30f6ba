/**
 * Looks into the overlay's closed shadow root from outside the page, through the browser's debugging protocol.
 * The page itself cannot do this; that is the point of the closed root.
 */
import type { CDPSession, Page } from 'playwright-core';

const HOST = 'dueline-overlay';
/** The element of a list's badges. */
export const LIST_HOST = 'dueline-list';
/** The element with which a user shows what is what on a page. */
export const PICKER_HOST = 'dueline-picker';

/** What the debugging protocol says of a node. */
interface DomNode {
  nodeId: number;
  nodeType: number;
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  shadowRootType?: string;
}

export interface OverlayNode {
  id: number;
  name: string;
  attributes: Record<string, string>;
  children: OverlayNode[];
  /** Of the node and all below it, blocks on lines of their own. */
  text: string;
}

const ELEMENT = 1;
const TEXT = 3;
const INLINE = new Set([
  'a',
  'b',
  'bdi',
  'button',
  'label',
  'option',
  'select',
  'span',
  'strong',
  'svg',
  'time',
]);

function children(node: DomNode): DomNode[] {
  // The browser's own roots (of a <select>, a <details>) repeat what is in ours.
  const roots = (node.shadowRoots ?? []).filter(({ shadowRootType }) => shadowRootType !== 'user-agent');
  return [...roots, ...(node.children ?? [])];
}

function* below(node: DomNode): Generator<DomNode> {
  yield node;
  for (const child of children(node)) yield* below(child);
}

function attributesOf({ attributes = [] }: DomNode): Record<string, string> {
  const found: Record<string, string> = {};
  for (let index = 0; index + 1 < attributes.length; index += 2)
    found[attributes[index]!] = attributes[index + 1]!;
  return found;
}

function convert(node: DomNode): OverlayNode {
  const parts = children(node).filter(({ localName }) => localName !== 'style');
  const converted = parts.filter(({ nodeType }) => nodeType !== TEXT).map(convert);
  let text = '';
  let next = 0;
  for (const part of parts) {
    if (part.nodeType === TEXT) text += part.nodeValue;
    else {
      const child = converted[next++]!;
      text += INLINE.has(child.name) ? ` ${child.text} ` : `\n${child.text}\n`;
    }
  }
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return {
    id: node.nodeId,
    name: node.localName,
    attributes: attributesOf(node),
    children: converted,
    text: lines.filter((line) => line !== '').join('\n'),
  };
}

async function withSession<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await work(session);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

async function hostsIn(session: CDPSession, host = HOST): Promise<DomNode[]> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  return [...below(root)].filter(({ nodeType, localName }) => nodeType === ELEMENT && localName === host);
}

/** How many overlays are on the page; more than one is always wrong. */
export function overlayCount(page: Page): Promise<number> {
  return withSession(page, async (session) => (await hostsIn(session)).length);
}

/** Everything in the overlay's root; `null` where there is no overlay, or nothing is drawn in it. */
export function overlayTree(page: Page, element = HOST): Promise<OverlayNode | null> {
  return withSession(page, async (session) => {
    const [host] = await hostsIn(session, element);
    const root = host?.shadowRoots?.[0];
    const tree = root ? convert(root) : null;
    return tree && tree.text !== '' ? tree : null;
  });
}

/** The overlay's whole text, line by line; `null` where there is none. */
export async function overlayText(page: Page): Promise<string | null> {
  return (await overlayTree(page))?.text ?? null;
}

export interface OverlayReading {
  folded: boolean;
  /** `unknown` or `ambiguous` where the customer is not certain. */
  match: 'matched' | 'unknown' | 'ambiguous' | null;
  customer: string | null;
  /** The tier's id, and its name as shown. */
  tier: string | null;
  tierName: string | null;
  state: string | null;
  stateWord: string | null;
  /** ISO 8601; with the contract zone's offset when unfolded, in UTC when folded. */
  due: string | null;
  dueText: string | null;
  /** ISO 8601 duration of business time, to the minute, with a minus sign when overdue: `PT1H30M`. */
  remaining: string | null;
  remainingText: string | null;
  /** Whether the countdown runs now; `null` where there is none. */
  running: boolean | null;
  why: string[];
  scope: string[];
  text: string;
}

/** What the overlay says, taken from what it has drawn; `null` where there is no overlay. */
export async function readOverlay(page: Page): Promise<OverlayReading | null> {
  const tree = await overlayTree(page);
  if (tree === null) return null;
  const part = (name: string) => find(tree, ({ attributes }) => attributes['data-part'] === name);
  const listOf = (name: string) => part(name)?.children.map(({ text }) => text) ?? [];
  const customer = part('customer');
  const unmatched = part('match')?.attributes['data-match'] as 'unknown' | 'ambiguous' | undefined;
  const state = part('state');
  const due = part('due');
  const remaining = part('remaining');
  // Due the moment that service hours begin: there is no time to count, and it says so.
  const inWords = find(tree, ({ attributes }) => attributes.class === 'figure words');
  return {
    folded: find(tree, ({ attributes }) => attributes['aria-expanded'] === 'false') !== null,
    match: customer ? 'matched' : (unmatched ?? null),
    customer: customer?.text ?? null,
    tier: part('tier')?.attributes['data-tier'] ?? null,
    tierName: part('tier')?.text ?? null,
    state: state?.attributes['data-state'] ?? null,
    stateWord: state?.text ?? null,
    due: due?.attributes.datetime ?? null,
    dueText: due?.text ?? null,
    remaining: remaining?.attributes.datetime ?? null,
    remainingText: (remaining ?? inWords)?.text ?? null,
    running: remaining ? remaining.attributes['data-running'] === 'true' : null,
    why: listOf('why'),
    scope: listOf('scope'),
    text: tree.text,
  };
}

/** The first node that fits, in the order of the document. */
export function find(node: OverlayNode, fits: (node: OverlayNode) => boolean): OverlayNode | null {
  if (fits(node)) return node;
  for (const child of node.children) {
    const found = find(child, fits);
    if (found) return found;
  }
  return null;
}

/** Waits for the overlay to say something that fits, and returns it; rejects with what it last said. */
export async function waitForOverlay(
  page: Page,
  fits: (reading: OverlayReading) => boolean = () => true,
  timeoutMs = 10_000,
): Promise<OverlayReading> {
  const until = Date.now() + timeoutMs;
  let last: OverlayReading | null = null;
  while (Date.now() < until) {
    last = await readOverlay(page);
    if (last !== null && fits(last)) return last;
    // A round through the page's own event loop: long enough for it to draw, short enough not to be waited for.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(`The overlay did not come to say what was expected. It says: ${last?.text ?? 'nothing'}`);
}

/** Clicks in the middle of a node of the overlay, as a mouse does: once it has stayed in its place for a frame. */
export async function clickOverlay(
  page: Page,
  fits: (node: OverlayNode) => boolean,
  element = HOST,
): Promise<void> {
  let before: Point | null = null;
  for (let frames = 0; frames < MOST_FRAMES; frames++) {
    const point = await pointOf(page, fits, element);
    if (before?.x === point.x && before.y === point.y) return page.mouse.click(point.x, point.y);
    before = point;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error('The overlay does not come to rest.');
}

interface Point {
  x: number;
  y: number;
}

/** Two seconds of them. */
const MOST_FRAMES = 120;

function pointOf(page: Page, fits: (node: OverlayNode) => boolean, element: string): Promise<Point> {
  return withSession(page, async (session) => {
    const [host] = await hostsIn(session, element);
    const node = host?.shadowRoots?.[0] && find(convert(host.shadowRoots[0]), fits);
    if (!node) throw new Error('There is no such node in the overlay.');
    await session.send('DOM.scrollIntoViewIfNeeded', { nodeId: node.id });
    const { model } = await session.send('DOM.getBoxModel', { nodeId: node.id });
    const [left, top, , , right, bottom] = model.border;
    return { x: (left! + right!) / 2, y: (top! + bottom!) / 2 };
  });
}

/** Unfolds the overlay where it is folded. */
export async function unfoldOverlay(page: Page): Promise<OverlayReading> {
  if ((await waitForOverlay(page)).folded) {
    await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'false');
  }
  return waitForOverlay(page, ({ folded }) => !folded);
}
