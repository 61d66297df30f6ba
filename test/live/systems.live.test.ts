/** The built extension on each real ticket system: what staff and customers see, and that an answer is seen. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../support/build.ts';
import { readOverlay, waitForOverlay } from '../support/closed-shadow.ts';
import { importDirectory } from '../support/demo/directory-import.ts';
import { launch, type Started } from '../support/demo/launch.ts';
import { makeDemoBuild } from '../support/demo-build.ts';
import { CHROMIUM, findTool } from '../support/tools.ts';
import { ROOT } from '../support/walk.ts';
import { LIVE_DIRECTORY } from './cases.ts';

import { DESKS } from './systems/index.ts';
import type { RunningSystem, Viewer } from './systems/system.ts';
import { seedTickets } from './systems/tickets.ts';
import { accountOf } from './systems/viewers.ts';

const program = findTool(CHROMIUM);
const LANGUAGES = ['de', 'it'];
const ZONE = 'Europe/Berlin';
const ready = await Promise.all(
  DESKS.map(async (system) => {
    const prepared = await system.prepare();
    const missing = 'skipped' in prepared ? prepared.skipped : program ? null : CHROMIUM.wayOut;
    return { system, missing };
  }),
);
const tickets = seedTickets(Date.now());
const numberOf = (subject: string): number => tickets.findIndex((each) => each.subject === subject) + 1;
/** A customer around the clock wrote 30 hours ago and again an hour ago: due after 24 hours, six hours ago. */
const OVERDUE = numberOf('Backup failed tonight');
/** Asked on 4 March 2025, answered on the 5th; two business days were granted. */
const ANSWERED = numberOf('Invoice export is empty');

describe.each(ready)('$system.name', ({ system, missing }) => {
  describe.skipIf(missing !== null)(missing ?? 'logged in', () => {
    let running: RunningSystem;
    let started: Started;
    let page: Page;

    beforeAll(async () => {
      const build = makeDemoBuild(await buildExtension(), join(ROOT, 'dist', 'live-extension'));
      running = await system.start();
      await running.seed(tickets);
      const zoneBefore = process.env.TZ;
      process.env.TZ = ZONE;
      started = await launch(program!, build, true);
      if (zoneBefore === undefined) delete process.env.TZ;
      else process.env.TZ = zoneBefore;
      page = started.context.pages()[0] ?? (await started.context.newPage());
      await page.goto(`chrome-extension://${started.extensionId}/options.html`);
      await importDirectory(page, LIVE_DIRECTORY);
    });

    afterAll(async () => {
      await started?.close();
      await running?.stop();
    });

    const viewersOf = (side: Viewer['side']) =>
      running.viewers.filter((each) => each.side === side && LANGUAGES.includes(each.language));

    async function open(viewer: Viewer, ticket: number): Promise<void> {
      const found = running.pagesFor(viewer).find(({ name }) => name === `ticket ${ticket}`);
      await page.goto(running.url + found!.path);
    }

    const sides = system.tellsCustomersWhose ? (['staff', 'customer'] as const) : (['staff'] as const);
    it.each(sides)('%s: what is owed, and what was answered', async (side) => {
      for (const viewer of viewersOf(side)) {
        await started.context.clearCookies();
        await running.signIn(page, viewer);
        await open(viewer, OVERDUE);
        const overdue = await waitForOverlay(page, ({ state }) => state === 'overdue');
        expect([viewer.login, overdue.customer, overdue.tier]).toEqual([
          viewer.login,
          'Polaris Telecom',
          'premium',
        ]);
        await open(viewer, ANSWERED);
        const answered = await waitForOverlay(page, ({ state }) => state === 'answered-in-time');
        expect([viewer.login, answered.customer]).toEqual([viewer.login, 'Solana Energía S.A.']);
      }
    });

    it.skipIf(system.tellsCustomersWhose)(
      'customer: a page that does not say whose ticket it is gets nobody’s contract',
      async () => {
        for (const viewer of viewersOf('customer')) {
          await started.context.clearCookies();
          await running.signIn(page, viewer);
          await open(viewer, OVERDUE);
          const reading = await waitForOverlay(page, ({ match }) => match === 'unknown');
          expect([viewer.login, reading.customer, reading.due]).toEqual([viewer.login, null, null]);
        }
      },
    );

    it('an answer through its own form ends what was owed', async () => {
      await started.context.clearCookies();
      await running.signIn(page, accountOf('mara'));
      await running.reply(page, OVERDUE, 'The backup runs again.');
      const answered = await waitForOverlay(page, ({ state }) => state === 'answered-late');
      expect(answered.customer).toBe('Polaris Telecom');
      await page.goto(running.url);
      await expect.poll(() => readOverlay(page)).toBeNull();
    });
  });
});
