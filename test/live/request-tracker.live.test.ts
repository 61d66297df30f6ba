/** The built extension on a real Request Tracker, in real Chromium, as its users would set it up. */
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '#core/language/index.ts';
import { buildExtension } from '../support/build.ts';
import { overlayTree, readOverlay, unfoldOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { importDirectory } from '../support/demo/directory-import.ts';
import { launch, type Started } from '../support/demo/launch.ts';
import { makeDemoBuild } from '../support/demo-build.ts';
import { CHROMIUM, findTool } from '../support/tools.ts';
import { ROOT } from '../support/walk.ts';
import { fillRequestTracker, LIVE_DIRECTORY, liveCases, STAFF } from './cases.ts';
import { findRequestTracker } from './find-request-tracker.ts';
import { type RequestTracker, startRequestTracker } from './request-tracker.ts';
import type { StaffUser } from './request-tracker-config.ts';

const found = findRequestTracker();
const missing = typeof found === 'string' ? found : findTool(CHROMIUM) ? null : CHROMIUM.wayOut;
const cases = liveCases(Date.now());
const ZONE = 'Europe/Berlin';
const SITE = 'http://127.0.0.1';

async function signIn(context: BrowserContext, tracker: RequestTracker, user: StaffUser): Promise<Page> {
  await context.clearCookies();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(tracker.url);
  await page.fill('input[name=user]', user.login);
  await page.fill('input[name=pass]', user.password);
  await page.press('input[name=pass]', 'Enter');
  await page.locator('.current-user').first().waitFor({ state: 'attached' });
  return page;
}

describe.skipIf(missing !== null)(`Request Tracker${missing ? ` (${missing})` : ''}`, () => {
  let tracker: RequestTracker;
  let started: Started;

  beforeAll(async () => {
    const build = makeDemoBuild(await buildExtension(), join(ROOT, 'dist', 'live-extension'));
    tracker = await startRequestTracker(STAFF);
    await fillRequestTracker(tracker, cases);
    // A browser far from the pages' zone: whoever reads them in the browser's own is hours off.
    const zoneBefore = process.env.TZ;
    process.env.TZ = 'America/New_York';
    started = await launch(findTool(CHROMIUM)!, build, true);
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
    const page = started.context.pages()[0] ?? (await started.context.newPage());
    await page.goto(`chrome-extension://${started.extensionId}/options.html`);
    await importDirectory(page, LIVE_DIRECTORY);
  });

  afterAll(async () => {
    await started?.close();
    await tracker?.stop();
  });

  it('says that the zone is assumed as long as nobody has set it', async () => {
    const page = await signIn(started.context, tracker, STAFF[0]!);
    await page.goto(tracker.ticketUrl(1));
    await waitForOverlay(page, ({ state }) => state !== null && state !== 'unread');
    await unfoldOverlay(page);
    const reading = await waitForOverlay(page, ({ state }) => state !== null && state !== 'unread');
    expect(reading.text).toContain(translator('en')('overlay.zone-assumed', { zone: 'New York' }));
    // 16:30 in New York is 22:30 in Berlin, after hours: counted from Tue 21 09:00, due Wed 22 09:00.
    expect(reading.due).toBe('2024-05-22T09:00:00+02:00');
  });

  describe.each(STAFF)('in the pages of $name ($language), the site’s zone set to Berlin', (user) => {
    let page: Page;

    beforeAll(async () => {
      page = started.context.pages()[0] ?? (await started.context.newPage());
      await page.goto(`chrome-extension://${started.extensionId}/options.html`);
      const choice = page.locator('[data-part=sites] li', { hasText: SITE }).locator('select');
      await choice.selectOption(ZONE);
      await page.locator(`[data-part=sites] li select`).first().waitFor();
      page = await signIn(started.context, tracker, user);
    });

    it.each(cases.map((each, index) => ({ ...each, id: index + 1 })))(
      'ticket $id: $name',
      async ({ id, expected }) => {
        await page.goto(tracker.ticketUrl(id));
        await waitForOverlay(page, ({ match }) => match !== null);
        await unfoldOverlay(page);
        // Request Tracker brings the thread after the page: until then there is nothing to judge.
        const reading = await waitForOverlay(page, ({ match, state }) =>
          expected.customer === null ? match === 'unknown' : state === expected.state,
        );
        expect({
          customer: reading.customer,
          tier: reading.tier,
          state: reading.state,
          due: reading.due && Date.parse(reading.due),
        }).toEqual({ ...expected, due: expected.due && Date.parse(expected.due) });
      },
    );

    it.each(['/', '/Search/Results.html?Query=id%3E0', '/Prefs/AboutMe.html'])(
      'shows nothing on %s',
      async (path) => {
        await page.goto(tracker.ticketUrl(1));
        await waitForOverlay(page);
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await page.goto(tracker.url + path);
        await page.evaluate(
          () => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve))),
        );
        expect(await overlayTree(page)).toBeNull();
        expect(await readOverlay(page)).toBeNull();
        expect(errors).toEqual([]);
        page.removeAllListeners('pageerror');
      },
    );
  });
});
