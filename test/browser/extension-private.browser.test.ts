/** Private windows in real Chromium, once they are allowed: the same overlay, and nothing kept of the ticket. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { allowPrivate, openPrivate } from '../support/chromium-private.ts';
import { waitForOverlay } from '../support/closed-shadow.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const LIMIT_MS = 30_000;

const dueline = useExtension(TICKETS, { directory: plainDirectory() });

const everythingKept = (own: Page) =>
  own.evaluate(
    'Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then((areas) => JSON.stringify(areas))',
  ) as Promise<string>;
const isAllowed = 'chrome.extension.isAllowedIncognitoAccess()';

chromiumTest(
  'private windows, once their user allows them: the same overlay, and nothing kept of the ticket',
  async () => {
    const address = `${dueline.base}/tickets/1`;
    const before = await dueline.openOwn('options');
    expect(await before.evaluate(isAllowed)).toBe(false);
    await allowPrivate(before);

    const own = await dueline.openOwn('options');
    expect(await own.evaluate(isAllowed)).toBe(true);
    const page = await openPrivate(own, address);
    const reading = await waitForOverlay(page, ({ state }) => state !== null, LIMIT_MS);
    expect([reading.customer, reading.due]).toEqual([
      'Acme <b>GmbH</b>',
      new Date(nowMs + 23 * HOUR).toISOString(),
    ]);
    expect(await page.evaluate('document.querySelectorAll("dueline-overlay").length')).toBe(1);
    expect(await everythingKept(own)).not.toContain('/tickets/1');
    await page.close();

    // The same ticket in another window is kept: the check above can tell.
    const beside = await dueline.openTicket('1');
    await waitForOverlay(beside, ({ state }) => state !== null, LIMIT_MS);
    await expect.poll(() => everythingKept(own), { timeout: LIMIT_MS }).toContain('/tickets/1');
  },
  120_000,
);
