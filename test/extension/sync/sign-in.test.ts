/** Signing in: one scope, a proof that only the asker has, files picked on the way, and everything taken back. */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refreshed, revoke, type SignInEdge, signIn } from '../../../extension/platform/sheets/sign-in.ts';
import { StandInGoogle } from '../../support/google/server.ts';

const CLIENT = { id: 'client-1', secret: null };
const REDIRECT = 'http://127.0.0.1/dueline';
const NOW_MS = Date.UTC(2026, 5, 8, 9);

let google: StandInGoogle;
const asked: URL[] = [];
const sent: string[] = [];
beforeEach(async () => {
  google = new StandInGoogle();
  await google.start();
  asked.length = 0;
  sent.length = 0;
});
afterEach(() => google.stop());

/** Google's own addresses, answered by the stand-in. */
function edge(after: (ended: URL) => void = () => {}): SignInEdge {
  return {
    redirect: REDIRECT,
    clock: () => NOW_MS,
    random: (bytes) => Uint8Array.from(randomBytes(bytes)),
    sha256: async (text) => Uint8Array.from(createHash('sha256').update(text).digest()),
    fetch: (url, init) => {
      sent.push(String(init.body));
      return fetch(new URL(new URL(url).pathname.slice(1), google.url), init);
    },
    show: async (url) => {
      asked.push(new URL(url));
      const response = await fetch(`${google.url}auth?${new URL(url).searchParams}`, { redirect: 'manual' });
      const ended = new URL(response.headers.get('location')!);
      ended.searchParams.set('picked_file_ids', 'sheet-a,sheet-b');
      after(ended);
      return ended.href;
    },
  };
}

test('asks for the picked files alone, proves who asked, and gives what was picked', async () => {
  const signed = await signIn(CLIENT, edge());
  expect(signed).toMatchObject({
    picked: ['sheet-a', 'sheet-b'],
    tokens: { untilMs: NOW_MS + 3599_000 },
  });
  const { searchParams } = asked[0]!;
  expect(asked[0]!.origin).toBe('https://accounts.google.com');
  expect(searchParams.get('scope')).toBe('https://www.googleapis.com/auth/drive.file');
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  expect(searchParams.get('trigger_onepick')).toBe('true');
  const verifier = new URLSearchParams(sent[0]).get('code_verifier')!;
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(searchParams.get('code_challenge'));
  expect(asked[0]!.href).not.toContain(verifier);
});

test('an answer to somebody else’s question is refused before any code is used', async () => {
  const signed = await signIn(
    CLIENT,
    edge((ended) => ended.searchParams.set('state', 'another')),
  );
  expect(signed).toEqual({ failed: 'refused', detail: 'state' });
  expect(sent).toEqual([]);
});

test('a code that was given for another challenge is refused by Google', async () => {
  const stolen = await signIn(
    CLIENT,
    edge((ended) => {
      google.signIns.codes.get(ended.searchParams.get('code')!)!.challenge = 'of-the-thief';
    }),
  );
  expect(stolen).toEqual({ failed: 'refused', detail: 'invalid_grant' });
});

test('a window that is closed and a consent that is denied change nothing', async () => {
  const closed = { ...edge(), show: () => Promise.reject(new Error('The user did not approve access.')) };
  expect(await signIn(CLIENT, closed)).toEqual({ failed: 'cancelled' });
  const denied = edge((ended) => {
    ended.searchParams.delete('code');
    ended.searchParams.set('error', 'access_denied');
  });
  expect(await signIn(CLIENT, denied)).toEqual({ failed: 'cancelled' });
  const elsewhere = { ...edge(), show: async () => 'https://elsewhere.example/?code=x' };
  expect(await signIn(CLIENT, elsewhere)).toEqual({ failed: 'cancelled' });
});

test('a token is renewed without asking, until the grant is taken back', async () => {
  const signed = await signIn(CLIENT, edge());
  if ('failed' in signed) throw new Error(signed.failed);
  const refresh = signed.tokens.refresh!;
  expect(await refreshed(refresh, CLIENT, edge())).toMatchObject({ refresh });
  expect(await revoke(refresh, edge())).toBe(true);
  expect(google.signIns.revoked).toEqual([refresh]);
  expect(await refreshed(refresh, CLIENT, edge())).toEqual({ failed: 'refused', detail: 'invalid_grant' });
});

test('without a network nothing is lost, and it is said', async () => {
  const cut = { ...edge(), fetch: () => Promise.reject(new TypeError('Failed to fetch')) };
  expect(await refreshed('r', CLIENT, cut)).toEqual({ failed: 'no-answer' });
  expect(await revoke('r', cut)).toBe(false);
});
