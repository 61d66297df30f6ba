/** Where the overlay stands on a page: moved, docked, out of the way of typing, hidden, and back. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { clickOverlay, find, overlayTree, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const WINDOW = { width: 1000, height: 800 };
const dueline = useExtension(TICKETS, { directory: plainDirectory() });

/** The overlay's distances from the edges of the window. */
function edges(page: Page) {
  return page.evaluate(() => {
    const box = document.querySelector('dueline-overlay')!.getBoundingClientRect();
    return {
      left: Math.round(box.left),
      top: Math.round(box.top),
      right: Math.round(innerWidth - box.right),
      bottom: Math.round(innerHeight - box.bottom),
    };
  });
}

async function openTicket(): Promise<Page> {
  const page = await dueline.openTicket('1');
  await page.setViewportSize(WINDOW);
  await waitForOverlay(page);
  return page;
}

async function choose(page: Page, words: string) {
  await clickOverlay(page, ({ name, attributes }) => name === 'summary' && attributes.title !== undefined);
  await clickOverlay(
    page,
    ({ name, attributes, text }) => name === 'button' && (attributes['aria-label'] ?? text) === words,
  );
}

/** Every test leaves the overlay in its corner. */
async function dockAtHome(page: Page) {
  await choose(page, 'Bottom right');
  await expect.poll(() => edges(page)).toMatchObject({ right: 16, bottom: 16 });
}

chromiumTest('docked in another corner it stays there, on the next page too', async () => {
  const page = await openTicket();
  await unfoldOverlay(page);
  await choose(page, 'Top left');
  await expect.poll(() => edges(page)).toMatchObject({ left: 16, top: 16 });
  await page.reload();
  await waitForOverlay(page);
  await expect.poll(() => edges(page)).toMatchObject({ left: 16, top: 16 });
  await dockAtHome(page);
});

chromiumTest(
  'dragged by its line it goes where it is dropped, and the end of the drag opens nothing',
  async () => {
    const page = await openTicket();
    if (!(await waitForOverlay(page)).folded) await page.keyboard.press('Escape');
    await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true').catch(
      () => undefined,
    );
    await waitForOverlay(page, ({ folded }) => folded);
    await expect.poll(() => edges(page)).toMatchObject({ right: 16, bottom: 16 });
    const { left, top } = await edges(page);
    await page.mouse.move(left + 20, top + 10);
    await page.mouse.down();
    await page.mouse.move(left + 10, top - 190, { steps: 4 });
    await page.mouse.up();
    // 200 pixels up and 10 to the left of where it was.
    await expect.poll(() => edges(page)).toMatchObject({ right: 26, bottom: 216 });
    expect((await waitForOverlay(page)).folded).toBe(true);
    await unfoldOverlay(page);
    await dockAtHome(page);
  },
);

chromiumTest('never over what is typed into: it makes way for a field, and comes back after it', async () => {
  const page = await openTicket();
  await unfoldOverlay(page);
  await clickOverlay(page, ({ attributes }) => attributes['aria-expanded'] === 'true');
  await waitForOverlay(page, ({ folded }) => folded);
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'reply';
    field.style.cssText = 'position:fixed;left:0;right:0;bottom:0;height:200px;width:100%';
    document.body.append(field);
  });
  await page.focus('#reply');
  await expect.poll(() => edges(page)).toMatchObject({ right: 16, top: 16 });
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect.poll(() => edges(page)).toMatchObject({ right: 16, bottom: 16 });
  await page.evaluate(() => {
    document.getElementById('reply')!.style.height = '100%';
  });
  await page.focus('#reply');
  const visibility = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('dueline-overlay')!).visibility);
  await expect.poll(visibility).toBe('hidden');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect.poll(visibility).toBe('visible');
});

chromiumTest(
  'hidden for a site: it says how to get it back, stays away on the next page, and comes back',
  async () => {
    const page = await openTicket();
    await unfoldOverlay(page);
    await choose(page, 'Hide on this site');
    await waitForOverlay(page, ({ text }) => text.includes('Dueline is hidden on 127.0.0.1'));
    await page.reload();
    // The shortcut cannot be pressed from a test: this is what the background does when it is.
    const there: boolean[] = [];
    await expect
      .poll(async () => {
        there.push((await overlayTree(page)) !== null);
        await dueline.worker().evaluate(`(async () => {
        for (const { id } of await chrome.tabs.query({ url: 'http://127.0.0.1/*' })) {
          await chrome.tabs.sendMessage(id, { type: 'toggle' }).catch(() => undefined);
        }
      })()`);
        const tree = await overlayTree(page);
        return tree !== null && find(tree, ({ text }) => text === 'Show it here again') !== null;
      })
      .toBe(true);
    expect(there[0]).toBe(false);
    await clickOverlay(page, ({ name, text }) => name === 'button' && text === 'Show it here again');
    await waitForOverlay(page, ({ text }) => !text.includes('Dueline is hidden'));
    await page.reload();
    expect((await waitForOverlay(page)).customer).toBe('Acme <b>GmbH</b>');
  },
);

chromiumTest('print shows the page without it', async () => {
  const page = await openTicket();
  await page.emulateMedia({ media: 'print' });
  const display = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('dueline-overlay')!).display);
  await expect.poll(display).toBe('none');
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(display).toBe('block');
});
