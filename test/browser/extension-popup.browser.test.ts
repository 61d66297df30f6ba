/** The popup for those who serve several customers, and for one customer. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { chromiumProgram, type ExtensionBrowser, startExtension } from '../support/extension-browser.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';

const chromiumTest = test.skipIf(!chromiumProgram);
let dueline: ExtensionBrowser;

/** A case of which the directory remembers an inquiry that nobody has answered: 30 hours ago, due within 24. */
const DIRECTORY = {
  ...plainDirectory(),
  cases: [
    {
      id: 'C-7',
      engagement: 'E-1',
      subject: 'Remembered',
      status: 'open' as const,
      link: 'https://desk.example/7',
      inquiries: [{ received: new Date(nowMs - 30 * HOUR).toISOString() }],
    },
  ],
};

beforeAll(async () => {
  if (!chromiumProgram) return;
  dueline = await startExtension(TICKETS);
  await dueline.importDirectory(DIRECTORY);
  for (const id of ['1', '2']) {
    const page = await dueline.openTicket(id);
    await waitForOverlay(page, ({ tier }) => tier !== null);
  }
}, 5 * 60_000);
afterEach(() => dueline?.closePages());
afterAll(() => dueline?.close());

chromiumTest(
  'what is due over all customers, those of the sheet too, soonest first, one click away',
  async () => {
    const popup = await dueline.openOwn('popup');
    const overdue = popup.locator('[data-group=overdue] li');
    await overdue.first().waitFor();
    const links = await overdue.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    // Binford's second day ended a day ago, Acme's remembered case six hours ago.
    expect(links).toEqual([`${dueline.base}/tickets/2`, 'https://desk.example/7']);
    expect(await overdue.first().innerText()).toContain('late by 24 hr');
    expect(await overdue.first().innerText()).toContain('Binford');
    expect(await overdue.last().innerText()).toContain('late by 6 hr');
    const first = popup.locator(`[data-part=desk] a[href="${dueline.base}/tickets/1"]`);
    expect(await first.count()).toBe(1);
    const due = popup.locator('[data-part=desk] time').last();
    expect(await due.getAttribute('datetime')).toBe(new Date(nowMs - HOUR + DAY).toISOString());
  },
);

chromiumTest('the tabs are gone through with the arrow keys', async () => {
  const popup = await dueline.openOwn('popup');
  await popup.getByRole('tab', { name: /^Due/ }).focus();
  await popup.keyboard.press('ArrowRight');
  await popup.locator('[data-part=customer]').waitFor();
  expect(await popup.evaluate(() => document.activeElement?.id)).toBe('tab-customer');
  await popup.keyboard.press('ArrowLeft');
  await popup.locator('[data-part=desk]').waitFor();
  expect(await popup.locator('[data-part=customer]').count()).toBe(0);
});

chromiumTest(
  'the tiers stand side by side, one’s own is marked, and what is not in one is said',
  async () => {
    const popup = await dueline.openOwn('popup');
    await popup.getByRole('tab', { name: 'Customer' }).click();
    await popup.getByText('Compare the tiers').click();
    const heads = await popup.locator('[data-part=compare] thead th').allInnerTexts();
    expect(heads.map((head) => head.replace(/\s+/g, ' ').trim()).sort()).toEqual([
      'Premium (yours)',
      'Standard',
      'TSAM',
    ]);
    const row = popup.locator('[data-part=compare] tbody', { hasText: 'Environment consulting' });
    const column = heads.findIndex((head) => head.startsWith('Standard'));
    expect(await row.locator('td').nth(column).textContent()).toBe('Not included');
    const reviews = popup.locator('[data-part=compare] tbody', { hasText: 'Service reviews' });
    expect(await reviews.locator('td').nth(column).innerText()).toBe('video conference, quarterly');
  },
);

chromiumTest('a directory of one customer has no desk: the popup is that customer’s', async () => {
  const { customers, engagements, ...rest } = plainDirectory();
  await dueline.importDirectory({
    ...rest,
    customers: customers.slice(0, 1),
    engagements: engagements.slice(0, 1),
  });
  const popup = await dueline.openOwn('popup');
  await popup.locator('[data-part=customer]').waitFor();
  expect(await popup.getByRole('tab').count()).toBe(0);
  await dueline.importDirectory(DIRECTORY);
});

chromiumTest('an overlay hidden on a site is brought back from the popup', async () => {
  const page = await dueline.openTicket('1');
  await unfoldOverlay(page);
  await clickOverlay(page, ({ name, attributes }) => name === 'summary' && attributes.title !== undefined);
  await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Hide on this site');
  await waitForOverlay(page, ({ text }) => text.includes('Dueline is hidden'));
  const popup = await dueline.openOwn('popup');
  // What the button in the popup of that tab sends: a test's popup has a tab of its own.
  await popup.evaluate(
    `chrome.runtime.sendMessage({ type: 'show-on-site', url: '${dueline.base}/tickets/1' })`,
  );
  await page.bringToFront();
  await waitForOverlay(page, ({ text }) => !text.includes('Dueline is hidden'));
  await page.reload();
  expect((await waitForOverlay(page)).customer).toBe('Acme <b>GmbH</b>');
});
