/** Private windows and frames in real Firefox: nothing of a private window is kept. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { partsIn } from '../support/firefox.ts';
import { allowPrivate, openPrivate } from '../support/firefox-private.ts';
import { DAY, HOUR, nowMs, TICKETS } from '../support/plain-tickets.ts';
import { wholePage } from '../support/served-pages.ts';
import { firefoxTest, useFirefox } from '../support/use-extension.ts';

const WAIT = { timeout: 30_000 };
const ACME = 'Acme <b>GmbH</b>';
const dueline = useFirefox(TICKETS);

const customer = (page: Page) => expect.poll(async () => (await partsIn(page)).customer?.text, WAIT);

/** Everything that the extension keeps, in any of its stores. */
const everythingKept = (own: Page) =>
  own.evaluate(
    'Promise.all([browser.storage.local.get(null), browser.storage.session.get(null)]).then((areas) => JSON.stringify(areas))',
  ) as Promise<string>;

firefoxTest(
  'private windows: none before they are allowed, then the same overlay, and nothing kept of it',
  async () => {
    const address = `${dueline.desk.base}/tickets/1`;
    // A tab opens in the window that was opened last: those of the other window come first.
    const beside = await dueline.newPage();
    const refused = await openPrivate(dueline, address);
    await refused.waitForSelector('main');
    await beside.goto(`${dueline.desk.base}/tickets/2`);
    await beside.waitForSelector('dueline-overlay');
    expect(await refused.$('dueline-overlay')).toBeNull();
    await refused.close();

    await allowPrivate(beside);
    const own = await dueline.openOwn('options');
    const page = await openPrivate(dueline, address);
    await page.waitForSelector('dueline-overlay');
    await customer(page).toBe(ACME);
    expect((await partsIn(page)).due?.attributes.datetime).toBe(new Date(nowMs + 23 * HOUR).toISOString());
    // Opened with the mouse, as a user does: where it is left is kept of other windows only.
    const box = await page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('dueline-overlay')!.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    await expect.poll(async () => Object.keys(await partsIn(page)), WAIT).toContain('why');
    await page.close();

    const kept = await everythingKept(own);
    expect(kept).not.toContain('/tickets/1');
    expect(kept).not.toContain('unfolded');
    // The same ticket in another window is kept: the check above can tell.
    await beside.goto(address);
    await beside.waitForSelector('dueline-overlay');
    await expect.poll(() => everythingKept(own), WAIT).toContain('/tickets/1');
  },
  120_000,
);

async function serve(
  pages: Record<string, (cookie: string) => string>,
): Promise<{ server: Server; base: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = '/', headers }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    asked.push(pathname);
    response.setHeader('content-security-policy', "default-src 'none'; frame-src 'self'");
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.statusCode = pathname in pages ? 200 : 404;
    response.end(pages[pathname]?.(headers.cookie ?? '') ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const SYS_ID = '1c741bd70b2322007518478d83673af3';
const card = (who: string, ms: number) =>
  `<li class="h-card h-card_comments"><span class="sn-card-component-createdby">${who}</span><div class="sn-card-component-time"><div class="date-calendar">${new Date(ms).toISOString()}</div></div><div class="sn-widget-textblock-body">text</div></li>`;

firefoxTest(
  'ServiceNow: the form in its frame is read, and a reply in it is seen without a reload',
  async () => {
    const form =
      wholePage(`<input id="sys_readonly.incident.number" value="INC0010102"><input id="incident.short_description" value="Printer">
    <input id="sys_display.incident.caller_id" value="ana@acme.example"><input id="sys_display.incident.assigned_to" value="Mira Roth">
    <ul class="activities-form">${card('ana@acme.example', nowMs - HOUR)}</ul>`);
    const shell = wholePage(
      '<nav>ServiceNow</nav><iframe id="gsft_main" src="/incident.do" width="900" height="600"></iframe>',
    );
    const { server, base } = await serve({ '/nav_to.do': () => shell, '/incident.do': () => form });
    try {
      const page = await dueline.newPage();
      await page.goto(`${base}/nav_to.do?uri=incident.do?sys_id=${SYS_ID}`);
      await page.waitForSelector('dueline-overlay');
      await customer(page).toBe(ACME);
      expect((await partsIn(page)).due?.attributes.datetime).toBe(new Date(nowMs - HOUR + DAY).toISOString());
      const frame = (await (await page.$('#gsft_main'))!.contentFrame())!;
      await frame.$eval(
        'ul',
        (list, html) => list.insertAdjacentHTML('beforeend', html),
        card('Mira Roth', nowMs - HOUR / 2),
      );
      await expect.poll(async () => (await partsIn(page)).due, WAIT).toBeUndefined();
      // Within the frame there is none, nor a second one outside of it.
      expect(await frame.$('dueline-overlay')).toBeNull();
      expect((await page.$$('dueline-overlay')).length).toBe(1);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
  120_000,
);
