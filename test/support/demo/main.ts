/** `npm start`: everything built, the demo desk served, the extension at work on it, the tracker written. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { type Desk, startDesk } from '../../demo/desk.ts';
import { demoDirectory } from '../../demo/directory.ts';
import { buildAll } from '../build.ts';
import { makeDemoBuild } from '../demo-build.ts';
import { step } from '../progress.mjs';
import { provide } from '../provide.ts';
import { run } from '../run.mjs';
import { CHROMIUM, findTool, needing } from '../tools.ts';
import { ROOT } from '../walk.ts';
import { importDirectory } from './directory-import.ts';
import { launch, loadByHand, type Started } from './launch.ts';
import { readOptions, type StartOptions } from './options.ts';
import { takePictures } from './pictures.ts';
import { tableOfTour, tourOf } from './tour.ts';

const DEMO_BUILD = join(ROOT, 'dist', 'demo-extension');
const DIRECTORY = join(ROOT, 'dist', 'demo-directory.json');
const TRACKER = join(ROOT, 'dist', 'tracker.xlsx');
const SCREENSHOTS = join(ROOT, 'dist', 'screenshots');
const TRACKER_MS = 120_000;
const WELCOME_MS = 15_000;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const shown = (path: string) => relative(ROOT, path);

/** The tracker, and beside it the directory that it is made from, for a look or for an import by hand. */
async function writeTracker(directory: object): Promise<void> {
  mkdirSync(dirname(DIRECTORY), { recursive: true });
  writeFileSync(DIRECTORY, `${JSON.stringify(directory, null, 2)}\n`);
  const args = ['--import', 'tsx', 'sheets-addon/provision/write-tracker.ts', DIRECTORY, TRACKER];
  const { code, output } = await run(process.execPath, args, { cwd: ROOT, timeoutMs: TRACKER_MS });
  if (code !== 0 || !existsSync(TRACKER))
    throw new Error(`The tracker could not be written:\n${output.trim()}`);
}

/** Resolves at Ctrl-C, at the end of the terminal, or when the browser is closed. */
function untilEnd(context: BrowserContext): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    context.once('close', () => resolve());
  });
}

async function findBrowser(): Promise<string> {
  const provided = await provide(needing(CHROMIUM));
  const program = findTool(CHROMIUM);
  if (provided.ok && program) return program;
  const reason = provided.ok ? `${CHROMIUM.name} was not found. ${CHROMIUM.wayOut}` : provided.reason;
  throw new Error(`${reason}\n\n${loadByHand(DEMO_BUILD)}`);
}

/** A window where one is wanted and can be had. */
async function openBrowser(
  program: string,
  build: string,
  headless: boolean,
): Promise<Started & { headless: boolean }> {
  const opening = () => step('starting the browser', () => launch(program, build, headless));
  try {
    return { ...(await opening()), headless };
  } catch (error) {
    if (headless) throw error;
    console.log(`No window could be opened; going on without one. ${messageOf(error)}`);
    return { ...(await launch(program, build, true)), headless: true };
  }
}

/** The demo's directory takes the place of what a fresh install asks; in front, its page would hold up ours. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const open = context.pages().find(isWelcome);
  const welcome =
    open ??
    // Where it never comes, there is nothing in the way.
    (await context
      .waitForEvent('page', { predicate: isWelcome, timeout: WELCOME_MS })
      .catch(() => undefined));
  await welcome?.close();
}

/** Shows the demo: in the window, or in words and pictures. Says whether there is something to stay for. */
async function show(
  { context, extensionId, headless }: Started & { headless: boolean },
  desk: Desk,
  directory: object,
): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await step('importing the demo directory', async () => {
    await closeWelcome(context);
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await importDirectory(page, directory);
  });
  if (!headless) {
    await page.goto(desk.url);
    console.log(
      '\nOpen a ticket: the overlay is at its lower right. Ctrl-C, or closing the window, ends the demo.',
    );
    return;
  }
  const stops = await step('visiting the tickets', () => tourOf(page, desk));
  console.log(`\n${tableOfTour(stops).join('\n')}\n`);
  const pictures = await step('taking screenshots', () =>
    takePictures(page, desk, stops, extensionId, SCREENSHOTS),
  );
  console.log(`Screenshots: ${pictures.length} in ${shown(SCREENSHOTS)}`);
}

async function start(options: StartOptions): Promise<void> {
  const nowMs = Date.now();
  const directory = demoDirectory(nowMs);
  const build = makeDemoBuild(await buildAll(), DEMO_BUILD);
  await step('writing the tracker', () => writeTracker(directory));
  console.log(`Tracker:    ${shown(TRACKER)}`);
  const program = await findBrowser();
  const desk = await startDesk({ port: options.port, nowMs });
  console.log(`Demo desk:  ${desk.url}`);
  try {
    const browser = await openBrowser(program, build, options.headless);
    const ended = untilEnd(browser.context).then(() => 'ended' as const);
    const shows = show(browser, desk, directory);
    try {
      const isOver = (await Promise.race([shows, ended])) === 'ended';
      const stays = !options.once && (!browser.headless || process.stdout.isTTY);
      if (isOver || !stays) return;
      if (browser.headless) console.log(`\nThe desk stays at ${desk.url} until Ctrl-C.`);
      await ended;
    } finally {
      // Interrupted in the middle of it, the rest of the show finds no browser; that is no failure.
      shows.catch(() => undefined);
      await browser.close();
    }
  } finally {
    await desk.close();
  }
}

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(options);
  process.exitCode = 2;
} else {
  await start(options).catch((error: unknown) => {
    console.error(`\n${messageOf(error)}`);
    process.exitCode = 1;
  });
}
