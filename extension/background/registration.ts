/** Keeps the content script registered for exactly the sites that are switched on, and in their open tabs. */
import { browser } from 'wxt/browser';
import { grantedPatterns } from '../platform/permissions.ts';

const ID = 'overlay';
const CONTENT_SCRIPT = '/overlay.js';
const VIEW_SCRIPT = '/view.js';

let last: Promise<void> = Promise.resolve();

/** Brings the registration up to date; calls that come together are done one after the other. */
export function register(): Promise<void> {
  last = last.then(registerNow, registerNow);
  return last;
}

async function registerNow(): Promise<void> {
  const matches = await grantedPatterns();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: [CONTENT_SCRIPT], matches, runAt: 'document_idle' as const };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Runs the content script in tabs that were open before; where it already runs, it only reads anew. */
export async function runInOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns], discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id }, files: [CONTENT_SCRIPT] })],
    ),
  );
}

/** Brings the overlay's view into the page that asks; a page that is gone by now needs none. */
export async function bringView(tabId: number | undefined, frameId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId ?? 0] },
      files: [VIEW_SCRIPT],
    });
  } catch (error) {
    console.debug(error);
  }
}
