/** Tells every open overlay and page of ours that what it shows may no longer hold. */
import { browser } from 'wxt/browser';
import type { Push } from '../platform/messages.ts';

export async function push(message: Push): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Most tabs have no overlay and nobody who listens; that is no failure.
  await Promise.allSettled([
    browser.runtime.sendMessage(message),
    ...tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, message)])),
  ]);
}
