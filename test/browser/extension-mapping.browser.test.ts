/** Showing Dueline what is what on a page that no reader knows, in real Chromium, by mouse and by keyboard. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { overlayCount, waitForOverlay } from '../support/closed-shadow.ts';
import { fileOf } from '../support/extension-browser.ts';
import { openPicker, pointWithMouse, pressInPicker, waitForPicker } from '../support/picker.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { DAY, HOUR, nowMs } from '../support/plain-tickets.ts';
import { chromiumTest, useExtension } from '../support/use-extension.ts';

const dueline = useExtension([], { directory: plainDirectory() });

/** No label that a reader knows, no machine time, no thread. */
const PAGE = (
  who: string,
  when: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sache</title>
<body><div><p>Wer</p><p id="who">${who}</p></div><div><p>Zuletzt</p><p class="stamp">${when}</p></div>
<script>clicks = 0; addEventListener('click', (event) => { if (document.body.contains(event.target)) clicks += 1; });</script></body></html>`;

/** Everything but the labels has changed. */
const REDESIGNED = (
  who: string,
  when: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sache</title>
<body><main><section><dl><dt>Zuletzt:</dt><dd>${when}</dd><dt>Wer:</dt><dd>${who}</dd></dl></section></main></body></html>`;

const WROTE_MS = nowMs - HOUR;
const WHEN = new Date(WROTE_MS).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');

async function openPage(html: string, path = '/sache/17'): Promise<Page> {
  const page = await dueline.openTicket('none');
  await page.route('**/sache/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto(`${dueline.base}${path}`);
  return page;
}

chromiumTest(
  'a page that nobody can read becomes a ticket once its user has pointed at two facts',
  async () => {
    const page = await openPage(PAGE('Ana &lt;ana@acme.example&gt;', WHEN));
    await openPicker(dueline, page);
    const before = await page.evaluate(() => document.body.innerHTML);
    await pointWithMouse(page, 'Requester', page.locator('#who'));
    const preview = await waitForPicker(page, (text) => text.includes('Found again by'));
    expect(preview).toContain('Read here: Ana <ana@acme.example>');
    expect(preview).toContain('its label “Wer”');
    await pressInPicker(page, 'Keep it');
    await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');

    // The second by keyboard alone: the one place on the page that holds a time.
    await pressInPicker(page, 'Point at it: When the customer last wrote');
    await waitForPicker(page, (text) => text.includes('Click on the page'));
    await page.keyboard.press('Tab');
    await waitForPicker(page, (text) => text.includes(`Read here: ${WHEN}`));
    await page.keyboard.press('Enter');
    await waitForPicker(page, (text) => text.includes('its label “Zuletzt”'));
    await page.keyboard.press('Enter');
    const { due } = await waitForOverlay(page, (reading) => reading.due !== null);
    expect(Date.parse(due!)).toBe(WROTE_MS + DAY);
    expect(await overlayCount(page)).toBe(1);

    // Pointing was none of the page's business.
    expect(await page.evaluate('clicks')).toBe(0);
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dueline-picker') === null);
  },
);

chromiumTest(
  'what was shown holds on the next ticket, and after a redesign by the labels that stayed',
  async () => {
    const next = await openPage(PAGE('Ana &lt;ana@acme.example&gt;', WHEN), '/sache/18');
    expect((await waitForOverlay(next, ({ due }) => due !== null)).customer).toBe('Acme <b>GmbH</b>');
    const redesigned = await openPage(REDESIGNED('Ana &lt;ana@acme.example&gt;', WHEN), '/sache/19');
    const { due, customer } = await waitForOverlay(redesigned, (reading) => reading.due !== null);
    expect(customer).toBe('Acme <b>GmbH</b>');
    expect(Date.parse(due!)).toBe(WROTE_MS + DAY);
  },
);

chromiumTest('a place without anything that fits is not taken, and Escape gives the page back', async () => {
  const page = await openPage(PAGE('Ana &lt;ana@acme.example&gt;', WHEN), '/andere');
  await page.goto(`${dueline.base}/sache/20`);
  await waitForOverlay(page);
  await openPicker(dueline, page);
  await pressInPicker(page, 'Point at it: Opened');
  await waitForPicker(page, (text) => text.includes('Click on the page'));
  const box = (await page.locator('#who').boundingBox())!;
  await page.mouse.click(box.x + 5, box.y + 5);
  await waitForPicker(page, (text) => text.includes('Nothing here can be read as: Opened'));
  await page.keyboard.press('Escape');
  await waitForPicker(page, (text) => text.includes('What is what on this page'));
});

chromiumTest(
  'the options list what was shown; forgetting it can be undone, and a file brings it back',
  async () => {
    const options = await dueline.openOwn('options');
    const part = options.locator('[data-part=mappings]');
    await part.getByText('/sache/#', { exact: true }).waitFor();
    const download = options.waitForEvent('download');
    await part.getByRole('button', { name: 'Export' }).click();
    const stream = await (await download).createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString();
    // Nothing of a ticket is in it.
    for (const own of ['Ana', 'acme', WHEN.slice(0, 10)]) expect(text).not.toContain(own);

    await part.getByRole('button', { name: 'Forget this kind of page' }).click();
    await part.getByText('Nothing yet.').waitFor();
    await part.getByRole('button', { name: 'Undo' }).click();
    await part.getByText('/sache/#', { exact: true }).waitFor();
    await part.getByRole('button', { name: 'Forget this kind of page' }).click();
    await part.getByText('Nothing yet.').waitFor();
    await part
      .locator('input[type=file]')
      .setInputFiles(fileOf('mappings.json', '{"format":"something else"}'));
    await part.getByText('not a file of Dueline mappings').waitFor();
    await part.locator('input[type=file]').setInputFiles(fileOf('mappings.json', text));
    await part.getByText('/sache/#', { exact: true }).waitFor();
  },
);
