/** A reader of a known system says in its head how far its facts can be trusted: whoever mends it knows what to doubt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/walk.ts';

const READER = /^export const \w+: SiteReader\b/m;
/** Verified in a public source or on a rendered page, reported by somebody, or assumed by us. */
const STANDING = /^\/\*\*(?:(?!\*\/)[\s\S])*\b(?:Verified|Reported|Assumed)\b/;

test('each reader of a known system says which of its facts are verified, which reported, which assumed', () => {
  const readers = filesBelow('extension/readers/sites')
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
    .filter(({ text }) => READER.test(text));
  expect(readers.length).toBeGreaterThan(0);
  const silent = readers.filter(({ text }) => !STANDING.test(text)).map(({ path }) => path);
  expect(
    silent.map((path) => `${path}: say in its head what is "Verified in …", "Reported: …", "Assumed: …".`),
  ).toEqual([]);
});
