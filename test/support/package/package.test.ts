/** Packages for the stores: their zips, Firefox' sources, and the texts of their listings. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { translator } from '#core/language/index.ts';
import { LISTED, listingOf, MOST_SUMMARY } from './listing.ts';
import { sourceEntries } from './sources.ts';
import { zipOf } from './zip.ts';

test('the order in which a folder lists its files leaves a zip as it is, and what is unpacked is what was packed', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const one = { path: 'a.js', bytes };
  const other = { path: 'b/c.js', bytes };
  const zip = await zipOf([one, other]);
  expect(await zipOf([other, one])).toEqual(zip);
  expect(unzipSync(zip)).toEqual({ 'a.js': bytes, 'b/c.js': bytes });
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
