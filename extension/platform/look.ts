/** The active tab, as far as the browser lets the popup know it, and one look at its page. */
import { browser } from 'wxt/browser';
import { withParts } from '../parts/shared.ts';

/** What runs in every page of a site that is switched on; it says whether there is a ticket. */
export const CONTENT_SCRIPT = '/overlay.js';

export interface ActiveTab {
  id: number;
  /** `null` where the browser does not tell. */
  url: string | null;
}

export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Lets the user show what is what on a page, by the same right as one look at it. */
export async function showPicker(tabId: number): Promise<Look> {
  const look = await lookOnce(tabId);
  if (look !== 'cannot-look')
    await browser.scripting.executeScript({ target: { tabId }, files: withParts(['picker']) });
  return look;
}

export type Look = 'ticket' | 'no-ticket' | 'cannot-look';

/** Runs the content script once, by the right that the click on our button gave (`activeTab`). */
export async function lookOnce(tabId: number): Promise<Look> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId },
      files: [CONTENT_SCRIPT],
    });
    return (result?.result as { ticket?: boolean } | undefined)?.ticket ? 'ticket' : 'no-ticket';
  } catch {
    // Browsers' own pages, stores and PDF viewers refuse every extension.
    return 'cannot-look';
  }
}
