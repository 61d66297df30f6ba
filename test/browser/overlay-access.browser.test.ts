/** The overlay for people who do not see it, do not use a mouse, enlarge it, or read it in another language. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#core/language/index.ts';
import { demoDirectory } from '../demo/directory.ts';
import { clickOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { auditOverlay, focusedIn, openAllOf, overflowing, spoil } from '../support/overlay-audit.ts';
import { HOUR, nowMs } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
const customer = (author: string) => ({ from: 'customer' as const, author, atMs: nowMs - 30 * 24 * HOUR });
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (!chromiumProgram) return;
  const greta = 'Greta Baum <greta.baum@nordwind.example>';
  const cy = 'Cy <cy@unknown.example>';
  dueline = await startExtension([
    // Overdue for weeks, with a limit of scope broken, a person away and a timeline full of days.
    {
      id: '1',
      subject: 'Upgrade',
      requester: greta,
      organisation: 'Nordwind Logistik GmbH',
      messages: [customer(greta)],
    },
    { id: '2', subject: 'Who', requester: cy, organisation: '', messages: [customer(cy)] },
  ]);
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

const fold = (page: Page) =>
  clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true').then(() =>
    waitForOverlay(page, ({ folded }) => folded),
  );

async function speak(language: Language | null): Promise<void> {
  const options = await dueline.openOwn('options');
  await options.evaluate(
    (chosen) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<void> } } }
      ).chrome.runtime.sendMessage({
        type: 'set-language',
        language: chosen,
      }),
    language,
  );
}

chromiumTest('axe finds nothing where there is no directory yet', async () => {
  const page = await dueline.openTicket('1');
  await unfoldOverlay(page);
  expect(await auditOverlay(page, dueline.worker())).toEqual([]);
  await fold(page);
});

chromiumTest('the checker looks into the closed root: a button without a name is found', async () => {
  const page = await dueline.openTicket('1');
  await waitForOverlay(page);
  await spoil(page, dueline.worker());
  expect((await auditOverlay(page, dueline.worker())).join('\n')).toMatch(/^button-name/m);
});

chromiumTest.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)(
  'axe finds nothing in the line, in the panel with all of it open, and where the customer is unknown: %s',
  async (_, media) => {
    await dueline.importDirectory(demoDirectory(nowMs));
    const page = await dueline.openTicket('1');
    await page.emulateMedia(media);
    await waitForOverlay(page, ({ tier }) => tier === 'premium');
    expect(await auditOverlay(page, dueline.worker())).toEqual([]);
    await unfoldOverlay(page);
    expect(await auditOverlay(page, dueline.worker())).toEqual([]);
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Log time …');
    await openAllOf(page, dueline.worker());
    expect(await auditOverlay(page, dueline.worker())).toEqual([]);
    await fold(page);
    await page.goto(`${dueline.base}/tickets/2`);
    await unfoldOverlay(page);
    expect(await auditOverlay(page, dueline.worker())).toEqual([]);
    await fold(page);
  },
);

chromiumTest(
  'nothing is cut off: six languages, on a window of 320 pixels and on one enlarged to 200 %',
  async () => {
    await dueline.importDirectory(demoDirectory(nowMs));
    for (const language of LANGUAGES) {
      await speak(language);
      const page = await dueline.openTicket('1');
      for (const size of [
        { width: 320, height: 640 },
        { width: 640, height: 400 },
      ]) {
        await page.setViewportSize(size);
        await waitForOverlay(page);
        expect(await overflowing(page, dueline.worker()), `${language} ${size.width} line`).toEqual([]);
        await unfoldOverlay(page);
        await openAllOf(page, dueline.worker());
        expect(await overflowing(page, dueline.worker()), `${language} ${size.width} panel`).toEqual([]);
        await fold(page);
      }
      await dueline.closePages();
    }
    await speak('en');
  },
);

chromiumTest('the keyboard alone opens it, goes through all of it, folds it and returns', async () => {
  await dueline.importDirectory(demoDirectory(nowMs));
  const page = await dueline.openTicket('1');
  await waitForOverlay(page, ({ tier }) => tier === 'premium');
  await page.evaluate(() => {
    const link = document.createElement('button');
    link.id = 'mine';
    link.textContent = 'Mine';
    document.body.append(link);
    link.focus();
  });
  const worker = dueline.worker();
  const shortcut = () =>
    worker.evaluate(`(async () => {
      for (const { id } of await chrome.tabs.query({ url: 'http://127.0.0.1/*' }))
        await chrome.tabs.sendMessage(id, { type: 'toggle' }).catch(() => undefined);
    })()`);
  await shortcut();
  await waitForOverlay(page, ({ folded }) => !folded);
  await expect.poll(() => focusedIn(page, worker)).toBe('Fold away');
  const reached = new Set<string>();
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const focused = await focusedIn(page, worker);
    if (focused === null) break;
    reached.add(focused);
  }
  for (const words of ['Why then', 'No answer needed', 'Start the timer', 'What Premium includes']) {
    expect([...reached]).toContain(words);
  }
  // Tab leads out of it again: nothing is trapped.
  expect(await focusedIn(page, worker)).toBeNull();
  await page.focus('#mine');
  await shortcut();
  await waitForOverlay(page, ({ folded }) => folded);
  await shortcut();
  await waitForOverlay(page, ({ folded }) => !folded);
  await expect.poll(() => focusedIn(page, worker)).toBe('Fold away');
  await shortcut();
  await waitForOverlay(page, ({ folded }) => folded);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('mine');
});
