/** What the surfaces cost: the overlay until it is painted, one tick of its countdown, the popup, and the package. */
import type { BrowserContext, Page } from 'playwright-core';
import { entriesBelow, zipOf } from '../../support/package/zip.ts';
import { type TickCosts, tickCosts } from './tick.ts';
import { worked } from './worked.ts';

const TURNS = 9;
/** Enough for the overlay to come, and for what a page does after it. */
const FRAMES = 60;

export interface SurfaceCosts {
  /** Main-thread milliseconds of the overlay on a page that was just loaded, the background awake; median. */
  overlayMs: number;
  /** Milliseconds from the page's being ready until the overlay stands, the background asleep before; median. */
  fromAsleepMs: number;
  /** The browser then draws one line of text. */
  ticks: TickCosts;
  /** From the popup's opening until its first paint; median. */
  popupMs: number;
  /** Bytes of the package. */
  zipBytes: number;
}

export interface Measuring {
  context: BrowserContext;
  extensionId: string;
  /** The same page with the extension and without it. */
  withUs: (path: string) => Promise<Page>;
  without: (path: string) => Promise<Page>;
  /** Folder of the build that is packed. */
  build: string;
}

export async function measureSurfaces(measuring: Measuring): Promise<SurfaceCosts> {
  const { context, extensionId, build } = measuring;
  const [page, plain] = [
    await measuring.withUs('/tickets/1?small'),
    await measuring.without('/tickets/1?small'),
  ];
  await standing(page);
  const overlay: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const whole = await loadCost(page);
    if (!(await page.evaluate('cameMs["dueline-overlay"]'))) throw new Error('The overlay came too late.');
    overlay.push(whole - (await loadCost(plain)));
  }
  const asleep: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) asleep.push(await fromAsleep(context, page));
  await Promise.all([page.close(), plain.close()]);
  return {
    overlayMs: median(overlay),
    fromAsleepMs: median(asleep),
    ticks: await ticking(measuring),
    popupMs: await popupPaint(context, extensionId),
    zipBytes: (await zipOf(entriesBelow(build))).length,
  };
}

const standing = async (page: Page) =>
  void (await page.waitForSelector('dueline-overlay', { state: 'attached' }));
const frames = (page: Page) => page.evaluate(`frames(${FRAMES})`);

/** As many frames with us as without, and nothing asked of the page meanwhile: neither is our work. */
async function loadCost(page: Page): Promise<number> {
  await page.bringToFront();
  return worked(page, async () => {
    await page.reload();
    await frames(page);
  });
}

/** The page says when it was ready, and when the overlay came. */
async function fromAsleep(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await page.reload();
  return page.evaluate<number>('readyUntil("dueline-overlay")');
}

async function ticking({ withUs, without }: Measuring): Promise<TickCosts> {
  const [page, plain] = [await withUs('/tickets/900?small'), await without('/tickets/900?small')];
  await standing(page);
  await frames(page);
  const costs = await tickCosts(page, plain);
  await Promise.all([page.close(), plain.close()]);
  return costs;
}

async function popupPaint(context: BrowserContext, extensionId: string): Promise<number> {
  const page = await context.newPage();
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.goto(`chrome-extension://${extensionId}/popup.html`);
    await page.locator('h1').waitFor();
    times.push(
      await page.evaluate<number>(`new Promise((done) => {
        new PerformanceObserver((list) => {
          const painted = list.getEntriesByName('first-contentful-paint')[0];
          if (painted) done(painted.startTime);
        }).observe({ type: 'paint', buffered: true });
      })`),
    );
  }
  await page.close();
  return median(times);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
