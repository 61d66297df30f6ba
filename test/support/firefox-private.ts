/** Private windows of the Firefox under test, through the browser's own parts: a user's click in about:addons. */
import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { EXTENSION_ID, type FirefoxWithDueline, sendTo } from './firefox.ts';

const WAIT = { timeout: 30_000 };

async function inBrowser(page: Page, expression: string): Promise<void> {
  const { contexts } = await sendTo<{ contexts: { context: string }[] }>(page, 'browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const answer = await sendTo<{ type: string; exceptionDetails?: { text: string } }>(
    page,
    'script.evaluate',
    {
      expression: `(async () => { ${expression} })()`,
      target: { context: contexts[0]!.context },
      awaitPromise: true,
    },
  );
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
}

/** Lets the extension run in private windows: what its user allows in the browser's own settings. */
export function allowPrivate(page: Page): Promise<void> {
  return inBrowser(
    page,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await ExtensionPermissions.add('${EXTENSION_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
    await (await AddonManager.getAddonByID('${EXTENSION_ID}')).reload();`,
  );
}

/** Opens a private window, and gives its one tab. */
export async function openPrivate(dueline: FirefoxWithDueline): Promise<Page> {
  const before = await dueline.newPage();
  const known = new Set(await before.browser().pages());
  await inBrowser(
    before,
    `const opened = OpenBrowserWindow({ private: true });
    await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
    await opened.delayedStartupPromise;`,
  );
  return vi.waitFor(async () => {
    const page = (await before.browser().pages()).find((each) => !known.has(each));
    expect(page).toBeDefined();
    return page!;
  }, WAIT);
}
