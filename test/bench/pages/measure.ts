/** What Dueline costs the pages that it runs in: the same page with it and without, in one real Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { buildExtension } from '../../support/build.ts';
import { launch } from '../../support/demo/launch.ts';
import { makeDemoBuild } from '../../support/demo-build.ts';
import { fileOf } from '../../support/extension-browser.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { serveBenchDesk } from './desk.ts';
import { measureSurfaces, type SurfaceCosts } from './surfaces.ts';
import { worked } from './worked.ts';

/** Between two changes of the busy page. */
const CHANGE_MS = 100;
const CHANGES = 100;
const NAVIGATIONS = 30;
/** After so many, what was saved while the page was quiet is used up. */
const SETTLING_CHANGES = 50;
const BETWEEN_FRAMES = 20;
/** What drawing a thousand rows costs differs from time to time: it takes many to tell ours from the page's own. */
const LIST_TURNS = 25;
/** Long enough for the badges to come and for everything of ours to be done. */
const LIST_FRAMES = 90;
/** Long enough for a list to be gone. */
const GONE_FRAMES = 45;

export interface PageCosts extends SurfaceCosts {
  /** Share of a core for the overlay on a page of 5,000 nodes with 10 changes a second, 0–1. */
  busyShare: number;
  busyLongTasks: number[];
  layoutShift: number;
  /** Milliseconds from a navigation without a reload until the overlay stands, sorted. */
  navigationMs: number[];
  /** Main-thread milliseconds for a list of 1,000 rows, from its appearance until its badges stand. */
  listMs: number;
  listLongTasks: number[];
  /** Those that the same page has without us, drawing its rows. */
  ownLongTasks: number[];
}

/** Where the extension runs, and where the same pages are without it. */
const WITH = '127.0.0.1';
const WITHOUT = 'plain.localhost';

export async function measurePages(program: string): Promise<PageCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'dueline-bench-'));
  const desk = await serveBenchDesk();
  const build = await buildExtension();
  const started = await launch(program, makeDemoBuild(build, join(folder, 'demo')), true);
  const { context, extensionId, close } = started;
  try {
    await importDirectory(context, extensionId);
    const open = async (host: string, path: string) => {
      const page = await context.newPage();
      await page.goto(`http://${host}:${desk.port}${path}`);
      return page;
    };
    const surfaces = await measureSurfaces({
      ...{ context, extensionId, build },
      withUs: (path) => open(WITH, path),
      without: (path) => open(WITHOUT, path),
    });
    const busy = await busyCost(await open(WITH, '/tickets/1'), await open(WITHOUT, '/tickets/1'));
    const navigationMs = await navigations(await open(WITH, '/tickets/none'));
    const list = await listCost(
      await open(WITH, '/tickets/none?small'),
      await open(WITHOUT, '/tickets/none?small'),
    );
    return { ...surfaces, ...busy, navigationMs, ...list };
  } finally {
    await close();
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importDirectory(context: BrowserContext, extensionId: string): Promise<void> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.setInputFiles('input[type=file]', fileOf('directory.json', JSON.stringify(plainDirectory())));
  await options.click('[data-part=preview] .primary');
  await options.waitForSelector('.done');
  await options.close();
}

async function busyCost(page: Page, plain: Page) {
  const one = async (each: Page) => {
    await each.bringToFront();
    await each.evaluate(`longTasks.length = 0; shifts = 0; busyFor(${SETTLING_CHANGES})`);
    return worked(each, () => each.evaluate(`busyFor(${CHANGES})`));
  };
  const withMs = await one(page);
  const withoutMs = await one(plain);
  return {
    busyShare: (withMs - withoutMs) / (CHANGES * CHANGE_MS),
    busyLongTasks: await page.evaluate<number[]>('longTasks'),
    layoutShift: await page.evaluate<number>('shifts'),
  };
}

async function navigations(page: Page): Promise<number[]> {
  await page.bringToFront();
  const times: number[] = [];
  for (let turn = 1; turn <= NAVIGATIONS; turn += 1) {
    times.push(await page.evaluate<number>(`timed('${turn}', 'dueline-overlay')`));
    await page.evaluate(`frames(${BETWEEN_FRAMES})`);
  }
  // The first brings the scripts along.
  return times.slice(1).sort((one, other) => one - other);
}

/**
 * The first list of a page brings the script along. After it both pages draw theirs in turns, since what a page's own
 * drawing costs differs from time to time by more than what we add to it; the median of the turns counts.
 */
async function listCost(page: Page, plain: Page) {
  const one = async (each: Page) => {
    await each.bringToFront();
    await each.evaluate(
      `go('none'); frames(${GONE_FRAMES}).then(() => { longTasks.length = 0; cameMs = {}; })`,
    );
    // As many frames with us as without: each costs a page of a thousand rows something by itself.
    const ms = await worked(each, () => each.evaluate(`go('queue'); frames(${LIST_FRAMES})`));
    return { ms, tasks: await each.evaluate<number[]>('longTasks') };
  };
  await page.bringToFront();
  await page.evaluate("timed('queue', 'dueline-list')");
  const added: number[] = [];
  let last = { own: [] as number[], all: [] as number[] };
  for (let turn = 0; turn < LIST_TURNS; turn += 1) {
    const without = await one(plain);
    const whole = await one(page);
    if (!(await page.evaluate('cameMs["dueline-list"]'))) throw new Error('The badges came too late.');
    added.push(whole.ms - without.ms);
    last = { own: without.tasks, all: whole.tasks };
  }
  added.sort((a, b) => a - b);
  return {
    listMs: added[Math.floor(added.length / 2)]!,
    listLongTasks: last.all,
    ownLongTasks: last.own,
  };
}
