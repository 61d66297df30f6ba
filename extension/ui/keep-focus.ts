/** The focus stays where its user works: when what has it goes away, what came in its place takes it over. */

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, summary';

function firstIn(node: Node): HTMLElement | undefined {
  if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
  const element = node as HTMLElement;
  const all = [...(element.matches(FOCUSABLE) ? [element] : []), ...element.querySelectorAll(FOCUSABLE)];
  return (all as HTMLElement[]).find((each) => each.checkVisibility());
}

/**
 * Within `root`, until the signal. Of what came at the same time the nearest to the lost place is taken, else what was
 * there before. Where its user has gone elsewhere in the meantime, the focus is left alone.
 */
export function keepFocus(root: HTMLElement, signal?: AbortSignal): void {
  const { ownerDocument: page } = root;
  let last: Element | null = null;
  let around: Element[] = [];
  root.addEventListener(
    'focusin',
    ({ target }) => {
      last = target as Element;
      around = [];
      for (let element = last.parentElement; element; element = element.parentElement) around.push(element);
    },
    { signal },
  );
  root.addEventListener(
    'focusout',
    ({ target }) =>
      // What is taken away loses the focus, too; what is still there was left.
      queueMicrotask(() => {
        if (last === target && last?.isConnected) last = null;
      }),
    { signal },
  );
  const watch = new MutationObserver((changes) => {
    if (last === null || last.isConnected) return;
    last = null;
    if (page.activeElement !== page.body && page.activeElement !== null) return;
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    const near = around.filter((element) => element.isConnected);
    for (const element of near) {
      const found = added
        .filter((node) => element.contains(node))
        .map(firstIn)
        .find(Boolean);
      if (found) return found.focus();
    }
    for (const element of near) {
      const found = firstIn(element);
      if (found) return found.focus();
    }
  });
  watch.observe(root, { childList: true, subtree: true });
  signal?.addEventListener('abort', () => watch.disconnect());
}
