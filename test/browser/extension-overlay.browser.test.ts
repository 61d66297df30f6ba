/** The overlay on a real page: what it says, what it leaves alone, and what a hostile page gets from it. */
import { expect } from 'vitest';
import { clickOverlay, find, overlayTree, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, INJECTION, iso, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension(TICKETS, { directory: plainDirectory() });

chromiumTest('the overlay says whose ticket it is, what is owed and until when', async () => {
  const page = await dueline.openTicket('1');
  expect(await unfoldOverlay(page)).toMatchObject({
    customer: 'Acme <b>GmbH</b>',
    tier: 'premium',
    state: 'running',
    // Received an hour ago, due the same time a day later, in a calendar that never closes.
    due: iso(nowMs - HOUR + DAY),
    running: true,
  });
  await page.goto(`${dueline.base}/tickets/2`);
  // Three days old, due within two.
  expect(await waitForOverlay(page, ({ state }) => state !== null)).toMatchObject({
    customer: 'Binford',
    tier: 'standard',
    state: 'overdue',
    due: iso(nowMs - DAY),
  });
});

chromiumTest(
  'the popup lists the answers owed of the customer, soonest first, with the way there',
  async () => {
    const popup = await dueline.openOwn('popup');
    await popup.getByRole('tab', { name: 'Customer' }).click();
    const owed = popup.locator('[data-part=owed] a').first();
    expect(await owed.getAttribute('href')).toBe(`${dueline.base}/tickets/1`);
    expect(await popup.locator('[data-part=owed] time').first().getAttribute('datetime')).toBe(
      new Date(nowMs - HOUR + DAY).toISOString(),
    );
  },
);

chromiumTest('no-html: what a ticket or a directory says is text, whatever it looks like', async () => {
  const page = await dueline.openTicket('1');
  const { text } = await unfoldOverlay(page);
  expect(text).toContain(INJECTION);
  expect(text).toContain('Acme <b>GmbH</b>');
  const tree = (await overlayTree(page))!;
  expect(find(tree, ({ name }) => name === 'img' || name === 'b')).toBeNull();
});

chromiumTest(
  'host-page-untouched: but for our one element the page is what it was, and every key is its own',
  async () => {
    const page = await dueline.openTicket('1');
    await page.evaluate(`
    addEventListener('keydown', ({ key }) => { window.keys = (window.keys ?? '') + key; });
  `);
    await unfoldOverlay(page);
    const same = await page.evaluate(async () => {
      const copy = document.documentElement.cloneNode(true) as Element;
      copy.querySelector('dueline-overlay')?.remove();
      const served = await (await fetch(location.href)).text();
      return copy.isEqualNode(new DOMParser().parseFromString(served, 'text/html').documentElement);
    });
    expect(same).toBe(true);
    await page.keyboard.press('r');
    await clickOverlay(page, ({ name, text }) => name === 'summary' && text === 'Why then');
    await page.keyboard.press('x');
    await page.locator('h1').click();
    await page.keyboard.press('s');
    expect(await page.evaluate('window.keys')).toBe('rs');
  },
);

chromiumTest('Escape folds the overlay, and it stays folded on this site', async () => {
  const page = await dueline.openTicket('1');
  await unfoldOverlay(page);
  await clickOverlay(page, ({ name, text }) => name === 'summary' && text === 'Why then');
  await page.keyboard.press('Escape');
  await waitForOverlay(page, ({ folded }) => folded);
  await page.reload();
  expect((await waitForOverlay(page)).folded).toBe(true);
});

chromiumTest('page-cannot-ask: the root is closed, and what a page posts or fires asks nothing', async () => {
  const page = await dueline.openTicket('1');
  const before = await waitForOverlay(page);
  const reached = await page.evaluate(() => {
    const host = document.querySelector('dueline-overlay')!;
    Array.prototype.some = () => true;
    for (const type of ['ticket', 'export-directory', 'changed']) window.postMessage({ type }, '*');
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    return {
      root: host.shadowRoot,
      children: host.childElementCount,
      runtime: Reflect.get(window, 'chrome')?.runtime !== undefined,
    };
  });
  expect(reached).toEqual({ root: null, children: 0, runtime: false });
  expect((await waitForOverlay(page)).folded).toBe(before.folded);
});

chromiumTest(
  'an unknown customer is said, never guessed: picking is offered, remembered and taken back',
  async () => {
    const page = await dueline.openTicket('3');
    const unknown = await unfoldOverlay(page);
    expect(unknown).toMatchObject({ match: 'unknown', tier: null, due: null });
    expect(unknown.text).not.toMatch(/Premium|Standard/);
    await clickOverlay(page, ({ name }) => name === 'select');
    await page.keyboard.press('B');
    await page.keyboard.press('Enter');
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Use it');
    expect(await waitForOverlay(page, ({ match }) => match === 'matched')).toMatchObject({
      customer: 'Binford',
      tier: 'standard',
    });
    await page.reload();
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Take it back');
    await waitForOverlay(page, ({ match }) => match === 'unknown');
  },
);

chromiumTest(
  'rules-changed-while-open: a corrected tier reaches the open overlay without a reload, undo too',
  async () => {
    const page = await dueline.openTicket('1');
    await waitForOverlay(page, ({ tier }) => tier === 'premium');
    await dueline.importDirectory(plainDirectory('standard'));
    await page.bringToFront();
    await waitForOverlay(page, ({ tier }) => tier === 'standard');
    const options = await dueline.openOwn('options');
    await options.getByRole('button', { name: 'Undo the last change' }).click();
    await options.waitForSelector('.done');
    await page.bringToFront();
    await waitForOverlay(page, ({ tier }) => tier === 'premium');
  },
);
