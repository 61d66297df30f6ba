/** The popup for people who do not see it, who need other colours, or who read it in another language. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '#core/language/index.ts';
import { demoDirectory } from '../demo/directory.ts';
import { axeFindings } from '../support/axe.ts';
import { waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { HOUR, nowMs } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const GRETA = 'Greta Baum <greta.baum@nordwind.example>';
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension([
    {
      id: '1',
      subject: 'Upgrade der Tourenplanungsschnittstellenverwaltung',
      requester: GRETA,
      organisation: 'Nordwind Logistik GmbH',
      messages: [{ from: 'customer', author: GRETA, atMs: nowMs - 30 * 24 * HOUR }],
    },
  ]);
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

async function openPopup(width = 380): Promise<Page> {
  const popup = await dueline.openOwn('popup');
  await popup.setViewportSize({ width, height: 700 });
  await popup.locator('h1').waitFor();
  return popup;
}

/** Words that run out of the popup: only the comparison of tiers may be wider, and scrolls by itself. */
const tooWide = (popup: Page) =>
  popup.evaluate(() => [
    ...(document.documentElement.scrollWidth > innerWidth ? ['the popup scrolls sideways'] : []),
    ...[...document.querySelectorAll('main *:not(.scroll):not(.only-read)')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
      .map((element) => `${element.className} ${element.textContent?.slice(0, 60)}`),
  ]);

chromiumTest('axe finds nothing in a popup that teaches where a directory comes from', async () => {
  expect(await axeFindings(await openPopup())).toEqual([]);
});

chromiumTest.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)(
  'axe finds nothing in what is due, nor in a customer with the tiers compared: %s',
  async (_, media) => {
    await dueline.importDirectory(demoDirectory(nowMs));
    const page = await dueline.openTicket('1');
    await waitForOverlay(page, ({ tier }) => tier === 'premium');
    const popup = await openPopup();
    await popup.emulateMedia(media);
    await popup.locator('[data-group=overdue]').waitFor();
    expect(await axeFindings(popup)).toEqual([]);
    await popup.getByRole('tab').last().click();
    await popup.locator('[data-part=customer]').waitFor();
    await popup.locator('summary').last().click();
    await popup.locator('[data-part=compare]').waitFor();
    expect(await axeFindings(popup)).toEqual([]);
  },
);

chromiumTest(
  'nothing runs out of it: six languages, as wide as it likes to be and on 320 pixels',
  async () => {
    await dueline.importDirectory(demoDirectory(nowMs));
    for (const language of LANGUAGES) {
      for (const width of [380, 320]) {
        const popup = await openPopup(width);
        await popup.evaluate(`chrome.runtime.sendMessage({ type: 'set-language', language: '${language}' })`);
        await popup.reload();
        await popup.getByRole('tab').last().waitFor();
        expect(await tooWide(popup), `${language} ${width} due`).toEqual([]);
        await popup.getByRole('tab').last().click();
        await popup.locator('[data-part=customer]').waitFor();
        await popup.locator('summary').last().click();
        expect(await tooWide(popup), `${language} ${width} customer`).toEqual([]);
      }
      await dueline.closePages();
    }
  },
);
