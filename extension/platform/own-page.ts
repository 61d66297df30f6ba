/** Opens a page of the extension in a tab of its own. */
import { browser } from 'wxt/browser';

export async function openOwnPage(pathAndFragment: string): Promise<void> {
  await browser.tabs.create({ url: ownAddress(pathAndFragment) });
}

export function ownAddress(pathAndFragment: string): string {
  return new URL(pathAndFragment, browser.runtime.getURL('/')).href;
}
