/** The extension is updated while its users work: scripts of the old version stand in pages, the new background comes. */
import { expect } from 'vitest';
import { clickOverlay, overlayCount, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import type { ListenedPage } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const MINUTE_MS = 60_000;
let version = 1;

const dueline = useExtension(TICKETS, { directory: plainDirectory() });

/** Installs the next version and waits until its own background answers; what the old one has drawn is marked. */
async function update(...pages: readonly ListenedPage[]): Promise<void> {
  for (const page of pages) {
    await page.evaluate('Object.assign(document.querySelector("dueline-overlay") ?? {}, { isOld: true })');
  }
  const next = `0.1.${++version}`;
  await dueline.update(next);
  const options = await dueline.openOwn('options');
  expect(await options.evaluate('chrome.runtime.getManifest().version')).toBe(next);
  await options.close();
}

const OVERLAYS = '[...document.querySelectorAll("dueline-overlay")].map(({ isOld }) => isOld ?? false)';

/** One overlay, of the new version's making, and what it is clicked for is done. */
async function expectAtWork(page: ListenedPage): Promise<void> {
  await page.bringToFront();
  await expect.poll(() => page.evaluate(OVERLAYS), { timeout: MINUTE_MS / 2 }).toEqual([false]);
  const { why } = await unfoldOverlay(page);
  expect(why.length).toBeGreaterThan(0);
  expect(await overlayCount(page)).toBe(1);
}

chromiumTest(
  'orphan-after-update: tabs of the old version go on under the new one, with one overlay and nothing on their consoles',
  { timeout: 5 * MINUTE_MS },
  async () => {
    const first = await dueline.openTicket('1');
    const second = await dueline.openTicket('2');
    const none = await dueline.openTicket('none');
    await first.bringToFront();
    await unfoldOverlay(first);
    await second.bringToFront();
    await waitForOverlay(second, ({ customer }) => customer === 'Binford');
    await update(first, second);
    await expectAtWork(first);
    await expectAtWork(second);
    // Each goes on to where its user goes.
    await first.evaluate('go("2")');
    await waitForOverlay(first, ({ customer }) => customer === 'Binford');
    await second.evaluate('go("none")');
    await second.waitForFunction(() => document.querySelector('dueline-overlay') === null);
    await none.bringToFront();
    await none.evaluate('go("1")');
    await waitForOverlay(none, ({ customer }) => customer === 'Acme <b>GmbH</b>');
    for (const page of [first, second, none]) {
      expect(await overlayCount(page)).toBeLessThanOrEqual(1);
      expect(page.said).toEqual([]);
    }
  },
);

chromiumTest(
  'an update in the middle of a question: the ticket that was gone to is answered by the new version',
  { timeout: 5 * MINUTE_MS },
  async () => {
    const page = await dueline.openTicket('1');
    await waitForOverlay(page);
    await page.evaluate('go("2")');
    await update(page);
    await waitForOverlay(page, ({ customer }) => customer === 'Binford', MINUTE_MS / 2);
    await expectAtWork(page);
    expect(page.said).toEqual([]);
  },
);

chromiumTest(
  'three updates in a row, with clicks on what the old ones have drawn: one overlay, no error',
  { timeout: 5 * MINUTE_MS },
  async () => {
    const page = await dueline.openTicket('1');
    await unfoldOverlay(page);
    for (let round = 0; round < 3; round++) {
      await update(page);
      await expectAtWork(page);
      await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true');
      await waitForOverlay(page, ({ folded }) => folded);
    }
    expect(page.said).toEqual([]);
  },
);
