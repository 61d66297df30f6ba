/** Keeps the content script registered for exactly the sites that are switched on, and in their open tabs. */
import { browser } from 'wxt/browser';
import { withParts } from '../parts/shared.ts';
import { CONTENT_SCRIPT, lookOnce } from '../platform/look.ts';
import type { Part } from '../platform/messages.ts';
import { sitePatterns } from './policy-sites.ts';

const ID = 'overlay';

let last: Promise<void> = Promise.resolve();

/** Brings the registration up to date; calls that come together are done one after the other. */
export function register(): Promise<void> {
  last = last.then(registerNow, registerNow);
  return last;
}

async function registerNow(): Promise<void> {
  const matches = await sitePatterns();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: [CONTENT_SCRIPT], matches, runAt: 'document_idle' as const };
  const [now] = registered;
  if (now && [...(now.matches ?? [])].sort().join() === [...matches].sort().join()) return;
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

/** The frame of a page that asks. */
export interface Frame {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

/** Brings the overlay's view into the page that asks, and the panel where the overlay opens by itself. */
export function bringView(frame: Frame, opens: boolean): Promise<void> {
  return bring(frame, opens ? ['view', 'panel'] : ['view']);
}

export function bringPart(frame: Frame, part: Part): Promise<void> {
  return bring(frame, [part]);
}

/** A page that is gone by now needs none. */
async function bring({ tab, frameId }: Frame, scripts: string[]): Promise<void> {
  if (tab?.id === undefined) return;
  try {
    const target = { tabId: tab.id, frameIds: [frameId ?? 0] };
    await browser.scripting.executeScript({ target, files: withParts(scripts) });
  } catch (error) {
    console.debug(error);
  }
}

const TOGGLE = 'toggle-overlay';

/** The keyboard shortcut; on a page that is not switched on it is the click that gives one look. */
export async function toggleOverlay(command: string, tabId: number | undefined): Promise<void> {
  if (command !== TOGGLE) return;
  const tab = tabId ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (tab === undefined) return;
  try {
    await browser.tabs.sendMessage(tab, { type: 'toggle' });
  } catch {
    // Nobody listens in the page yet. Browsers' own pages refuse every extension.
    await lookOnce(tab);
  }
}
