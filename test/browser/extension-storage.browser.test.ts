/** The browser's storage full, emptied and damaged under a directory in use: what is shown, and how it goes on. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { waitForOverlay } from '../support/closed-shadow.ts';
import {
  chromiumProgram,
  type ExtensionBrowser,
  fileOf,
  startExtension,
} from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
let dueline: ExtensionBrowser;

beforeAll(async () => {
  if (chromiumProgram) dueline = await startExtension(TICKETS);
}, 5 * 60_000);
beforeEach(async () => {
  if (!chromiumProgram) return;
  await stored('chrome.storage.local.clear()');
  await dueline.importDirectory(plainDirectory());
});
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

/** Acts on the stored values from a page of our own; the background that starts next finds them so. */
async function stored(expression: string): Promise<void> {
  const page = await dueline.openOwn('options');
  await page.evaluate(expression);
  await page.close();
  await dueline.killBackground();
}

/** All but the last few bytes of what the browser gives. */
const FILL = `(async () => {
  const { local } = chrome.storage;
  const room = local.QUOTA_BYTES - (await local.getBytesInUse(null));
  await local.set({ filler: 'x'.repeat(room - 200) });
})()`;

chromiumTest('storage full: an import says so, and the directory in use stays', async () => {
  await stored(FILL);
  const options = await dueline.openOwn('options');
  const { customers, ...rest } = plainDirectory();
  const renamed = { ...rest, customers: customers.map((one) => ({ ...one, name: 'Another'.repeat(100) })) };
  await options.setInputFiles('input[type=file]', fileOf('other.json', JSON.stringify(renamed)));
  await options.click('[data-part=preview] .primary');
  const problems = options.locator('[data-part=problems]');
  await problems.waitFor();
  expect(await problems.innerText()).toContain('could not store it');
  const page = await dueline.openTicket('1');
  await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
  await stored('chrome.storage.local.remove("filler")');
  await dueline.importDirectory({
    ...rest,
    customers: customers.map((one) => ({ ...one, name: 'Another' })),
  });
  await page.bringToFront();
  await waitForOverlay(page, ({ customer }) => customer === 'Another');
  expect(page.said).toEqual([]);
});

chromiumTest(
  'storage emptied: the overlay says that there is no directory, and an import brings it back',
  async () => {
    const page = await dueline.openTicket('1');
    await waitForOverlay(page, ({ customer }) => customer !== null);
    await stored('chrome.storage.local.clear()');
    await page.reload();
    expect((await waitForOverlay(page, ({ text }) => text !== '')).text).toBe(
      'Dueline has no directory yet.',
    );
    await dueline.importDirectory(plainDirectory());
    await page.bringToFront();
    await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
    expect(page.said).toEqual([]);
  },
);

chromiumTest('the stored directory damaged: the last good copy answers, and the options say so', async () => {
  await stored(
    'chrome.storage.local.set({ directory: { format: "dueline-directory", version: 1, half: true } })',
  );
  const page = await dueline.openTicket('1');
  await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
  const options = await dueline.openOwn('options');
  await expect.poll(() => options.locator('main').innerText()).toMatch(/damaged/i);
  expect(page.said).toEqual([]);
});
