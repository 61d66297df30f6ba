/** Signing in, and that nothing of it is ever shown to anybody. */
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSignIn } from '../../../sheets-addon/provision/google/kept-sign-in.ts';
import { withoutSecrets } from '../../../sheets-addon/provision/google/secrets.ts';
import { FAULTS, type FaultName } from '../../support/google/faults.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { type Terminal, terminalAt } from './terminal.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let google: StandInGoogle;
let terminal: Terminal;
beforeEach(async () => {
  google = new StandInGoogle();
  await google.start();
  terminal = terminalAt(google);
});
afterEach(async () => {
  terminal.remove();
  await google.stop();
});

const CLIENT = {
  installed: { client_id: 'id.apps.googleusercontent.com', client_secret: 'GOCSPX-of-the-client' },
};

function clientFile(): string {
  const path = join(terminal.folder, 'client.json');
  writeFileSync(path, JSON.stringify(CLIENT));
  return path;
}

const kept = () => join(terminal.folder, 'dueline', 'google-sign-in.json');

test('one signs in through the browser, with proof that it was us who asked, for our own files alone', async () => {
  expect(await terminal.tracker('sign-in', '--client', clientFile())).toBe(0);
  const [address] = terminal.notes.join(' ').match(/http\S+/) ?? [];
  const asked = new URL(address!).searchParams;
  expect(asked.get('scope')).toBe('https://www.googleapis.com/auth/drive.file');
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(statSync(kept()).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(kept(), 'utf8')).refreshToken).toBe('1//refresh-secret-of-the-stand-in-0');
  // And what was kept opens the door.
  expect(await terminal.tracker('create', '--title', 'T', '--dry-run')).toBe(0);
  expect(await terminal.tracker('check', 'https://docs.google.com/spreadsheets/d/nowhere/edit')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('Google does not find it');
});

test('a stranger who knocks at the loopback address gets nothing and changes nothing', async () => {
  terminal.edge.openAddress = async (url) => {
    const redirect = new URL(url).searchParams.get('redirect_uri')!;
    for (const asked of ['?code=stolen&state=guessed', '/', '/[']) {
      const stranger = await fetch(redirect + asked);
      expect(stranger.status).toBe(404);
    }
    void fetch(url);
  };
  expect(await terminal.tracker('sign-in', '--client', clientFile())).toBe(0);
  expect(google.signIns.refreshTokens.size).toBe(1);
});

test('a sign-in over a file that others could read is one that they cannot', () => {
  const file = join(terminal.folder, 'kept', 'sign-in.json');
  const signIn = { clientId: 'id', refreshToken: '1//new', scopes: [] };
  keepSignIn(file, signIn);
  chmodSync(file, 0o644);
  keepSignIn(file, signIn);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a refused consent says so, and nothing is kept', async () => {
  terminal.edge.openAddress = (url) => {
    const asked = new URL(url).searchParams;
    void fetch(`${asked.get('redirect_uri')}?error=access_denied&state=${asked.get('state')}`);
  };
  expect(await terminal.tracker('sign-in', '--client', clientFile())).toBe(1);
  expect(terminal.notes.join('\n')).toContain('access_denied');
  expect(existsSync(kept())).toBe(false);
});

test('sign-out takes the sign-in back at Google and forgets it here', async () => {
  terminal.signIn();
  expect(await terminal.tracker('sign-out')).toBe(0);
  expect(google.signIns.revoked).toEqual(['1//refresh-secret-by-hand']);
  expect(existsSync(kept())).toBe(false);
});

test('nobody signed in, a client file and a key that are none: each says what to do', async () => {
  expect(await terminal.tracker('check', 'x')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('sign-in --client');
  const wrong = join(terminal.folder, 'wrong.json');
  writeFileSync(wrong, '{"type":"authorized_user"}');
  expect(await terminal.tracker('sign-in', '--client', wrong)).toBe(1);
  expect(terminal.notes.join('\n')).toContain('not the file of a desktop client');
  expect(await terminal.tracker('check', 'x', '--key-file', wrong)).toBe(1);
  expect(terminal.notes.join('\n')).toContain('not the key of a service account');
  expect(await terminal.tracker('check', 'x', '--key-file', join(terminal.folder, 'none.json'))).toBe(1);
  expect(terminal.notes.join('\n')).toContain('There is no file');
});

test('a command that is not there, an option that is not there, too many words: the usage', async () => {
  expect(await terminal.tracker('destroy')).toBe(2);
  expect(terminal.notes.join('\n')).toContain('npm run tracker -- create');
  expect(await terminal.tracker('update', 'x', '--forcefully')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('--forcefully');
  expect(await terminal.tracker('update')).toBe(1);
  expect(terminal.notes.join('\n')).toContain('npm run tracker -- update <address>');
});

const SECRETS = /ya29|1\/\/|GOCSPX|Bearer |secret-of-the-stand-in|code-\d|code_verifier=[^[]/;

test('no token in anything that is printed, whatever Google answers, though it answers with the token itself', async () => {
  for (const fault of Object.keys(FAULTS) as FaultName[]) {
    terminal.signIn();
    let left = 12;
    google.plan = () => (left-- > 0 && fault !== 'silent-after' ? fault : undefined);
    await terminal.tracker('create', '--title', fault);
  }
  google.signIns.refreshTokens.clear();
  expect(await terminal.tracker('check', 'x')).toBe(1);
  expect(terminal.everything.length).toBeGreaterThan(40);
  expect(terminal.everything.filter((line) => SECRETS.test(line))).toEqual([]);
  // The stand-in did try: its answers carry the token.
  expect(terminal.everything.some((line) => line.includes('[…]'))).toBe(true);
});

test.each([
  ['Bearer ya29.a0AfH6SM-x_y', '[…]'],
  ['{"refresh_token":"1//0abc-def","x":1}', '{"refresh_token":"[…]","x":1}'],
  [
    'grant_type=authorization_code&code=4/0AX4&code_verifier=abc',
    'grant_type=authorization_code&code=[…]&code_verifier=[…]',
  ],
  ['-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', '[…]'],
  ['client_secret: GOCSPX-abc', 'client_secret: […]'],
  ['eyJhbGciOi.eyJpc3Mi.c2ln is it', '[…] is it'],
  ['Quota exceeded for 3 requests', 'Quota exceeded for 3 requests'],
])('%s is shown as %s', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown);
});
