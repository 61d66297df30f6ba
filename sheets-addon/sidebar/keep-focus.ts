/** The focus stays where its user works, whatever is drawn anew or rests while the script is asked. */

/** The heading is the first of them where the whole of what was there has gone. */
const FOCUSABLE = 'h1, button:enabled, input:enabled, select:enabled, textarea, a[href]';

/** Where its user has gone elsewhere in the meantime, the focus is left alone. */
export function keepFocus(root: HTMLElement): void {
  const page = root.ownerDocument;
  let last: HTMLElement | null = null;
  let around: Element[] = [];
  root.addEventListener('focusin', ({ target }) => {
    last = target as HTMLElement;
    around = [];
    for (let at = last.parentElement; at && at.tagName !== 'MAIN'; at = at.parentElement) around.push(at);
  });
  root.addEventListener('focusout', ({ target }) =>
    // What is taken away or switched off loses the focus, too; anything else was left.
    queueMicrotask(() => {
      if (last !== null && last === target && isThere(last)) last = null;
    }),
  );
  new MutationObserver(() => {
    if (last === null || page.activeElement !== page.body) return;
    if (isThere(last)) last.focus();
    else if (!last.isConnected) {
      const near = around.filter((element) => element.isConnected);
      near
        .map((element) => element.querySelector<HTMLElement>(FOCUSABLE))
        .find(Boolean)
        ?.focus();
    }
  }).observe(root, { attributeFilter: ['disabled'], childList: true, subtree: true });
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}
