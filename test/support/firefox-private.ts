/** Private windows of the Firefox under test, through the browser's own parts: a user's click in about:addons. */
import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { EXTENSION_ID, type FirefoxWithDueline, inBrowser } from './firefox.ts';

const WAIT = { timeout: 30_000 };

/** Lets the extension run in private windows: what its user allows in the browser's own settings. */
export async function allowPrivate(page: Page): Promise<void> {
  await inBrowser(
    page,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await ExtensionPermissions.add('${EXTENSION_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID('${EXTENSION_ID}')).reload();`,
  );
}

/** Opens an address in a private window of its own, and gives that page. */
export async function openPrivate(dueline: FirefoxWithDueline, address: string): Promise<Page> {
  const beside = await dueline.newPage();
  const known = new Set(await beside.browser().pages());
  await inBrowser(beside, `openTrustedLinkIn(${JSON.stringify(address)}, 'window', { private: true });`);
  return vi.waitFor(async () => {
    const page = (await beside.browser().pages()).find((each) => !known.has(each) && each.url() === address);
    expect(page).toBeDefined();
    return page!;
  }, WAIT);
}
