/** Everything of a page that holds elements: its document, open shadow roots, and frames of its own origin. */

export type Root = Document | ShadowRoot;

const MOST_ROOTS = 200;
const MOST_ELEMENTS = 20_000;

/** The document itself comes first. */
export function rootsOf(document: Document): Root[] {
  const roots: Root[] = [document];
  for (let index = 0; index < roots.length && roots.length < MOST_ROOTS; index += 1) {
    roots.push(...rootsIn(roots[index]!).slice(0, MOST_ROOTS - roots.length));
  }
  return roots;
}

function rootsIn(root: Root): Root[] {
  const found: Root[] = [];
  const elements = root.querySelectorAll('*');
  for (let index = 0; index < Math.min(elements.length, MOST_ELEMENTS); index += 1) {
    const inner = innerOf(elements[index]!);
    if (inner) found.push(inner);
  }
  return found;
}

/** What stands inside of an element and not among its children; `null` where nothing does, or it is closed to us. */
export function innerOf(element: Element): Root | null {
  // A form's fields can hide its own properties.
  if (element.localName === 'form') return null;
  const { contentDocument, shadowRoot } = element as Partial<HTMLIFrameElement>;
  if (shadowRoot) return shadowRoot;
  return /^i?frame$/.test(element.localName) && contentDocument?.body ? contentDocument : null;
}

/** The innermost element at a point of the window, through shadow roots and frames. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (let inner = hit && innerOf(hit); hit && inner; inner = innerOf(hit)) {
    const isFrame = inner.nodeType === 9;
    const { left, top } = isFrame ? hit.getBoundingClientRect() : { left: 0, top: 0 };
    const border = isFrame ? { x: hit.clientLeft, y: hit.clientTop } : { x: 0, y: 0 };
    x -= left + border.x;
    y -= top + border.y;
    const deeper = inner.elementFromPoint(x, y);
    if (!deeper || deeper === hit) return hit;
    hit = deeper;
  }
  return hit;
}

/** Where an element stands in the window, whatever frames it is in. */
export function rectOf(element: Element): DOMRect {
  const { left, top, width, height } = element.getBoundingClientRect();
  const rect = new DOMRect(left, top, width, height);
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    rect.x += outer.left + frame.clientLeft;
    rect.y += outer.top + frame.clientTop;
  }
  return rect;
}

function frameOf({ ownerDocument }: Element): Element | null {
  return ownerDocument.defaultView?.frameElement ?? null;
}
