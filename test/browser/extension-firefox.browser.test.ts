/** The built extension in real Firefox: import, switching a site on by a click, overlay, lists, picker and popup. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { nodesIn, partsIn } from '../support/firefox.ts';
import { DAY, HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { wholePage } from '../support/served-pages.ts';
import { firefoxTest, useFirefox } from '../support/use-extension.ts';

const WAIT = { timeout: 30_000 };
const dueline = useFirefox(TICKETS);

async function open(path: string, base = dueline.desk.base): Promise<Page & { said: string[] }> {
  const page = await dueline.newPage();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(base + path);
  return Object.assign(page, { said });
}

/** Waits for what one of our elements says, as a whole. */
const says = (page: Page, element?: string) =>
  expect.poll(async () => (await nodesIn(page, element))[0]?.text ?? '', WAIT);

firefoxTest('a site was switched on by a click, and its ticket has an overlay', async () => {
  const page = await open('/tickets/1');
  await page.waitForSelector('dueline-overlay');
  await expect.poll(async () => (await partsIn(page)).customer?.text, WAIT).toBe('Acme <b>GmbH</b>');
  const parts = await partsIn(page);
  expect(parts.tier?.text).toBe('Premium');
  expect(parts.due?.attributes.datetime).toBe(new Date(nowMs + 23 * HOUR).toISOString());
  expect(await page.evaluate(() => document.querySelector('dueline-overlay')?.shadowRoot)).toBeNull();
  // The page's policy forbids every style of its own; ours is drawn all the same, as a line in the corner.
  const box = await page.evaluate(() => {
    const { bottom, height } = document.querySelector('dueline-overlay')!.getBoundingClientRect();
    return { below: innerHeight - bottom, height };
  });
  expect(Math.round(box.below)).toBe(16);
  expect(box.height).toBeLessThan(60);
  expect(page.said).toEqual([]);
});

firefoxTest('a list has its badges and its dock, by keyboard too, and goes without a trace', async () => {
  const page = await open('/tickets/queue');
  const badges = async () =>
    (await nodesIn(page, 'dueline-list'))
      .filter(({ attributes }) => attributes.class?.startsWith('row-badge'))
      .map(({ attributes }) => attributes['data-state']);
  await expect.poll(badges, WAIT).toEqual(['running', 'overdue', 'unread']);
  await says(page, 'dueline-list').toContain('Overdue: 1');
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.localName === 'dueline-list')) break;
  }
  await page.keyboard.press('Enter');
  const order = async () =>
    (await nodesIn(page, 'dueline-list'))
      .filter(({ attributes }) => attributes.class === 'way')
      .map(({ text }) => text.slice(0, 2));
  await expect.poll(order, WAIT).toEqual(['#2', '#1']);
  await page.evaluate('go("1")');
  await page.waitForSelector('dueline-overlay');
  expect(await page.$('dueline-list')).toBeNull();
  expect(page.said).toEqual([]);
});

firefoxTest('the picker is opened, a place is taken by keyboard, kept and read by', async () => {
  const page = await open('/tickets/3');
  await page.waitForSelector('dueline-overlay');
  const own = await dueline.openOwn('options');
  await own.evaluate(`(async () => {
    const tabs = await browser.tabs.query({ url: 'http://127.0.0.1/*' });
    const tab = tabs.find(({ url }) => url.endsWith('/tickets/3'));
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/drawing.js', '/reading.js', '/picker.js'] });
  })()`);
  await page.bringToFront();
  await says(page, 'dueline-picker').toContain('What is what on this page');
  // The first of the facts has the focus: the requester.
  await page.keyboard.press('Enter');
  await says(page, 'dueline-picker').toContain('Click on the page: Requester');
  await page.keyboard.press('ArrowDown');
  await says(page, 'dueline-picker').toContain('Read here: ');
  await page.keyboard.press('Enter');
  await says(page, 'dueline-picker').toContain('Keep it');
  await page.keyboard.press('Enter');
  await says(page, 'dueline-picker').toContain('Kept for every page of this kind.');
  await says(page, 'dueline-picker').toContain('mapped by you');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dueline-picker') === null);
  expect(page.said).toEqual([]);
});

/** A system that shows no times, but has its data at the page's own origin. */
async function serveSystem(): Promise<{ server: Server; base: string; asked: string[] }> {
  const asked: string[] = [];
  const at = new Date(nowMs - HOUR).toISOString();
  const users = [{ id: 1, name: 'Ana', email: 'ana@acme.example', role: 'end-user' }];
  const data: Record<string, unknown> = {
    '/api/v2/tickets/102.json': {
      ticket: { subject: 'Printer', requester_id: 1, status: 'open', created_at: at },
      users,
    },
    '/api/v2/tickets/102/comments.json': {
      count: 1,
      users,
      comments: [{ author_id: 1, created_at: at, public: true }],
    },
  };
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    if (pathname in data) {
      asked.push(pathname);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(data[pathname]));
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      wholePage(
        '<div data-side-conversations-anchor-id="102"><input aria-label="Subject" value="Printer"></div>',
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

firefoxTest('a system’s own data are asked of it, with the page’s session', async () => {
  const { server, base, asked } = await serveSystem();
  try {
    const page = await open('/agent/tickets/102', base);
    await page.waitForSelector('dueline-overlay');
    await expect.poll(async () => (await partsIn(page)).customer?.text, WAIT).toBe('Acme <b>GmbH</b>');
    const parts = await partsIn(page);
    expect(parts.due?.attributes.datetime).toBe(new Date(nowMs - HOUR + DAY).toISOString());
    expect(asked.sort()).toEqual(['/api/v2/tickets/102.json', '/api/v2/tickets/102/comments.json']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

firefoxTest('the popup shows the tier and the answer that is owed', async () => {
  const page = await open('/tickets/1');
  await page.waitForSelector('dueline-overlay');
  const popup = await dueline.openOwn('popup');
  await popup.click('#tab-customer');
  const partOf = (name: string) =>
    popup.$eval(`[data-part=${name}]`, (element) => (element as HTMLElement).innerText);
  await expect.poll(() => partOf('tier').catch(() => ''), WAIT).toBe('Premium');
  expect(await partOf('owed')).toContain('1 · <img src=x');
});

firefoxTest(
  'a site that is switched off loses its overlay in the open tab at once; both ways are said',
  async () => {
    const page = await open('/tickets/1');
    await page.waitForSelector('dueline-overlay');
    const options = await dueline.openOwn('options');
    await options.waitForSelector('.sites li');
    await options.click('.sites li button');
    await page.bringToFront();
    await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
    // What the others rely on.
    await options.bringToFront();
    const said = () => options.$eval('#sites [role=status]', (element) => element.textContent?.trim());
    expect(await said()).toBe('http://127.0.0.1 is switched off.');
    const typed = () => options.$eval('input[name=site]', (element) => (element as HTMLInputElement).value);
    await options.type('input[name=site]', 'no address');
    await options.click('.add button');
    await expect.poll(said, WAIT).toMatch(/^“no address” is not/);
    expect(await typed()).toBe('no address');
    await options.$eval('input[name=site]', (element) => (element as HTMLInputElement).select());
    await options.type('input[name=site]', dueline.desk.base);
    await options.click('.add button');
    await options.waitForSelector('.sites li');
    await expect.poll(said, WAIT).toBe('http://127.0.0.1 is switched on.');
    // Ready for the next.
    await expect.poll(typed, WAIT).toBe('');
  },
);
