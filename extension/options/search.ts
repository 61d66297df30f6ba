/** Finds what a page of sections says: hides the sections that do not say it, and marks where the others do. */
import { folded } from '#core/engagement/claims.ts';

const MARK = 'found';

/**
 * Filters the sections below `root` by a text, and goes on as they come and change, until the way back is called.
 * `tell` hears how many of them are shown; `null`: an empty text shows all.
 */
export function followSearch(
  root: HTMLElement,
  text: string,
  tell: (shown: number | null) => void,
): () => void {
  const wanted = folded(text);
  const search = () => {
    const shown = searchSections(root, wanted);
    tell(wanted === '' ? null : shown);
  };
  search();
  const changes = new MutationObserver(search);
  if (wanted !== '') changes.observe(root, { characterData: true, childList: true, subtree: true });
  return () => changes.disconnect();
}

/** A section in which somebody is at work stays, whatever becomes of its words. */
function searchSections(root: HTMLElement, wanted: string): number {
  const ranges: Range[] = [];
  let shown = 0;
  for (const section of root.querySelectorAll<HTMLElement>(':scope > section')) {
    const hits = wanted === '' ? [] : rangesOf(section, wanted);
    const says = wanted === '' || hits.length > 0 || folded(section.textContent).includes(wanted);
    section.hidden = !says && !section.contains(section.ownerDocument.activeElement);
    if (!section.hidden) shown++;
    ranges.push(...hits);
  }
  mark(root.ownerDocument, ranges);
  return shown;
}

/** The places of a folded text in an element; where folding changes a text's length, its places are not known. */
function rangesOf(element: Element, wanted: string): Range[] {
  const found: Range[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const lower = text.toLowerCase();
    if (lower.length !== text.length) continue;
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const range = element.ownerDocument.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      found.push(range);
    }
  }
  return found;
}

/** Marks without touching an element; browsers that cannot do it show the sections without marks. */
function mark({ defaultView: view }: Document, ranges: readonly Range[]): void {
  const highlights = (view as (Window & typeof globalThis) | null)?.CSS?.highlights;
  if (!highlights) return;
  if (ranges.length === 0) highlights.delete(MARK);
  else highlights.set(MARK, new Highlight(...ranges));
}
