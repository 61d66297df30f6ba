/** A policy of the machine for one extension, as an organisation sets it; taken away when it is done. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './walk.ts';

/** Where Chromium of Debian looks; to write there takes root. */
const FOLDER = '/etc/chromium/policies/managed';
const fileOf = (extensionId: string) => join(FOLDER, `dueline-test-${extensionId}.json`);
/** Where Firefox looks on Linux, whoever packaged it. */
const FIREFOX_FOLDER = '/etc/firefox/policies';
const FIREFOX_FILE = join(FIREFOX_FOLDER, 'policies.json');
const ID_LENGTH = 32;

export const mayManage = process.platform === 'linux' && process.getuid?.() === 0;

/** What the guide shows an administrator, word for word: for Chromium's kin, then for Firefox. */
export function guideExamples(): string[] {
  const guide = readFileSync(join(ROOT, 'README.md'), 'utf8');
  return [...guide.matchAll(/```json policy\n(.*?)```/gs)].map(([, text]) => text!);
}

/** The values that an example sets for the extension. */
export function valuesIn(example: string): Record<string, unknown> {
  const document = JSON.parse(example);
  const { extensions, Extensions } = (document.policies ?? document)['3rdparty'];
  const [values] = Object.values<Record<string, unknown>>(extensions ?? Extensions);
  return values!;
}

/** Gives a build a key, and with it an id that is known before it is loaded. */
export function giveKey(build: string): string {
  const { publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const path = join(build, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...manifest, key: publicKey.toString('base64') }));
  const hash = createHash('sha256').update(publicKey).digest('hex').slice(0, ID_LENGTH);
  // Chromium writes the sixteen digits as a to p.
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

export function setPolicy(extensionId: string, values: object): void {
  writePolicy(extensionId, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: values } } }));
}

/** As an administrator would save it. */
export function writePolicy(extensionId: string, text: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(extensionId), text);
}

export function removePolicy(extensionId: string): void {
  rmSync(fileOf(extensionId), { force: true });
}

/** As an organisation gives it to Firefox; one that the machine has already is left alone. */
export function setFirefoxPolicy(policies: object): void {
  mkdirSync(FIREFOX_FOLDER, { recursive: true });
  writeFileSync(FIREFOX_FILE, JSON.stringify({ policies }), { flag: 'wx' });
}

export function removeFirefoxPolicy(): void {
  rmSync(FIREFOX_FILE, { force: true });
}
