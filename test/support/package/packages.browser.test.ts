/** What the stores get: the same bytes every time, small enough, without a warning. With the slow tests: it builds. */
import { join } from 'node:path';
import { createInstance } from 'addons-linter';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildForFirefox } from '../build.ts';
import { ROOT } from '../walk.ts';
import { buildFor } from './browsers.ts';
import { entriesBelow, zipOf } from './zip.ts';

const KB = 1000;
const BUILDS_MS = 10 * 60_000;

describe('packages', () => {
  let edge: Uint8Array;
  const folderOf = (name: string) => join(ROOT, 'extension', '.output', `${name}-mv3`);
  let firefox = '';
  beforeAll(async () => {
    edge = await zipOf(entriesBelow(await buildFor('edge')));
    firefox = await buildForFirefox();
  }, BUILDS_MS);

  test('two builds give the same bytes', { timeout: BUILDS_MS }, async () => {
    const again = await zipOf(entriesBelow(await buildFor('edge')));
    expect(Buffer.from(again).equals(Buffer.from(edge))).toBe(true);
  });

  test.each(['edge', 'firefox'])('a zip has at most 400 kB: %s', async (name) => {
    expect((await zipOf(entriesBelow(folderOf(name)))).length).toBeLessThanOrEqual(400 * KB);
  });

  test('Firefox’ own linter has no warning', { timeout: BUILDS_MS }, async () => {
    const config = { _: [firefox], logLevel: 'fatal', output: 'none', boring: true, selfHosted: false };
    const { errors, warnings } = await createInstance({ config, runAsBinary: false }).run();
    expect([...errors, ...warnings].map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual(
      [],
    );
  });
});
