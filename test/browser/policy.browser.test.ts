/** A managed policy in real Chromium: what the organisation has set is in use, is said to be so, and stays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { buildExtension } from '../support/build.ts';
import { launch, type Started } from '../support/demo/launch.ts';
import { makeDemoBuild } from '../support/demo-build.ts';
import { chromiumProgram } from '../support/extension-browser.ts';
import { giveKey, mayManage, removePolicy, setPolicy } from '../support/managed-policy.ts';
import { plainDirectory } from '../support/plain-directory.ts';

/** A policy is the machine's: only its administrator can set one. */
const managedTest = test.skipIf(!chromiumProgram || !mayManage);
const folder = mkdtempSync(join(tmpdir(), 'dueline-policy-'));
let started: Started | undefined;
let options: Page;
let id = '';

beforeAll(async () => {
  if (!chromiumProgram || !mayManage) return;
  const build = makeDemoBuild(await buildExtension(), join(folder, 'demo'));
  id = giveKey(build);
  setPolicy(id, {
    directory: JSON.stringify(plainDirectory()),
    language: 'de',
    sites: ['https://desk.example/tickets', 'no site at all'],
    welcome: false,
  });
  started = await launch(chromiumProgram, build, true);
  expect(started.extensionId).toBe(id);
  options = await started.context.newPage();
  await options.goto(`chrome-extension://${id}/options.html`);
  await options.locator('[data-part=directory] table').waitFor();
}, 5 * 60_000);
afterAll(async () => {
  removePolicy(id);
  await started?.close();
  rmSync(folder, { recursive: true, force: true });
});

managedTest(
  'the organisation’s directory is in use, said to be its own, and cannot be taken away',
  async () => {
    const section = options.locator('[data-part=directory]');
    expect(await section.locator('table').innerText()).toContain('Binford');
    expect(await section.locator('[data-part=managed]').innerText()).toBe(
      'Von Ihrer Organisation festgelegt',
    );
    expect(await section.locator('input[type=file]').count()).toBe(0);
    expect(await section.getByRole('button').allInnerTexts()).toEqual(['Exportieren']);
    // A page of ours that was made to ask all the same is refused.
    const answered = await options.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ code?: string }> } };
      };
      return chrome.runtime.sendMessage({ type: 'remove-directory' });
    });
    expect(answered.code).toBe('managed');
  },
);

managedTest('its language holds and is locked, and so are the readings', async () => {
  expect(await options.locator('#language').isDisabled()).toBe(true);
  expect(await options.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await options.locator('#rulebook fieldset:not(:disabled)').count()).toBe(0);
});

managedTest('its ticket systems are offered one by one, and what cannot be used is named', async () => {
  const offered = options.locator('#sites [data-part=managed] button');
  expect(await offered.allInnerTexts()).toEqual(['https://desk.example einschalten']);
  expect(await options.locator('#about .warn').innerText()).toContain('sites: no site at all');
  expect(await axeFindings(options)).toEqual([]);
});

managedTest('the first page does not open by itself where the organisation does not want it', async () => {
  await options.locator('#about').getByRole('button', { name: 'Selbsttest ausführen' }).click();
  await options.locator('.findings').waitFor();
  const pages = started!.context.pages().map((page) => page.url());
  expect(pages.filter((url) => url.endsWith('/welcome.html'))).toEqual([]);
});
