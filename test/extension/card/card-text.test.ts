/** A card as text, with the browser's own compression and signatures: what comes through, and what is refused. */
import { expect, test } from 'vitest';
import { type Directory, openDirectory } from '#core';
import { toBase64Url } from '#core/card/base64url.ts';
import { openCard, writeCard } from '#core/card/card-text.ts';
import { makeCard } from '#core/card/make-card.ts';
import { isProblem } from '#core/problem.ts';
import { makeSigningKey, packing, signerOf, verify } from '../../../extension/platform/card-tools.ts';
import hosting from '../../core/samples/hosting-company.json' with { type: 'json' };
import { plainDirectory } from '../../support/plain-directory.ts';

const NOW_MS = Date.parse('2026-06-10T10:00:00Z');
const DAY_MS = 86_400_000;

function cardOf(directory: Directory, engagement: string) {
  const book = openDirectory(directory);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  const card = makeCard(book, engagement, NOW_MS);
  if (isProblem(card)) throw new Error(card.code);
  return card;
}

const open = (text: string, nowMs = NOW_MS) => openCard(text, { packing, verify, nowMs });
const plain = () => writeCard(cardOf(plainDirectory(), 'E-1'), packing, null);
const signed = async () =>
  writeCard(cardOf(plainDirectory(), 'E-1'), packing, await signerOf(await makeSigningKey()));
const textOf = async (document: unknown) =>
  `dueline-card-1.${toBase64Url(await packing.pack(JSON.stringify(document)))}`;

async function codeOf(text: string, nowMs = NOW_MS): Promise<string | null> {
  const opened = await open(text, nowMs);
  return Array.isArray(opened) ? opened[0]!.code : null;
}

test('what was written is what is opened, from a link, a file or the middle of an e-mail', async () => {
  const text = await plain();
  for (const around of [text, `https://vendor.example/card#${text}`, `Hello,\n\n${text}\n\nBest regards`]) {
    expect(await open(around), around).toMatchObject({
      engagement: 'E-1',
      issuedMs: NOW_MS,
      old: false,
      key: null,
      text,
      card: { directory: { customers: [{ name: 'Acme <b>GmbH</b>' }] } },
    });
  }
});

test('an e-mail that broke the text into lines of 76 loses nothing', async () => {
  const text = await signed();
  expect(await open(text.replace(/(.{76})/g, '$1\r\n'))).toMatchObject({ engagement: 'E-1', text });
});

test('a signed card names its key; one letter changed in card, key or signature, and it is refused', async () => {
  const text = await signed();
  const [body = '', key = '', signature = ''] = text.split('.').slice(1);
  expect(await open(text)).toMatchObject({ key });
  const other = (part: string, at: number) =>
    part.slice(0, at) + (part[at] === 'A' ? 'B' : 'A') + part.slice(at + 1);
  for (const forged of [
    ['dueline-card-1', other(body, 20), key, signature],
    ['dueline-card-1', body, other(key, 20), signature],
    ['dueline-card-1', body, key, other(signature, 20)],
    ['dueline-card-1', body, 'AAAA', signature],
    ['dueline-card-1', body, (await signed()).split('.')[2]!, signature],
  ]) {
    expect(await codeOf(forged.join('.'))).toBe('card-signature-wrong');
  }
});

test('another spelling of the same key is refused: it would pass for another sender', async () => {
  const [version, body, key = '', signature] = (await signed()).split('.');
  const bytes = Buffer.from(key, 'base64url');
  const isOdd = bytes.at(-1)! % 2;
  const spellings = [
    Buffer.concat([Buffer.from([6 + isOdd]), bytes.subarray(1)]),
    Buffer.concat([Buffer.from([2 + isOdd]), bytes.subarray(1, 33)]),
  ];
  for (const spelling of spellings) {
    const respelled = [version, body, toBase64Url(spelling), signature].join('.');
    expect(await codeOf(respelled)).toBe('card-signature-wrong');
  }
});

test('a link cut off anywhere is said to be damaged, or to be no card, and never opens as something else', async () => {
  const text = await plain();
  for (let length = 0; length < text.length; length++) {
    expect(await codeOf(text.slice(0, length)), String(length)).toMatch(/^(card-damaged|not-a-card)$/);
  }
});

test('a card of another version, of two customers, from later than now: each is refused by its name', async () => {
  const card = cardOf(plainDirectory(), 'E-1');
  expect(await codeOf((await plain()).replace('card-1', 'card-2'))).toBe('newer-version');
  expect(await codeOf(await textOf({ ...card, version: 2 }))).toBe('newer-version');
  expect(await codeOf(await textOf({ ...card, directory: plainDirectory() }))).toBe('not-a-card');
  expect(await codeOf(await textOf({ ...card, issued: 'yesterday' }))).toBe('not-a-card');
  expect(await codeOf(await textOf({ ...card, directory: { ...card.directory, calendars: [] } }))).toBe(
    'missing-entry',
  );
  expect(await codeOf(await textOf(null))).toBe('not-a-card');
  expect(await codeOf(await plain(), NOW_MS - 2 * DAY_MS)).toBe('card-from-later');
  expect(await codeOf('')).toBe('not-a-card');
});

test('a text that unpacks to megabytes is refused before it is unpacked', async () => {
  const bomb = await packing.pack(' '.repeat(50_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await codeOf(`dueline-card-1.${toBase64Url(bomb)}`)).toBe('card-too-large');
});

test('30 days are not old, one millisecond more is', async () => {
  const text = await plain();
  expect(await open(text, NOW_MS + 30 * DAY_MS)).toMatchObject({ old: false });
  expect(await open(text, NOW_MS + 30 * DAY_MS + 1)).toMatchObject({ old: true });
});

test('a hosting company’s signed card fits into a link that mail programs leave alone', async () => {
  const signer = await signerOf(await makeSigningKey());
  for (const { id } of hosting.engagements) {
    const text = await writeCard(cardOf(hosting as unknown as Directory, id), packing, signer);
    expect(text.length, id).toBeLessThan(7000);
  }
  expect((await signed()).length).toBeLessThan(1500);
});
