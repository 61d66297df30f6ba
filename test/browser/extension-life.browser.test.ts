/** The overlay through navigation, repeated runs and the end of its extension: one, or none. */
import { expect } from 'vitest';
import { overlayCount, overlayText, waitForOverlay } from '../support/closed-shadow.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension(TICKETS, { directory: plainDirectory() });

/** In the background: what a click on "look once" does, in every tab of the desk. */
const RUN_AGAIN = `(async () => {
  for (const { id } of await chrome.tabs.query({ url: 'http://127.0.0.1/*' })) {
    await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/overlay.js'] });
  }
})()`;

chromiumTest('a page without a ticket has no overlay and nothing of ours on its console', async () => {
  const page = await dueline.openTicket('none');
  // Once a ticket has come and gone, the content script has surely looked at the page.
  await page.evaluate('go("1")');
  await waitForOverlay(page);
  await page.evaluate('go("none")');
  await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
  expect(await overlayText(page)).toBeNull();
  expect(page.said).toEqual([]);
});

chromiumTest(
  'one-overlay: navigation of every kind leaves one overlay, with the ticket of the address',
  async () => {
    const page = await dueline.openTicket('1');
    await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
    for (let turn = 0; turn < 20; turn++) {
      await page.evaluate('go("2")');
      await page.evaluate('go("1")');
    }
    await page.evaluate('go("2")');
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    await page.goBack();
    await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
    await page.goForward();
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    await page.evaluate('document.querySelector("dueline-overlay").remove()');
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    const worker = dueline.worker();
    for (let run = 0; run < 3; run++) {
      await worker.evaluate(RUN_AGAIN);
    }
    expect(await overlayCount(page)).toBe(1);
    await page.evaluate('go("none")');
    await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
    expect(page.said).toEqual([]);
  },
);

chromiumTest(
  'orphan-after-update: once the extension is gone, the next change of the page takes the overlay along',
  async () => {
    const page = await dueline.openTicket('1');
    await waitForOverlay(page);
    const worker = dueline.worker();
    // Chromium does not bring back an extension from its command line: to the page that is a removal.
    await worker.evaluate('chrome.runtime.reload()');
    await page.evaluate('go("2")');
    await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
    await page.evaluate('go("1")');
    expect(await page.evaluate(() => document.querySelectorAll('dueline-overlay').length)).toBe(0);
    expect(page.said).toEqual([]);
  },
);
