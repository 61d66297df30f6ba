/** Checks inside the overlay's closed root, from the extension's own world of the page, which may look into it. */
import { createRequire } from 'node:module';
import type { Page, Worker } from 'playwright-core';
import { bareKeys, SAID } from './axe.ts';

const HOST = 'dueline-overlay';
/** Copied beside the scripts of the build that tests start: the extension's world of a page takes no other code. */
export const AXE_FILE = 'axe.js';
export const AXE_PATH = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Runs a function body in the extension's world of a page; `host` and `root` are the overlay's. */
export async function inOverlay<T>(page: Page, worker: Worker, body: string, element = HOST): Promise<T> {
  const code = `(async () => {
    const tabs = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
    const tab = tabs.find(({ url }) => url === ${JSON.stringify(page.url())});
    const target = { tabId: tab.id };
    await chrome.scripting.executeScript({ target, files: ['/${AXE_FILE}'] });
    const [{ result }] = await chrome.scripting.executeScript({ target, func: async () => {
      const host = document.querySelector('${element}');
      const root = chrome.dom.openOrClosedShadowRoot(host);
      ${body}
    } });
    return result;
  })()`;
  return (await worker.evaluate(code)) as T;
}

/** What axe-core has to say against the overlay: each violation with the elements that break it. */
export async function auditOverlay(page: Page, worker: Worker, element = HOST): Promise<string[]> {
  const said = await inOverlay<string>(page, worker, SAID, element);
  const found = await inOverlay<string[]>(
    page,
    worker,
    `
      // The checker looks into open roots only; this world sees the property, the page does not.
      Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
      const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations, passes } = await axe.run(host, { runOnly, resultTypes: ['violations', 'passes'] });
      if (passes.length < 5) return ['axe-core has seen next to nothing of the overlay'];
      return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 160) + ' (' + failureSummary.slice(0, 200) + ')').join(' | '));
    `,
    element,
  );
  return [...bareKeys(said), ...found];
}

/** Puts a button without a name into the panel: what the checker must find, or it has not looked. */
export async function spoil(page: Page, worker: Worker): Promise<void> {
  await inOverlay(page, worker, "root.querySelector('.overlay').append(document.createElement('button'));");
}

/** Opens every part of the panel that can be opened. */
export async function openAllOf(page: Page, worker: Worker): Promise<void> {
  await inOverlay(page, worker, "for (const part of root.querySelectorAll('details')) part.open = true;");
}

/** What is animated or takes its time to change, or scrolls smoothly: the body of a function over `root`. */
export const MOVING = `
  return [...root.querySelectorAll('*')].filter((element) => {
    const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(element);
    return animationName !== 'none' || scrollBehavior === 'smooth' || /[1-9]/.test(transitionDuration);
  }).map(({ className, localName }) => localName + ' ' + className);
`;

export const movingInOverlay = (page: Page, worker: Worker): Promise<string[]> =>
  inOverlay(page, worker, MOVING);

/** Elements that stand out of the overlay's box, or whose own words do not fit. */
export function overflowing(page: Page, worker: Worker, element = HOST): Promise<string[]> {
  return inOverlay(
    page,
    worker,
    `
      const { left, right } = (root.querySelector('.picker, .dock > *, .overlay') ?? host).getBoundingClientRect();
      const found = left < 0 || right > innerWidth ? ['the overlay stands out of the window'] : [];
      for (const element of root.querySelectorAll('.panel, .line, .part, .chip, .button, .way, dd, dt, li, p, h2')) {
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
          found.push(element.className + ' ' + element.textContent.slice(0, 60));
      }
      return found;
    `,
    element,
  );
}

/** What a finger or a shaking hand would miss: buttons, fields and links of less than 24 pixels either way. */
export const SMALL_TARGETS = `
  const targets = root.querySelectorAll('a[href], button, input, select, textarea, summary');
  return [...targets].filter((target) => target.checkVisibility()).flatMap((target) => {
    const box = (target.closest('label') ?? target).getBoundingClientRect();
    if (box.height >= 24 && box.width >= 24) return [];
    const words = target.getAttribute('aria-label') ?? target.textContent;
    return [target.localName + ' ' + words.slice(0, 40) + ': ' + Math.floor(box.width) + ' by ' + Math.floor(box.height)];
  });
`;

export const smallTargets = (page: Page, worker: Worker): Promise<string[]> =>
  inOverlay(page, worker, SMALL_TARGETS);

/** Takes down what the overlay has read out by itself, from now on. */
export const listenToOverlay = (page: Page, worker: Worker): Promise<void> =>
  inOverlay(
    page,
    worker,
    `
      const status = root.querySelector('[role=status]');
      globalThis.heard = [];
      new MutationObserver(() => globalThis.heard.push(status.textContent))
        .observe(status, { characterData: true, childList: true, subtree: true });
    `,
  );

export const heardFromOverlay = (page: Page, worker: Worker): Promise<string[]> =>
  inOverlay(page, worker, 'return globalThis.heard;');

/** What has the focus inside the overlay, by its words; `null` where nothing has. */
export function focusedIn(page: Page, worker: Worker, element = HOST): Promise<string | null> {
  return inOverlay(
    page,
    worker,
    `
      const active = root.activeElement;
      return active && (active.getAttribute('aria-label') ?? active.textContent ?? '').slice(0, 60);
    `,
    element,
  );
}

/** What stands in the fields of the panel's form, in their order. */
export function typedIn(page: Page, worker: Worker): Promise<string[]> {
  return inOverlay(
    page,
    worker,
    "return [...root.querySelectorAll('.form input:not([type=checkbox]), .form select')].map(({ value }) => value);",
  );
}
