/** The built extension in real Chromium: options, popup and overlay, on the plainest desk there is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildExtension } from '../support/build.ts';
import {
  clickOverlay,
  find,
  overlayCount,
  overlayText,
  overlayTree,
  unfoldOverlay,
  waitForOverlay,
} from '../support/closed-shadow.ts';
import { launch, type Started } from '../support/demo/launch.ts';
import { makeDemoBuild } from '../support/demo-build.ts';
import { type PlainDesk, type PlainTicket, servePlainDesk } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { CHROMIUM, findTool } from '../support/tools.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Whole minutes, so that due times are too. */
const nowMs = Math.floor(Date.now() / 60_000) * 60_000;

const INJECTION = '<img src=x onerror=alert(1)>';
const ana = (atMs: number) => ({ from: 'customer' as const, author: 'Ana <ana@acme.example>', atMs });
const TICKETS: PlainTicket[] = [
  {
    id: '1',
    subject: INJECTION,
    requester: 'Ana <ana@acme.example>',
    organisation: 'Acme',
    messages: [ana(nowMs - HOUR)],
  },
  {
    id: '2',
    subject: 'Two',
    requester: 'Bo <bo@elsewhere.example>',
    organisation: 'Binford Tools',
    messages: [{ from: 'customer', author: 'Bo <bo@elsewhere.example>', atMs: nowMs - 3 * DAY }],
  },
  {
    id: '3',
    subject: 'Three',
    requester: 'Cy <cy@unknown.example>',
    organisation: 'Unknown Ltd',
    messages: [{ from: 'customer', author: 'Cy <cy@unknown.example>', atMs: nowMs - HOUR }],
  },
];

const program = findTool(CHROMIUM);
const folder = mkdtempSync(join(tmpdir(), 'dueline-extension-'));
let started: Started;
let desk: PlainDesk;
const opened: Page[] = [];

beforeAll(async () => {
  if (!program) return;
  desk = await servePlainDesk(TICKETS);
  started = await launch(program, makeDemoBuild(await buildExtension(), join(folder, 'demo')), true);
}, 5 * 60_000);

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

afterAll(async () => {
  await started?.close();
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(url: string): Promise<Page & { said: string[] }> {
  const page = await started.context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  opened.push(page);
  await page.goto(url);
  return Object.assign(page, { said });
}

const openOwn = (name: string) => open(`chrome-extension://${started.extensionId}/${name}.html`);
const openTicket = (id: string) => open(`${desk.base}/tickets/${id}`);

function file(name: string, content: string) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(content) };
}

async function importDirectory(directory: unknown): Promise<void> {
  const options = await openOwn('options');
  await options.setInputFiles('input[type=file]', file('directory.json', JSON.stringify(directory)));
  await options.click('[data-part=preview] .primary');
  await options.waitForSelector('.done');
}

/** In the background: what a click on "look once" does, in every tab of the desk. */
const RUN_AGAIN = `(async () => {
  for (const { id } of await chrome.tabs.query({ url: 'http://127.0.0.1/*' })) {
    await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/overlay.js'] });
  }
})()`;

const iso = (atMs: number) => new Date(atMs).toISOString().replace('.000Z', '+00:00');

const chromiumTest = test.skipIf(!program);

chromiumTest(
  'without a directory the overlay says so, and the popup teaches where one comes from',
  async () => {
    const page = await openTicket('1');
    expect((await waitForOverlay(page)).text).toBe('Dueline has no directory yet.');
    const popup = await openOwn('popup');
    expect(await popup.locator('.empty p').count()).toBe(2);
  },
);

chromiumTest('a file that cannot be used is refused entry by entry, and what was there stays', async () => {
  const options = await openOwn('options');
  const broken = { ...plainDirectory(), calendars: [{ id: 'always', zone: 'Europe/Nowhere', week: {} }] };
  await options.setInputFiles('input[type=file]', file('broken.json', JSON.stringify(broken)));
  const problems = options.locator('[data-part=problems]');
  await problems.waitFor();
  expect(await problems.innerText()).toContain('“Europe/Nowhere” is not a time zone');
  await options.setInputFiles('input[type=file]', file('text.json', 'not json'));
  await options.getByText('text.json cannot be used').waitFor();
  await options.setInputFiles(
    'input[type=file]',
    file('newer.json', '{"format":"dueline-directory","version":99}'),
  );
  await options.getByText('made by a newer Dueline (version 99').waitFor();
  expect(await options.locator('[data-part=directory] table').count()).toBe(0);
});

chromiumTest('a file of more than 20 MB is refused before it is read', async () => {
  const options = await openOwn('options');
  await options.setInputFiles('input[type=file]', file('huge.json', ' '.repeat(20_000_001)));
  await options.getByText('up to 20 MB can be read').waitFor();
});

chromiumTest(
  'the popup shows tier, target, delivery, hours, manager and backup of the directory',
  async () => {
    await importDirectory(plainDirectory());
    const popup = await openOwn('popup');
    const text = await popup.locator('main').innerText();
    expect(await popup.locator('[data-part=customer]').innerText()).toBe('Acme <b>GmbH</b>');
    expect(await popup.locator('[data-part=tier]').innerText()).toBe('Premium');
    expect(text).toContain('Answer within 1 business day');
    expect(await popup.locator('[data-part=manager]').innerText()).toBe('Mira Roth answers today');
    expect(await popup.locator('[data-part=backup]').innerText()).toBe('Noah Lind');
    expect(await popup.locator('[data-part=open]').innerText()).toContain('Open now');
    const reviews = popup.locator('.entitlements li', { hasText: 'Service reviews' });
    expect(await reviews.innerText()).toContain('in person or video conference, monthly');
  },
);

chromiumTest('the overlay says whose ticket it is, what is owed and until when', async () => {
  const page = await openTicket('1');
  expect(await unfoldOverlay(page)).toMatchObject({
    customer: 'Acme <b>GmbH</b>',
    tier: 'premium',
    state: 'running',
    // Received an hour ago, due the same time a day later, in a calendar that never closes.
    due: iso(nowMs - HOUR + DAY),
    running: true,
  });
  await page.goto(`${desk.base}/tickets/2`);
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
    const popup = await openOwn('popup');
    const owed = popup.locator('[data-part=owed] a').first();
    expect(await owed.getAttribute('href')).toBe(`${desk.base}/tickets/1`);
    expect(await popup.locator('[data-part=owed] time').first().getAttribute('datetime')).toBe(
      new Date(nowMs - HOUR + DAY).toISOString(),
    );
  },
);

chromiumTest('no-html: what a ticket or a directory says is text, whatever it looks like', async () => {
  const page = await openTicket('1');
  const { text } = await unfoldOverlay(page);
  expect(text).toContain(INJECTION);
  expect(text).toContain('Acme <b>GmbH</b>');
  const tree = (await overlayTree(page))!;
  expect(find(tree, ({ name }) => name === 'img' || name === 'b')).toBeNull();
});

chromiumTest('a page without a ticket has no overlay and nothing of ours on its console', async () => {
  const page = await openTicket('none');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await overlayText(page)).toBeNull();
  expect(page.said).toEqual([]);
});

chromiumTest(
  'one-overlay: navigation of every kind leaves one overlay, with the ticket of the address',
  async () => {
    const page = await openTicket('1');
    await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
    for (let turn = 0; turn < 20; turn++) {
      await page.evaluate('go("2")');
      await page.evaluate('go("1")');
    }
    await page.evaluate('go("2")');
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    await page.goBack();
    await waitForOverlay(page, ({ customer }) => customer === 'Acme <b>GmbH</b>');
    await page.goForward();
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    await page.evaluate('document.querySelector("dueline-overlay").remove()');
    await waitForOverlay(page, ({ customer }) => customer === 'Binford');
    const [worker] = started.context.serviceWorkers();
    for (let run = 0; run < 3; run++) {
      await worker!.evaluate(RUN_AGAIN);
    }
    expect(await overlayCount(page)).toBe(1);
    await page.evaluate('go("none")');
    await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
    expect(page.said).toEqual([]);
  },
);

chromiumTest(
  'host-page-untouched: but for our one element the page is what it was, and every key is its own',
  async () => {
    const page = await openTicket('1');
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
  const page = await openTicket('1');
  await unfoldOverlay(page);
  await clickOverlay(page, ({ name, text }) => name === 'summary' && text === 'Why then');
  await page.keyboard.press('Escape');
  await waitForOverlay(page, ({ folded }) => folded);
  await page.reload();
  expect((await waitForOverlay(page)).folded).toBe(true);
});

chromiumTest('page-cannot-ask: the root is closed, and what a page posts or fires asks nothing', async () => {
  const page = await openTicket('1');
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
    const page = await openTicket('3');
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
    const page = await openTicket('1');
    await waitForOverlay(page, ({ tier }) => tier === 'premium');
    await importDirectory(plainDirectory('standard'));
    await page.bringToFront();
    await waitForOverlay(page, ({ tier }) => tier === 'standard');
    const options = await openOwn('options');
    await options.getByRole('button', { name: 'Undo the replacement' }).click();
    await options.waitForSelector('.done');
    await page.bringToFront();
    await waitForOverlay(page, ({ tier }) => tier === 'premium');
  },
);

chromiumTest('what is exported is what was imported', async () => {
  const options = await openOwn('options');
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toEqual(plainDirectory());
});

chromiumTest(
  'orphan-after-update: once the extension is gone, the next change of the page takes the overlay along',
  async () => {
    const page = await openTicket('1');
    await waitForOverlay(page);
    const [worker] = started.context.serviceWorkers();
    // Chromium does not bring back an extension from its command line: to the page that is a removal.
    await worker!.evaluate('chrome.runtime.reload()');
    await page.evaluate('go("2")');
    await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
    await page.evaluate('go("1")');
    expect(await page.evaluate(() => document.querySelectorAll('dueline-overlay').length)).toBe(0);
    expect(page.said).toEqual([]);
  },
);
