/** What the stores get: the same bytes wherever it is made, small enough, without a warning. With the slow tests: it builds. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInstance } from 'addons-linter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { copyTo, nodeIn, type Place, unpackTo } from './elsewhere.ts';
import { sourceEntries } from './sources.ts';
import { type Entry, entriesBelow } from './zip.ts';

const KB = 1000;
const BUILDS_MS = 10 * 60_000;

/** File by file, so that a difference is told by its name. */
const sums = (entries: readonly Entry[]) =>
  Object.fromEntries(
    entries.map(({ path, bytes }) => [path, createHash('sha256').update(bytes).digest('hex')]).sort(),
  );

describe('packages', () => {
  const base = mkdtempSync(join(tmpdir(), 'dueline-builds-'));
  const made = (place: Place) => entriesBelow(join(place.folder, 'dist', 'package'));
  const builtIn = (folder: string, name: string) =>
    entriesBelow(join(folder, 'extension', '.output', `${name}-mv3`));
  const place = (folder: string, umask: string, env: Record<string, string>, backwards: boolean): Place => ({
    folder: join(base, folder),
    umask,
    backwards,
    env: { ...env, HOME: join(base, `home of ${env.USER}`), LC_ALL: env.LANG!, NODE_ENV: '' },
  });
  const one = place('a', '022', { TZ: 'UTC', LANG: 'C', USER: 'one' }, false);
  const zones = { TZ: 'Asia/Kolkata', LANG: 'de_DE.UTF-8', USER: 'other' };
  const other = place(join('Zweite Prüfung', 'dueline'), '077', zones, true);

  beforeAll(async () => {
    await Promise.all(
      [one, other].map(async (where) => {
        mkdirSync(where.env.HOME!, { recursive: true });
        copyTo(where);
        const tsx = ['--import', 'tsx'];
        const folder = join('dist', 'package');
        await nodeIn(where, [...tsx, join('test', 'support', 'package', 'made.ts'), folder], BUILDS_MS);
        await nodeIn(where, [...tsx, join('sheets-addon', 'build.ts')], BUILDS_MS);
      }),
    );
  }, BUILDS_MS);
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  test('two builds give the same bytes, in another folder, zone, language, home and with other rights', () => {
    expect(
      made(one)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      `dueline-${manifest.version}.cdx.json`,
      ...['chrome', 'edge', 'firefox', 'firefox-sources'].map(
        (name) => `dueline-${name}-${manifest.version}.zip`,
      ),
    ]);
    for (const browser of ['chrome', 'edge', 'firefox']) {
      expect(sums(builtIn(other.folder, browser)), browser).toEqual(sums(builtIn(one.folder, browser)));
    }
    expect(sums(made(other))).toEqual(sums(made(one)));
  });

  test('two builds of the add-on give the same bytes', () => {
    const addOn = ({ folder }: Place) => sums(entriesBelow(join(folder, 'dist', 'sheets-addon')));
    expect(Object.keys(addOn(one))).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
    expect(addOn(other)).toEqual(addOn(one));
  });

  test('the sources for Firefox’ reviewers make the same bytes as are published', {
    timeout: BUILDS_MS,
  }, async () => {
    const review: Place = { ...one, folder: join(base, 'review') };
    unpackTo(review.folder, sourceEntries());
    const wxt = join('node_modules', 'wxt', 'bin', 'wxt.mjs');
    await nodeIn(review, [wxt, 'build', 'extension', '--browser', 'firefox'], BUILDS_MS);
    expect(sums(builtIn(review.folder, 'firefox'))).toEqual(sums(builtIn(one.folder, 'firefox')));
  });

  test.each(['chrome', 'edge', 'firefox'])('a zip has at most 400 kB: %s', (name) => {
    const zip = join(one.folder, 'dist', 'package', `dueline-${name}-${manifest.version}.zip`);
    expect(readFileSync(zip).length).toBeLessThanOrEqual(400 * KB);
  });

  test('Firefox’ own linter has no warning', { timeout: BUILDS_MS }, async () => {
    const firefox = join(one.folder, 'extension', '.output', 'firefox-mv3');
    const config = { _: [firefox], logLevel: 'fatal', output: 'none', boring: true, selfHosted: false };
    const { errors, warnings } = await createInstance({ config, runAsBinary: false }).run();
    expect([...errors, ...warnings].map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual(
      [],
    );
  });
});
