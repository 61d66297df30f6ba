/** Locks of a managed policy in real Chromium: what they hold is shown as held, and refused to whoever asks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { buildExtension } from '../support/build.ts';
import { overlayCount } from '../support/closed-shadow.ts';
import { launch, type Started } from '../support/demo/launch.ts';
import { makeDemoBuild } from '../support/demo-build.ts';
import { askFrom, chromiumProgram } from '../support/extension-browser.ts';
import { giveKey, mayManage, removePolicy, setPolicy } from '../support/managed-policy.ts';
import { servePlainDesk } from '../support/plain-desk.ts';
import { plainDirectory } from '../support/plain-directory.ts';
import { TICKETS } from '../support/plain-tickets.ts';

const managedTest = test.skipIf(!chromiumProgram || !mayManage);
const folder = mkdtempSync(join(tmpdir(), 'dueline-locks-'));
let started: Started | undefined;
let options: Page;
let id = '';

beforeAll(async () => {
  if (!chromiumProgram || !mayManage) return;
  const build = makeDemoBuild(await buildExtension(), join(folder, 'demo'));
  id = giveKey(build);
  setPolicy(id, {
    rulebook: JSON.stringify({ use: 'service-management', readings: { businessDay: 'end-of-day' } }),
    googleClient: { id: 'client-of-the-organisation' },
    locks: ['directory', 'sites'],
    sites: ['https://desk.example'],
    welcome: false,
  });
  started = await launch(chromiumProgram, build, true);
  // What was there before the lock came stays in use.
  await started.context.serviceWorkers()[0]!.evaluate(async (directory) => {
    const { storage } = (
      globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
    ).chrome;
    await storage.local.set({ directory });
  }, plainDirectory());
  options = await started.context.newPage();
  await options.goto(`chrome-extension://${id}/options.html`);
  await options.locator('[data-part=directory]').waitFor();
}, 5 * 60_000);
afterAll(async () => {
  if (id !== '') removePolicy(id);
  await started?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (message: object) => askFrom(options, message);

managedTest('a locked directory takes no file, and a page that asks all the same is refused', async () => {
  const section = options.locator('[data-part=directory]');
  expect(await section.locator('[data-part=managed]').count()).toBe(1);
  expect(await section.locator('input[type=file]').count()).toBe(0);
  const text = JSON.stringify({ ...plainDirectory(), name: 'Another' });
  const replaced = await ask({ type: 'replace-directory', text });
  expect(replaced).toMatchObject({ kind: 'directory-check', problems: [{ code: 'managed' }] });
  for (const type of ['remove-directory', 'undo-directory'])
    expect(await ask({ type })).toMatchObject({ code: 'managed' });
});

managedTest(
  'the organisation’s rulebook counts in the place of the directory’s own, and is locked',
  async () => {
    await options.locator('#rulebook [data-part=managed]').waitFor();
    expect(await options.locator('#rulebook fieldset:not(:disabled)').count()).toBe(0);
    const tried = await ask({ type: 'try-readings', readings: {} });
    expect(tried.readings).toMatchObject({ businessDay: 'end-of-day' });
    const set = await ask({ type: 'set-readings', readings: { businessDay: 'same-time' } });
    expect(set).toMatchObject({ code: 'managed' });
  },
);

managedTest('its registration at Google needs no typing, and none takes its place', async () => {
  const trackers = options.locator('[data-part=trackers]');
  await trackers.getByRole('button', { name: 'Sign in and pick sheets' }).waitFor();
  expect(await trackers.getByLabel('Client id at Google').count()).toBe(0);
  const action = { do: 'set-client', id: 'another', secret: '' };
  const answered = await ask({ type: 'trackers', action });
  expect(answered).toMatchObject({
    problem: { code: 'managed' },
    client: { id: 'client-of-the-organisation' },
  });
});

managedTest('a site that was on before the lock came is no longer read', async () => {
  const registered = () =>
    options.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
      };
      return chrome.scripting.getRegisteredContentScripts();
    });
  await expect.poll(registered, { timeout: 20_000 }).toEqual([]);
  const desk = await servePlainDesk(TICKETS);
  const page = await started!.context.newPage();
  await page.goto(`${desk.base}/tickets/1`);
  expect(await overlayCount(page)).toBe(0);
  await page.close();
  await desk.close();
});

managedTest('no ticket system can be added beside the organisation’s', async () => {
  const sites = options.locator('#sites');
  await sites.getByRole('button', { name: 'Switch on https://desk.example' }).waitFor();
  expect(await sites.locator('input[name=site]').count()).toBe(0);
  expect(await axeFindings(options)).toEqual([]);
});
