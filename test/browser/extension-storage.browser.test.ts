/** The browser's storage full, emptied and damaged under a directory in use: what is shown, and how it goes on. */
import { beforeEach, expect } from 'vitest';
import { waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, fileOf } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const PATIENT = { timeout: 30_000 };

const dueline = useExtension(TICKETS);
beforeEach(async () => {
  if (!chromiumProgram) return;
  await stored('chrome.storage.local.clear()');
  await dueline.importDirectory(plainDirectory());
});

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

chromiumTest(
  'storage full: an import says so before anything is replaced, and the directory in use stays',
  async () => {
    await stored(FILL);
    const options = await dueline.openOwn('options');
    const { customers, ...rest } = plainDirectory();
    const renamed = { ...rest, customers: customers.map((one) => ({ ...one, name: 'Another'.repeat(100) })) };
    await options.setInputFiles('input[type=file]', fileOf('other.json', JSON.stringify(renamed)));
    const problems = options.locator('[data-part=problems]');
    await problems.waitFor();
    expect(await problems.innerText()).toContain('the browser has room for 0 MB');
    expect(await options.locator('[data-part=preview]').count()).toBe(0);
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
  },
);

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

const MEGABYTE = 1_000_000;

/** As large as somebody's years of work. */
function largeDirectory(megabytes: number, customer: string) {
  const { customers, ...rest } = plainDirectory();
  const activity = { engagement: 'E-1', date: '2026-06-08', hours: 0.01, note: 'x'.repeat(1000) };
  const count = Math.ceil((megabytes * MEGABYTE) / (JSON.stringify(activity).length + 12));
  const activities = Array.from({ length: count }, (_, place) => ({ id: `a-${place}`, ...activity }));
  return { ...rest, activities, customers: customers.map((one) => ({ ...one, name: customer })) };
}

chromiumTest(
  'two directories of 4 MB follow each other, though three copies would not fit; the first comes back by the undo',
  async () => {
    await dueline.importDirectory(largeDirectory(4, 'First'));
    await dueline.importDirectory(largeDirectory(4, 'Second'));
    const options = await dueline.openOwn('options');
    const table = options.locator('[data-part=directory] table').first();
    await expect.poll(() => table.innerText(), PATIENT).toContain('Second');
    await options
      .locator('[data-part=directory]')
      .getByRole('button', { name: 'Undo the last change' })
      .click();
    await expect.poll(() => table.innerText(), PATIENT).toContain('First');
  },
);

chromiumTest('a directory for which the browser has no room is refused with what it has', async () => {
  await dueline.importDirectory(largeDirectory(4, 'First'));
  const options = await dueline.openOwn('options');
  const another = JSON.stringify(largeDirectory(7, 'Another'));
  await options.setInputFiles('input[type=file]', fileOf('another.json', another));
  const problems = options.locator('[data-part=problems]');
  await problems.waitFor(PATIENT);
  expect(await problems.innerText()).toMatch(
    /It takes 7(\.\d)? MB, and the browser has room for 6(\.\d)? MB/,
  );
  expect(await options.locator('[data-part=directory] table').first().innerText()).toContain('First');
});
