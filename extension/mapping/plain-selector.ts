/**
 * The selectors that we write ourselves (`anchors.ts`, `stream`), and no others: what comes in with a file may ask a page
 * for anything, and `:has(:has(*))` keeps a tab busy at each of its changes.
 */

const SCOPE = ':scope > ';
/** An element by its name, classes, one attribute, and its place among those of its name. */
const STEP =
  /(?:[a-z][\w\u0080-\uffff-]*)?(?:\.[\w-]+){0,3}(?:\[[\w-]+(?:="(?:[^"\\\n]|\\.)*")?\])?(?::nth-of-type\(\d{1,6}\))?/iy;

export function isPlainSelector(selector: string): boolean {
  let at = selector.startsWith(SCOPE) ? SCOPE.length : 0;
  let isBelow = false;
  while (true) {
    STEP.lastIndex = at;
    const [step] = STEP.exec(selector)!;
    at += step.length;
    if (step === '' || at === selector.length) return step !== '';
    if (selector.startsWith(' > ', at)) at += ' > '.length;
    else if (selector[at] !== ' ' || isBelow) return false;
    else {
      // Anywhere below is asked for once: each time more, a page may be searched once for each of its elements.
      isBelow = true;
      at += 1;
    }
  }
}
