/** The policy's example for Firefox, in a real one: what the organisation has set is in use, and is said to be its own. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForFirefox } from '../support/build.ts';
import { firefoxProgram, launchFirefox } from '../support/firefox.ts';
import {
  guideExamples,
  mayManage,
  removeFirefoxPolicy,
  setFirefoxPolicy,
  valuesIn,
} from '../support/managed-policy.ts';
import { plainDirectory } from '../support/plain-directory.ts';

/** Another than the packaged one: the policy is the machine's, and other tests start Firefox beside this one. */
const ID = 'dueline-policy@dueline.example';
const WAIT = { timeout: 30_000 };
const managedTest = test.skipIf(!firefoxProgram || !mayManage);
const folder = mkdtempSync(join(tmpdir(), 'dueline-firefox-policy-'));
let firefox: Awaited<ReturnType<typeof launchFirefox>> | undefined;
let options: Page;

beforeAll(async () => {
  if (!firefoxProgram || !mayManage) return;
  const build = join(folder, 'build');
  cpSync(await buildForFirefox(), build, { recursive: true });
  const path = join(build, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.browser_specific_settings.gecko.id = ID;
  writeFileSync(path, JSON.stringify(manifest));
  setFirefoxPolicy({
    '3rdparty': {
      Extensions: {
        [ID]: {
          ...valuesIn(guideExamples()[1]!),
          directory: JSON.stringify(plainDirectory()),
          language: 'de',
          welcome: false,
        },
      },
    },
  });
  firefox = await launchFirefox(build, ID);
  options = await firefox.openOwn('options');
}, 6 * 60_000);
afterAll(async () => {
  if (firefox) removeFirefoxPolicy();
  await firefox?.browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (selector: string) =>
  options.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
const count = (selector: string) => options.$$(selector).then(({ length }) => length);

managedTest('directory and language are the organisation’s, and locked', async () => {
  await expect.poll(() => textOf('[data-part=directory]'), WAIT).toContain('Binford');
  expect(await count('[data-part=directory] [data-part=managed]')).toBe(1);
  expect(await count('[data-part=directory] input[type=file]')).toBe(0);
  expect(await options.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await count('#language:disabled')).toBe(1);
});

managedTest('its ticket systems are offered, and no others can be typed', async () => {
  await expect.poll(() => textOf('#sites'), WAIT).toContain('https://desk.example einschalten');
  expect(await count('#sites input[name=site]')).toBe(0);
});
