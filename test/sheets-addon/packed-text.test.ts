/** What the build packs is what its user reads: any text, character by character. */
import { expect, test } from 'vitest';
import { packText } from '../../sheets-addon/compact-catalogues.ts';
import { unpackText } from '../../sheets-addon/packed-text.ts';
import { randomFrom } from './support/random-rows.ts';

const next = randomFrom(7);
const anyOf = (from: number, until: number) =>
  String.fromCharCode(from + Math.floor(next() * (until - from)));
const many = (count: number, one: () => string) => Array.from({ length: count }, one).join('');

test.each([
  ['one letter, over and over: the longest repeats', 'a'.repeat(100_000)],
  ['nothing that repeats', many(20_000, () => anyOf(32, 127))],
  ['every character of one, of two and of three bytes', many(60_000, () => anyOf(0, 0xd800))],
  ['a repeat from as far back as there is', many(10_900, () => anyOf(0x4e00, 0x9fff)).repeat(2)],
  ['the same a little further on', Array.from({ length: 9000 }, (_, place) => `${place} days\n`).join('')],
])('%s', async (_, text) => {
  expect(unpackText(await packText(text))).toBe(text);
});
