/** The built extension in real Firefox with a plain desk beside it, for the browser tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { buildForFirefox } from './build.ts';
import { type PlainDesk, type PlainTicket, servePlainDesk } from './plain-desk.ts';
import { plainDirectory } from './plain-directory.ts';
import { FIREFOX, findTool } from './tools.ts';

export const firefoxProgram = findTool(FIREFOX);

export const EXTENSION_ID = 'dueline@dueline.example';
const UUID = 'd0e1b2a3-0000-4000-8000-00000000d0e1';

/** A node of one of our closed roots, as WebDriver sees it. */
export interface SeenNode {
  attributes: Record<string, string>;
  text: string;
  children: SeenNode[];
}

export interface FirefoxWithDueline {
  desk: PlainDesk;
  newPage: () => Promise<Page>;
  /** One of the extension's own pages: `options`, `popup`. */
  openOwn: (name: string) => Promise<Page>;
  closePages: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts Firefox with a build in it and nothing else. */
export async function launchFirefox(build: string, id = EXTENSION_ID) {
  if (!firefoxProgram) throw new Error(FIREFOX.wayOut);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxProgram,
    headless: true,
    // Tests drive the extension's own pages, which are closed to a remote agent otherwise.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    },
  });
  await browser.installExtension(build);
  const opened: Page[] = [];
  const newPage = async () => {
    const page = await browser.newPage();
    opened.push(page);
    return page;
  };
  const openOwn = async (name: string) => {
    const page = await newPage();
    // Firefox reports no end of loading for an extension's page: wait for what it draws.
    page.goto(`moz-extension://${UUID}/${name}.html`).catch(() => undefined);
    // While a document gives way to the next one, asking it fails: that is no answer yet.
    await vi.waitFor(async () => expect(await page.$('main')).not.toBeNull(), { timeout: 30_000 });
    return page;
  };
  return { browser, opened, newPage, openOwn };
}

/** Starts Firefox, has it take the plain directory in, and switches the desk on by a click in the options. */
export async function startFirefox(tickets: readonly PlainTicket[]): Promise<FirefoxWithDueline> {
  if (!firefoxProgram) throw new Error(FIREFOX.wayOut);
  const folder = mkdtempSync(join(tmpdir(), 'dueline-firefox-'));
  const build = await buildForFirefox();
  const desk = await servePlainDesk(tickets);
  const { browser, opened, newPage, openOwn } = await launchFirefox(build);

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
  return {
    desk,
    newPage,
    openOwn,
    closePages: async () => {
      for (const page of opened.splice(0)) await page.close();
    },
    close: async () => {
      await browser.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
      browser: { session: { send(method: string, params: object): Promise<{ result: unknown }> } };
    };
  };
}

/** A command of WebDriver itself, for what the driver has no words for. */
export async function sendTo<T>(page: Page, method: string, params: object): Promise<T> {
  const { browsingContext } = page.mainFrame() as unknown as Bidi;
  return (await browsingContext.userContext.browser.session.send(method, params)).result as T;
}

/** Runs the body of a function among the browser's own parts. */
export async function inBrowser(page: Page, body: string): Promise<unknown> {
  const { contexts } = await sendTo<{ contexts: { context: string }[] }>(page, 'browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const answer = await sendTo<{
    type: string;
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  }>(page, 'script.evaluate', {
    expression: `(async () => { ${body} })()`,
    target: { context: contexts[0]!.context },
    awaitPromise: true,
  });
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
  return answer.result?.value;
}

function seen(node: BidiNode): SeenNode {
  const inner = [...(node.shadowRoot ? [node.shadowRoot] : []), ...(node.children ?? [])];
  const children = inner.map(({ value }) => seen(value));
  const text = (node.nodeValue ?? '') + children.map((child) => child.text).join('');
  return { attributes: node.attributes ?? {}, text, children };
}

/** What WebDriver sees in one of our elements, through its closed root; in the order of the document. */
export async function nodesIn(page: Page, element = 'dueline-overlay'): Promise<SeenNode[]> {
  const { browsingContext } = page.mainFrame() as unknown as Bidi;
  const { result } = await sendTo<{ result: { value?: BidiNode } }>(page, 'script.evaluate', {
    expression: `document.querySelector("${element}")`,
    target: { context: browsingContext.id },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 40 },
  });
  const flat = (node: SeenNode): SeenNode[] => [node, ...node.children.flatMap(flat)];
  return result.value ? flat(seen(result.value)) : [];
}

/** What one of our elements says, by the `data-part` of its nodes. */
export async function partsIn(page: Page, element?: string): Promise<Record<string, SeenNode>> {
  const nodes = await nodesIn(page, element);
  return Object.fromEntries(
    nodes.flatMap((node) => {
      const part = node.attributes['data-part'];
      return part === undefined ? [] : [[part, node]];
    }),
  );
}
