/** Every page of ours for people who enlarge it, choose their own colours, or want nothing to move. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoDirectory } from '../demo/directory.ts';
import { axeFindings } from '../support/axe.ts';
import { unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { MOVING, movingInOverlay } from '../support/overlay-audit.ts';
import { HOUR, nowMs } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const GRETA = 'Greta Baum <greta.baum@nordwind.example>';
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension([
    {
      id: '1',
      subject: 'Upgrade',
      requester: GRETA,
      organisation: 'Nordwind Logistik GmbH',
      messages: [{ from: 'customer', author: GRETA, atMs: nowMs - 30 * 24 * HOUR }],
    },
  ]);
  await dueline.importDirectory(demoDirectory(nowMs));
  await dueline.openTicket('1').then(waitForOverlay);
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

/** Each page with what says that it is drawn. */
const PAGES = [
  ['card', 'h1'],
  ['options', '[data-part=year]'],
  ['popup', '[data-group=overdue]'],
  ['welcome', '.doors'],
] as const;
/** A window of 1280 × 800 and a popup of 800 × 600, the browser's largest, at twice the size; and a telephone. */
const SIZES = [
  ['200 %', { width: 640, height: 400 }],
  ['a popup at 200 %', { width: 400, height: 300 }],
  ['320 px', { width: 320, height: 640 }],
] as const;

async function open(name: string, drawn: string): Promise<Page> {
  const page = await dueline.openOwn(name);
  await page.locator(drawn).first().waitFor();
  return page;
}

chromiumTest.each(PAGES)(
  'enlarged and in forced colours axe finds nothing, and nothing runs out: %s',
  async (name, drawn) => {
    const page = await open(name, drawn);
    await page.emulateMedia({ forcedColors: 'active' });
    for (const [size, viewport] of SIZES) {
      await page.setViewportSize(viewport);
      expect(await axeFindings(page), size).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, size).toBeLessThanOrEqual(viewport.width);
    }
  },
);

chromiumTest.each([
  ['options', '.contents a', 'borderLeftColor', '[aria-current]'],
  ['popup', '.tabs button', 'borderBottomColor', '[aria-selected="true"]'],
] as const)(
  'in forced colours only the chosen one of those side by side is marked: %s',
  async (name, one, line, chosen) => {
    const page = await open(name, one);
    await page.emulateMedia({ forcedColors: 'active' });
    const marked = await page.evaluate(`(() => {
      const ground = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll('${one}')]
        .filter((each) => getComputedStyle(each).${line} !== ground)
        .map((each) => each.matches('${chosen}'));
    })()`);
    expect(marked).toEqual([true]);
  },
);

chromiumTest.each(PAGES)('nothing moves by itself where that is not wanted: %s', async (name, drawn) => {
  const page = await open(name, drawn);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(`(() => { const root = document; ${MOVING} })()`)).toEqual([]);
});

chromiumTest('nothing moves in the overlay, folded or open, where that is not wanted', async () => {
  const page = await dueline.openTicket('1');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await waitForOverlay(page);
  expect(await movingInOverlay(page, dueline.worker())).toEqual([]);
  await unfoldOverlay(page);
  expect(await movingInOverlay(page, dueline.worker())).toEqual([]);
});
