/** Pages parsed without a browser, in which what attributes hide is hidden, as a browser would say. */
import { parseHTML as parse } from 'linkedom';

const HIDING = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i;
const hides = (element: Element): boolean =>
  element.hasAttribute('hidden') || HIDING.test(element.getAttribute('style') ?? '');

function checkVisibility(this: Element): boolean {
  for (let element: Element | null = this; element; element = element.parentElement)
    if (hides(element)) return false;
  return true;
}

export function parseHTML(html: string): ReturnType<typeof parse> {
  const parsed = parse(html);
  Object.assign(parsed.Element.prototype, { checkVisibility });
  return parsed;
}
