/** The picker in real Chromium: the ways to it, places in shadow roots and frames, and its use without a mouse. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { clickOverlay, PICKER_HOST, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { fileOf } from '../support/extension-browser.ts';
import { auditOverlay, focusedIn, overflowing } from '../support/overlay-audit.ts';
import { openPicker, pointWithMouse, pressInPicker, waitForPicker } from '../support/picker.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { openServed, plainTicket, wholePage } from '../support/served-pages.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension(TICKETS, { directory: plainDirectory() });

const WROTE_MS = nowMs - HOUR;
const shown = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');
const ANA = 'Ana &lt;ana@acme.example&gt;';

/** The person stands in an open shadow root, the time in a frame of the page's own. */
const CUT_UP = wholePage(`<x-card></x-card>
  <iframe style="border: 7px solid; width: 300px; height: 120px" srcdoc="<p>Zuletzt</p><p class='stamp'>${shown(WROTE_MS)}</p>"></iframe>
  <script>document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Wer</p><p class="who">${ANA}</p>';</script>`);

/** Goes on with a key until what has the focus in one of our elements says this. */
async function tabTo(page: Page, words: string, element?: string): Promise<void> {
  const worker = dueline.worker();
  const seen: (string | null)[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    seen.push(await focusedIn(page, worker, element));
    if (seen.at(-1)?.includes(words)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${words}" was not reached by the keyboard, but: ${seen.join(', ')}`);
}

chromiumTest(
  'places in an open shadow root and in a frame of the page’s own are found, and followed',
  async () => {
    const page = await openServed(dueline, '/akte/17', { '/akte/17': CUT_UP, '/akte/18': CUT_UP });
    await openPicker(dueline, page);
    await pointWithMouse(page, 'Requester', page.locator('.who'));
    await waitForPicker(page, (text) => text.includes('Read here: Ana <ana@acme.example>'));
    await pressInPicker(page, 'Keep it');
    await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
    await pointWithMouse(page, 'When the customer last wrote', page.frameLocator('iframe').locator('.stamp'));
    await waitForPicker(page, (text) => text.includes(`Read here: ${shown(WROTE_MS)}`));
    await pressInPicker(page, 'Keep it');
    const { due } = await waitForOverlay(page, (reading) => reading.due !== null);
    expect(Date.parse(due!)).toBe(WROTE_MS + DAY);

    // The next page of the kind is read by what was learnt, and a change inside of the frame shows.
    await page.goto(`${dueline.base}/akte/18`);
    await waitForOverlay(page, (reading) => reading.due !== null);
    const later = shown(WROTE_MS + HOUR / 2);
    await page
      .frameLocator('iframe')
      .locator('.stamp')
      .evaluate((stamp, text) => {
        stamp.textContent = text;
      }, later);
    const after = await waitForOverlay(page, (reading) => Date.parse(reading.due!) !== WROTE_MS + DAY);
    expect(Date.parse(after.due!)).toBe(WROTE_MS + HOUR / 2 + DAY);
  },
);

chromiumTest(
  'by keyboard alone: from the overlay into the picker, a place taken and kept, and back',
  async () => {
    const page = await dueline.openTicket('2');
    await unfoldOverlay(page);
    await clickOverlay(
      page,
      ({ name, text }) => name === 'summary' && text.includes('What was read from this page'),
    );
    await tabTo(page, 'Show what is what');
    await page.keyboard.press('Enter');
    await waitForPicker(page, (text) => text.includes('What is what on this page'));
    const worker = dueline.worker();
    await expect.poll(() => focusedIn(page, worker, PICKER_HOST)).toBe('Point at it: Requester');
    await tabTo(page, 'Point at it: Organisation', PICKER_HOST);
    await page.keyboard.press('Enter');
    await waitForPicker(page, (text) => text.includes('Click on the page'));
    // Through the places of the page, forth and back, to the one that is meant.
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('ArrowDown');
      const text = await waitForPicker(page, (said) => said.includes('Read here'));
      if (text.includes('Read here: Binford Tools')) break;
    }
    await page.keyboard.press('Enter');
    await waitForPicker(page, (text) => text.includes('Found again by'));
    await page.keyboard.press('Enter');
    await waitForPicker(page, (text) => text.includes('Kept for every page of this kind.'));
    await tabTo(page, 'Undo', PICKER_HOST);
    await page.keyboard.press('Enter');
    await waitForPicker(page, (text) => !text.includes('Point again'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dueline-picker') === null);
  },
);

chromiumTest(
  'a status in the site’s own words counts as its user says, until they take it back',
  async () => {
    const ticket = wholePage(
      plainTicket('Ana <ana@acme.example>', WROTE_MS).replace('<dd>Open</dd>', '<dd>Im Archiv</dd>'),
    );
    const page = await openServed(dueline, '/tickets/102', { '/tickets/102': ticket });
    await waitForOverlay(page, ({ state }) => state === 'running');
    await openPicker(dueline, page);
    await waitForPicker(page, (text) => text.includes('“Im Archiv” counts as'));
    await tabTo(page, 'as read', PICKER_HOST);
    await page.keyboard.type('closed');
    await waitForOverlay(page, ({ state }) => state === 'closed-unanswered');

    const options = await dueline.openOwn('options');
    const word = options.getByLabel('“Im Archiv” counts as');
    await expect.poll(() => word.inputValue()).toBe('closed');
    const download = options.waitForEvent('download');
    await options.locator('[data-part=mappings]').getByRole('button', { name: 'Export' }).click();
    const stream = await (await download).createReadStream();
    const { sites } = JSON.parse(Buffer.concat(await stream.toArray()).toString());
    expect(sites.flatMap(({ statuses }: { statuses: object[] }) => statuses)).toEqual([
      { word: 'Im Archiv', kind: 'closed' },
    ]);
    await word.selectOption('');
    await word.waitFor({ state: 'detached' });
    await page.bringToFront();
    await waitForOverlay(page, ({ state }) => state === 'running');
  },
);

chromiumTest('from the popup: its button opens the picker in the tab behind it', async () => {
  const page = await dueline.openTicket('2');
  await waitForOverlay(page);
  const popup = await dueline.openOwn('popup');
  // What is a popup to its user is a tab here: the ticket's is to be the one in front.
  await page.bringToFront();
  await popup.reload();
  const button = popup.getByRole('button', { name: 'Show what is what on this page' });
  await button.waitFor({ state: 'attached' });
  await button.evaluate((element: HTMLElement) => element.click());
  await waitForPicker(page, (text) => text.includes('What is what on this page'));
});

chromiumTest.each(['light', 'dark'] as const)(
  'axe finds nothing in any step of the picker, and nothing is cut off at 320 pixels: %s',
  async (colorScheme) => {
    const page = await dueline.openTicket('2');
    await page.emulateMedia({ colorScheme });
    await waitForOverlay(page);
    await openPicker(dueline, page);
    const worker = dueline.worker();
    const sound = async () => {
      expect(await auditOverlay(page, worker, PICKER_HOST)).toEqual([]);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await overflowing(page, worker, PICKER_HOST), `${width}`).toEqual([]);
      }
    };
    await sound();
    await pressInPicker(page, 'Point at it: Organisation');
    await waitForPicker(page, (text) => text.includes('Click on the page'));
    await page.keyboard.press('ArrowDown');
    await waitForPicker(page, (text) => text.includes('Read here'));
    await sound();
    await page.keyboard.press('Enter');
    await waitForPicker(page, (text) => text.includes('Keep it'));
    await sound();
  },
);

chromiumTest.each(['light', 'dark'] as const)(
  'axe finds nothing in what the options list of it, and 320 pixels are enough: %s',
  async (colorScheme) => {
    const options = await dueline.openOwn('options');
    await options.emulateMedia({ colorScheme });
    const part = options.locator('[data-part=mappings]');
    const site = { site: 'https://desk.example', statuses: [{ word: 'Im Archiv', kind: 'closed' }] };
    const facts = [{ fact: 'requester', anchors: [{ by: 'label', value: 'Wer' }] }];
    const sites = [{ ...site, pages: [{ address: '/a-long-address/of-a-page/#', facts }] }];
    const file = JSON.stringify({ format: 'dueline-mappings', version: 1, sites });
    await part.locator('input[type=file]').setInputFiles(fileOf('mappings.json', file));
    await part.getByLabel('“Im Archiv” counts as').waitFor();
    expect(await axeFindings(options)).toEqual([]);
    await options.setViewportSize({ width: 320, height: 640 });
    const overflow = await part.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  },
);
