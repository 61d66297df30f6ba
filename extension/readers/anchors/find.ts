/** Finds what anchors name: through open shadow roots where a site has them, and only what is in view. */
import { isHidden } from '../generic/page.ts';
import type { ReadOptions } from '../reader.ts';
import { clean } from '../times/parse.ts';
import type { Anchor } from './anchors.ts';

/** Bounded work, whatever a page holds. */
const MOST_ELEMENTS = 20_000;
const LONGEST = 400;
const MOST_DEPTH = 5;
const MOST_BESIDE = 50;

export interface Found {
  element: Element;
  text: string;
  /** The text is that of an attribute. */
  attribute: string | null;
}

export interface Finder {
  all(box: ParentNode, css: string): Element[];
  /** The first anchor that gives a text. */
  first(box: ParentNode, anchors: readonly Anchor[] | undefined, fits?: Fits): Found | null;
  /** Every text of every anchor. */
  texts(box: ParentNode, anchors: readonly Anchor[] | undefined): string[];
}

type Fits = (element: Element) => boolean;

/** Of a forged form too. */
const holds = (form: Node, element: Node) => Node.prototype.contains.call(form, element);
const ANCHOR = /^(.*?)(?:@([\w-]+))?$/s;

/** `onRoot` is told of each shadow root, for changes in it are seen only by who looks there. */
export function makeFinder(deep: boolean, { onRoot, forged }: Partial<ReadOptions> = {}): Finder {
  const isForged = (element: Element) => [...(forged ?? [])].some((form) => holds(form, element));
  const below = new WeakMap<ParentNode, ParentNode[]>();
  const rootsOf = (box: ParentNode): ParentNode[] => {
    let roots = below.get(box);
    if (!roots) {
      roots = shadowRootsIn(box);
      for (const root of roots) onRoot?.(root);
      below.set(box, roots);
    }
    return roots;
  };
  const all = (box: ParentNode, css: string): Element[] => {
    const roots = deep ? [box, ...rootsOf(box)] : [box];
    const found = roots.flatMap((root) => [...root.querySelectorAll(css)]);
    return forged?.size ? found.filter((element) => !isForged(element)) : found;
  };
  return {
    all,
    first(box, anchors = [], fits = () => true) {
      for (const anchor of anchors) {
        const [, css, attribute = null] = ANCHOR.exec(anchor)!;
        for (const element of all(box, css!)) {
          const text = fits(element) ? textAt(element, attribute) : '';
          if (text) return { element, text, attribute };
        }
      }
      return null;
    },
    texts(box, anchors = []) {
      return anchors.flatMap((anchor) => {
        const [, css, attribute = null] = ANCHOR.exec(anchor)!;
        return all(box, css!)
          .map((element) => textAt(element, attribute))
          .filter((text) => text !== '');
      });
    },
  };
}

/** What an element says: what a field holds, else its text. */
function textAt(element: Element, attribute: string | null): string {
  return clean(rawText(element, attribute)).slice(0, LONGEST);
}

function rawText(element: Element, attribute: string | null): string {
  if (attribute !== null) return element.getAttribute(attribute) ?? '';
  if (element.tagName === 'SELECT') {
    const options = [...element.querySelectorAll('option')];
    const chosen = options.find((option) => option.selected ?? option.hasAttribute('selected'));
    return chosen?.textContent ?? '';
  }
  if (/^(INPUT|TEXTAREA)$/.test(element.tagName)) return (element as HTMLInputElement).value ?? '';
  const { textContent, shadowRoot } = element;
  const field = textContent?.trim() || !shadowRoot ? null : fieldIn(shadowRoot);
  return field ? rawText(field, null) : (textContent ?? '');
}

/** What a design system's element holds: the first field, however deep in its own shadow roots. */
function fieldIn(root: ShadowRoot, depth = 0): Element | null {
  const field = root.querySelector('input,textarea,select,[role="combobox"]');
  if (field || depth === MOST_DEPTH) return field;
  for (const { shadowRoot } of [...root.querySelectorAll('*')].slice(0, MOST_BESIDE)) {
    const found = shadowRoot && fieldIn(shadowRoot, depth + 1);
    if (found) return found;
  }
  return null;
}

export function isShown(element: Element): boolean {
  if (isHidden(element)) return false;
  for (let each = parentOf(element); each; each = parentOf(each)) {
    // A part of what a style sheet hides may be shown.
    if (each.getAttribute('aria-hidden') === 'true') return false;
  }
  return true;
}

/** The element that holds another one, out of its shadow root too. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

function shadowRootsIn(box: ParentNode): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  let seen = 0;
  const walk = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      if (seen++ > MOST_ELEMENTS) return;
      if (!element.shadowRoot) continue;
      found.push(element.shadowRoot);
      walk(element.shadowRoot);
    }
  };
  const own = (box as Element).shadowRoot;
  if (own) {
    found.push(own);
    walk(own);
  }
  walk(box);
  return found;
}
