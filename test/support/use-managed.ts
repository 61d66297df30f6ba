/** The built extension in Chromium under a policy of the machine's, set before it starts and taken away at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExtension } from './build.ts';
import { launch, type Started } from './demo/launch.ts';
import { makeDemoBuild } from './demo-build.ts';
import { askFrom, chromiumProgram } from './extension-browser.ts';
import { giveKey, mayManage, removePolicy } from './managed-policy.ts';

/** A policy is the machine's: only its administrator can set one. */
export const managedTest = test.skipIf(!chromiumProgram || !mayManage);

const STARTS_MS = 6 * 60_000;

interface Managed {
  readonly context: BrowserContext;
  /** The options page, drawn. */
  readonly options: Page;
  /** What the background answers to it. */
  ask: (message: object) => Promise<Record<string, unknown>>;
}

/** `set`: writes the policy for the extension's id; `before`: what was there before the policy was looked at. */
export function useManaged(
  set: (id: string) => void,
  before?: (context: BrowserContext) => Promise<void>,
): Managed {
  const folder = mkdtempSync(join(tmpdir(), 'dueline-policy-'));
  let started: Started | undefined;
  let options: Page;
  let id = '';
  beforeAll(async () => {
    if (!chromiumProgram || !mayManage) return;
    const build = makeDemoBuild(await buildExtension(), join(folder, 'demo'));
    id = giveKey(build);
    set(id);
    started = await launch(chromiumProgram, build, true);
    expect(started.extensionId).toBe(id);
    await before?.(started.context);
    options = await started.context.newPage();
    await options.goto(`chrome-extension://${id}/options.html`);
    await options.locator('[data-part=directory]').waitFor();
  }, STARTS_MS);
  afterAll(async () => {
    if (id !== '') removePolicy(id);
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get context() {
      return started!.context;
    },
    get options() {
      return options;
    },
    ask: (message) => askFrom(options, message),
  };
}
