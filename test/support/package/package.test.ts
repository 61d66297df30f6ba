/** What the stores get: the same bytes every time, small enough, without a warning, in every language. */
import { join } from 'node:path';
import { createInstance } from 'addons-linter';
import { beforeAll, describe, expect, test } from 'vitest';
import { translator } from '#core/language/index.ts';
import { ROOT } from '../walk.ts';
import { buildFor } from './browsers.ts';
import { LISTED, listingOf, MOST_SUMMARY } from './listing.ts';
import { sourceEntries } from './sources.ts';
import { entriesBelow, zipOf } from './zip.ts';

const KB = 1000;
const BUILDS_MS = 10 * 60_000;

describe('packages', () => {
  let edge: Uint8Array;
  const folderOf = (name: string) => join(ROOT, 'extension', '.output', `${name}-mv3`);
  let firefox = '';
  beforeAll(async () => {
    edge = zipOf(entriesBelow(await buildFor('edge')));
    firefox = await buildFor('firefox');
  }, BUILDS_MS);

  test('two builds give the same bytes', { timeout: BUILDS_MS }, async () => {
    const again = zipOf(entriesBelow(await buildFor('edge')));
    expect(Buffer.from(again).equals(Buffer.from(edge))).toBe(true);
  });

  test.each(['edge', 'firefox'])(
    'what runs has at most 400 kB packed, and what is loaded on demand 140: %s',
    (name) => {
      const entries = entriesBelow(folderOf(name));
      // The holidays of the world and the reader of calendar files: loaded only where somebody chooses them.
      const onDemand = entries.filter(({ path }) => /^chunks\/(src|ical)-/.test(path));
      expect(onDemand).toHaveLength(2);
      expect(zipOf(onDemand).length).toBeLessThanOrEqual(140 * KB);
      expect(zipOf(entries.filter((entry) => !onDemand.includes(entry))).length).toBeLessThanOrEqual(
        400 * KB,
      );
    },
  );

  test('Firefox’ own linter has no warning', { timeout: BUILDS_MS }, async () => {
    const config = { _: [firefox], logLevel: 'fatal', output: 'none', boring: true, selfHosted: false };
    const { errors, warnings } = await createInstance({ config, runAsBinary: false }).run();
    expect([...errors, ...warnings].map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual(
      [],
    );
  });
});

test('the order in which a folder lists its files leaves a zip as it is', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const one = { path: 'a.js', bytes };
  const other = { path: 'b/c.js', bytes };
  expect(zipOf([other, one])).toEqual(zipOf([one, other]));
});

test('the sources are all that the build is made from, and nothing else', () => {
  const paths = sourceEntries().map(({ path }) => path);
  for (const needed of ['BUILDING.md', 'package-lock.json', 'extension/wxt.config.ts', 'core/index.ts']) {
    expect(paths).toContain(needed);
  }
  expect(paths.filter((path) => /node_modules|\.output|^test\/|^\.git/.test(path))).toEqual([]);
});

test.each(LISTED)('the listing in %s is whole, and its summary as short as the stores want', (language) => {
  const summary = translator(language)('store.summary');
  expect(summary.length).toBeLessThanOrEqual(MOST_SUMMARY);
  const listing = listingOf(language);
  expect(listing).toContain(summary);
  expect(listing).not.toMatch(/\w+\.[a-z]+-[a-z-]+\b(?<!date-holidays)|\{\w+\}/);
});
