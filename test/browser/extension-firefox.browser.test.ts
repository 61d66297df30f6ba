/** The built extension in real Firefox: import, switching a site on by a click, overlay and popup. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlainDesk, servePlainDesk } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { run } from '../support/run.mjs';
import { FIREFOX, findTool } from '../support/tools.ts';
import { ROOT } from '../support/walk.ts';

const program = findTool(FIREFOX);
const firefoxTest = test.skipIf(!program);

const ID = 'dueline@dueline.example';
const UUID = 'd0e1b2a3-0000-4000-8000-00000000d0e1';
const HOUR = 3_600_000;
const nowMs = Math.floor(Date.now() / 60_000) * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'dueline-firefox-'));
let browser: Browser;
let desk: PlainDesk;

beforeAll(async () => {
  if (!program) return;
  const build = ['node_modules/wxt/bin/wxt.mjs', 'build', 'extension', '--browser', 'firefox'];
  const { code, output } = await run(process.execPath, build, { cwd: ROOT, timeoutMs: 5 * 60_000 });
  if (code !== 0) throw new Error(output);
  const author = 'Ana <ana@acme.example>';
  desk = await servePlainDesk([
    {
      id: '1',
      subject: '<img src=x>',
      requester: author,
      organisation: 'Acme',
      messages: [{ from: 'customer', author, atMs: nowMs - HOUR }],
    },
  ]);
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    // Tests drive the extension's own pages, which are closed to a remote agent otherwise.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
    },
  });
  await browser.installExtension(join(ROOT, 'extension', '.output', 'firefox-mv3'));
}, 6 * 60_000);

afterAll(async () => {
  await browser?.close();
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Firefox reports no end of loading for an extension's page: wait for what it draws. */
async function openOwn(name: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(`moz-extension://${UUID}/${name}.html`).catch(() => undefined);
  // While a document gives way to the next one, asking it fails: that is no answer yet.
  await expect.poll(() => page.$('main').catch(() => null), { timeout: 30_000 }).not.toBeNull();
  return page;
}

interface BidiNode {
  nodeType: number;
  nodeValue?: string;
  children?: { value: BidiNode }[];
  shadowRoot?: { value: BidiNode } | null;
  attributes?: Record<string, string>;
}

interface Bidi {
  browsingContext: {
    id: string;
    userContext: {
      browser: {
        session: {
          send(method: string, params: object): Promise<{ result: { result: { value?: BidiNode } } }>;
        };
      };
    };
  };
}

/** What WebDriver sees in the overlay's closed root, by the `data-part` of its nodes. */
async function overlayParts(
  page: Page,
): Promise<Record<string, { text: string; datetime?: string | undefined }>> {
  const { browsingContext } = page.mainFrame() as unknown as Bidi;
  const { result } = await browsingContext.userContext.browser.session.send('script.evaluate', {
    expression: 'document.querySelector("dueline-overlay")',
    target: { context: browsingContext.id },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 40 },
  });
  const parts: Record<string, { text: string; datetime?: string | undefined }> = {};
  const textOf = (node: BidiNode): string =>
    (node.nodeValue ?? '') + (node.children ?? []).map(({ value }) => textOf(value)).join('');
  const visit = (node: BidiNode) => {
    const part = node.attributes?.['data-part'];
    if (part) parts[part] = { text: textOf(node), datetime: node.attributes?.datetime };
    for (const { value } of node.children ?? []) visit(value);
    if (node.shadowRoot) visit(node.shadowRoot.value);
  };
  if (result.result.value) visit(result.result.value);
  return parts;
}

firefoxTest(
  'a directory is imported, a site switched on by a click, and its ticket has an overlay',
  async () => {
    const path = join(folder, 'directory.json');
    writeFileSync(path, JSON.stringify(plainDirectory()));
    const options = await openOwn('options');
    const input = (await options.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await options.locator('[data-part=preview] .primary').click();
    await options.waitForSelector('.done');
    await options.type('input[name=site]', desk.base);
    await options.click('.add button');
    await options.waitForSelector('.sites li');

    const page = await browser.newPage();
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(`${desk.base}/tickets/1`);
    await page.waitForSelector('dueline-overlay');
    const parts = await overlayParts(page);
    expect(parts.customer?.text).toBe('Acme <b>GmbH</b>');
    expect(parts.tier?.text).toBe('Premium');
    expect(parts.due?.datetime).toBe(new Date(nowMs + 23 * HOUR).toISOString());
    expect(await page.evaluate(() => document.querySelector('dueline-overlay')?.shadowRoot)).toBeNull();
    // The page's policy forbids every style of its own; ours is drawn all the same, as a line in the corner.
    const box = await page.evaluate(() => {
      const { bottom, height } = document.querySelector('dueline-overlay')!.getBoundingClientRect();
      return { below: innerHeight - bottom, height };
    });
    expect(Math.round(box.below)).toBe(16);
    expect(box.height).toBeLessThan(60);
    expect(said).toEqual([]);
  },
);

firefoxTest('the popup shows the tier and the answer that is owed', async () => {
  const popup = await openOwn('popup');
  await popup.click('#tab-customer');
  const partOf = (name: string) =>
    popup.$eval(`[data-part=${name}]`, (element) => (element as HTMLElement).innerText);
  expect(await partOf('tier')).toBe('Premium');
  expect(await partOf('owed')).toContain('1 · <img src=x>');
});

firefoxTest('a site that is switched off loses its overlay in the open tab at once', async () => {
  const page = await browser.newPage();
  await page.goto(`${desk.base}/tickets/1`);
  await page.waitForSelector('dueline-overlay');
  const options = await openOwn('options');
  await options.waitForSelector('.sites li');
  await options.click('.sites li button');
  await page.bringToFront();
  await page.waitForFunction(() => document.querySelector('dueline-overlay') === null);
});
