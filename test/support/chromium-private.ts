/** Private windows of the Chromium under test: allowed as its user does, in the browser's own page of extensions. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const WAIT = { timeout: 30_000 };

/** The browser starts the extension anew with it; `own` is one of the extension's pages. */
export async function allowPrivate(own: Page): Promise<void> {
  const id = JSON.stringify(new URL(own.url()).host);
  const page = await own.context().newPage();
  await page.goto('chrome://extensions');
  // Without it the browser holds an unpacked extension back that starts anew.
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${id}, incognitoAccess: true })`,
  );
  const isAllowed = `chrome.developerPrivate.getExtensionInfo(${id}).then(
    ({ state, incognitoAccess }) => state === 'ENABLED' && incognitoAccess.isActive)`;
  await expect.poll(() => page.evaluate(isAllowed), WAIT).toBe(true);
  await page.close();
}

/** Opens an address in a private window of its own, and gives that page. */
export async function openPrivate(own: Page, address: string): Promise<Page> {
  const known = new Set(own.context().pages());
  await own.evaluate(`chrome.windows.create({ incognito: true, url: ${JSON.stringify(address)} })`);
  const opened = () =>
    own
      .context()
      .pages()
      .find((page) => !known.has(page) && page.url() === address);
  await expect.poll(() => opened() !== undefined, WAIT).toBe(true);
  return opened()!;
}
