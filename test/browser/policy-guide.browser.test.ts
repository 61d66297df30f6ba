/** The guide's own example for administrators, saved word for word, in real Chromium: each of its values holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExtension } from '../support/build.ts';
import { launch, type Started } from '../support/demo/launch.ts';
import { makeDemoBuild } from '../support/demo-build.ts';
import { askFrom, chromiumProgram } from '../support/extension-browser.ts';
import { giveKey, guideExamples, mayManage, removePolicy, writePolicy } from '../support/managed-policy.ts';

const managedTest = test.skipIf(!chromiumProgram || !mayManage);
const folder = mkdtempSync(join(tmpdir(), 'dueline-guide-'));
let started: Started | undefined;
let options: Page;
let id = '';

beforeAll(async () => {
  if (!chromiumProgram || !mayManage) return;
  const build = makeDemoBuild(await buildExtension(), join(folder, 'demo'));
  id = giveKey(build);
  writePolicy(id, guideExamples()[0]!.replace("the extension's id", id));
  started = await launch(chromiumProgram, build, true);
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

managedTest('language: German, and not to be changed', async () => {
  expect(await options.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await options.locator('#language').isDisabled()).toBe(true);
});

managedTest('googleClient: in use, and not to be changed', async () => {
  const shown = await ask({ type: 'trackers', action: { do: 'show' } });
  expect(shown.client).toMatchObject({ id: '1234.apps.googleusercontent.com' });
  const asked = await ask({ type: 'trackers', action: { do: 'set-client', id: 'another', secret: '' } });
  expect(asked.problem).toMatchObject({ code: 'managed' });
});

managedTest('rulebook: its reading counts, and not to be changed', async () => {
  const tried = await ask({ type: 'try-readings', readings: {} });
  expect(tried.readings).toMatchObject({ businessDay: 'end-of-day' });
  const set = await ask({ type: 'set-readings', readings: { businessDay: 'same-time' } });
  expect(set).toMatchObject({ code: 'managed' });
});

managedTest('sites and locks: the one site is offered, and no other can be named', async () => {
  await options.locator('#sites').getByRole('button', { name: 'https://desk.example einschalten' }).waitFor();
  expect(await options.locator('#sites input[name=site]').count()).toBe(0);
});

managedTest('welcome: no page opens by itself; nothing of the example is named as unusable', async () => {
  const open = started!.context.pages().map((page) => page.url());
  expect(open.filter((url) => url.includes('welcome'))).toEqual([]);
  expect((await ask({ type: 'diagnose' })).findings).toContainEqual({ name: 'policy', value: '0', ok: true });
});
