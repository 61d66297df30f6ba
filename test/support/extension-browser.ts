/** The built extension in real Chromium with a plain desk beside it, for the browser tests. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { buildExtension } from './build.ts';
import { launch } from './demo/launch.ts';
import { makeDemoBuild } from './demo-build.ts';
import { AXE_FILE, AXE_PATH } from './overlay-audit.ts';
import { type PlainTicket, servePlainDesk } from './plain-desk.ts';
import { CHROMIUM, findTool } from './tools.ts';

export const chromiumProgram = findTool(CHROMIUM);

/** A page, and everything that was said on its console or thrown in it. */
export type ListenedPage = Page & { said: string[] };

export interface ExtensionBrowser {
  /** Address of the desk. */
  base: string;
  worker: () => Worker;
  /** One of the extension's own pages: `options`, `popup`. */
  openOwn: (name: string) => Promise<ListenedPage>;
  openTicket: (id: string) => Promise<ListenedPage>;
  importDirectory: (directory: unknown) => Promise<void>;
  /** Ends the background as the browser does when it needs the memory; whoever asks next starts another. */
  killBackground: () => Promise<void>;
  /** Another version takes the extension's place under the open pages, as an update of the store's does. */
  update: (version: string) => Promise<void>;
  closePages: () => Promise<void>;
  close: () => Promise<void>;
}

/** Lets the debugging protocol load an extension anew. */
const UPDATABLE = ['--enable-unsafe-extension-debugging'];

/** Resolves once the browser has installed the background. */
const INSTALLED = `new Promise((resolve) => {
  const { serviceWorker } = self;
  const look = () => serviceWorker.state === 'activated' && resolve();
  serviceWorker.addEventListener('statechange', look);
  look();
})`;

/** A file for a file field. */
export function fileOf(name: string, content: string) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(content) };
}

/** What the background answers to a page of the extension's own. */
export function askFrom(page: Page, message: object): Promise<Record<string, unknown>> {
  return page.evaluate(async (asked) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<Record<string, unknown>> } };
    };
    return chrome.runtime.sendMessage(asked);
  }, message);
}

export async function startExtension(
  tickets: readonly PlainTicket[],
  permissions: readonly string[] = [],
): Promise<ExtensionBrowser> {
  if (!chromiumProgram) throw new Error(CHROMIUM.wayOut);
  const folder = mkdtempSync(join(tmpdir(), 'dueline-extension-'));
  const desk = await servePlainDesk(tickets);
  const build = makeDemoBuild(await buildExtension(), join(folder, 'demo'), permissions);
  copyFileSync(AXE_PATH, join(build, AXE_FILE));
  const { context, extensionId, close } = await launch(chromiumProgram, build, true, UPDATABLE);
  const opened: Page[] = [];

  const open = async (url: string): Promise<ListenedPage> => {
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    opened.push(page);
    await page.goto(url);
    return Object.assign(page, { said });
  };
  const openOwn = (name: string) => open(`chrome-extension://${extensionId}/${name}.html`);
  const worker = () => context.serviceWorkers()[0]!;
  // A background that is ended while the browser still installs it is not started again.
  await worker().evaluate(INSTALLED);
  const protocol = () => context.browser()!.newBrowserCDPSession();
  return {
    base: desk.base,
    worker,
    openOwn,
    openTicket: (id) => open(`${desk.base}/tickets/${id}`),
    importDirectory: async (directory) => {
      const options = await openOwn('options');
      await options.setInputFiles('input[type=file]', fileOf('directory.json', JSON.stringify(directory)));
      await options.click('[data-part=preview] .primary');
      await options.waitForSelector('.done');
    },
    killBackground: async () => {
      const session = await context.newCDPSession(context.pages()[0]!);
      const stopped = new Promise<void>((resolve) => {
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
      await session.detach();
    },
    update: async (version) => {
      const path = join(build, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
      writeFileSync(path, JSON.stringify({ ...manifest, version }));
      const old = worker();
      const ended = new Promise((resolve) => old.once('close', resolve));
      const session = await protocol();
      await session.send('Extensions.loadUnpacked' as never, { path: build } as never);
      await ended;
      await session.detach();
    },
    closePages: async () => {
      for (const page of opened.splice(0)) await page.close();
    },
    close: async () => {
      await close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
