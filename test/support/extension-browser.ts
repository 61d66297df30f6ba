/** The built extension in real Chromium with a plain desk beside it, for the browser tests. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
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
  closePages: () => Promise<void>;
  close: () => Promise<void>;
}

/** A file for a file field. */
export function fileOf(name: string, content: string) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(content) };
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
  const { context, extensionId, close } = await launch(chromiumProgram, build, true);
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
  return {
    base: desk.base,
    worker: () => context.serviceWorkers()[0]!,
    openOwn,
    openTicket: (id) => open(`${desk.base}/tickets/${id}`),
    importDirectory: async (directory) => {
      const options = await openOwn('options');
      await options.setInputFiles('input[type=file]', fileOf('directory.json', JSON.stringify(directory)));
      await options.click('[data-part=preview] .primary');
      await options.waitForSelector('.done');
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
