/**
 * Signing in at Google, in the browser's own window, for whoever can prove that they asked (PKCE). The one scope is the
 * files that the user picks for Dueline; picking is part of signing in, so no code of Google's runs here.
 */
import { toBase64Url } from '#core/card/base64url.ts';

export const SCOPE = 'https://www.googleapis.com/auth/drive.file';
export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const CONSENT = 'https://accounts.google.com/o/oauth2/v2/auth';
const TOKEN = 'https://oauth2.googleapis.com/token';
const REVOKE = 'https://oauth2.googleapis.com/revoke';

/** The organisation's own registration at Google. For installed programs its secret is none, and Google says so. */
export interface Client {
  id: string;
  secret: string | null;
}

export interface Tokens {
  access: string;
  refresh: string | null;
  untilMs: number;
}

export type SignInFailure = { failed: 'cancelled' | 'no-answer' } | { failed: 'refused'; detail: string };

export interface SignInEdge {
  /** Shows the page and resolves to the address that it ends on; rejects where the user closes it. */
  show: (url: string) => Promise<string | undefined>;
  redirect: string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  random: (bytes: number) => Uint8Array<ArrayBuffer>;
  sha256: (text: string) => Promise<Uint8Array>;
  clock: () => number;
}

export interface SignedIn {
  tokens: Tokens;
  /** Spreadsheets that the user has picked. */
  picked: string[];
}

/** `picks`: whether the user picks spreadsheets on the way. */
export async function signIn(
  client: Client,
  edge: SignInEdge,
  picks = true,
): Promise<SignedIn | SignInFailure> {
  const [state, verifier] = [toBase64Url(edge.random(24)), toBase64Url(edge.random(48))];
  const query = new URLSearchParams({
    client_id: client.id,
    redirect_uri: edge.redirect,
    response_type: 'code',
    scope: SCOPE,
    state,
    code_challenge: toBase64Url(await edge.sha256(verifier)),
    code_challenge_method: 'S256',
    access_type: 'offline',
    prompt: 'consent',
    ...(picks && { trigger_onepick: 'true', allow_multiple: 'true', mimetypes: SPREADSHEET }),
  });
  let ended: string | undefined;
  try {
    ended = await edge.show(`${CONSENT}?${query}`);
  } catch {
    // Browsers reject in words of their own where the window was closed, or never came up.
    return { failed: 'cancelled' };
  }
  if (!ended?.startsWith(edge.redirect)) return { failed: 'cancelled' };
  const answer = new URL(ended).searchParams;
  if (answer.get('state') !== state) return { failed: 'refused', detail: 'state' };
  const code = answer.get('code');
  if (code === null) {
    const error = answer.get('error') ?? 'no code';
    return error === 'access_denied' ? { failed: 'cancelled' } : { failed: 'refused', detail: error };
  }
  const tokens = await askTokens(
    { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: edge.redirect },
    client,
    edge,
  );
  if ('failed' in tokens) return tokens;
  const picked = (answer.get('picked_file_ids') ?? '').split(',').filter((id) => id !== '');
  return { tokens, picked };
}

/** A new token without asking the user; `refused` where the grant is over. */
export function refreshed(
  refresh: string,
  client: Client,
  edge: Pick<SignInEdge, 'fetch' | 'clock'>,
): Promise<Tokens | SignInFailure> {
  return askTokens({ grant_type: 'refresh_token', refresh_token: refresh }, client, edge);
}

/** Takes the grant back at Google; `false` where Google did not answer. */
export async function revoke(token: string, edge: Pick<SignInEdge, 'fetch'>): Promise<boolean> {
  try {
    const response = await edge.fetch(REVOKE, formOf({ token }));
    // 400: Google no longer knows it, and it needs no taking back.
    return response.status === 200 || response.status === 400;
  } catch {
    return false;
  }
}

async function askTokens(
  asked: Record<string, string>,
  client: Client,
  edge: Pick<SignInEdge, 'fetch' | 'clock'>,
): Promise<Tokens | SignInFailure> {
  const fields = {
    ...asked,
    client_id: client.id,
    ...(client.secret === null ? {} : { client_secret: client.secret }),
  };
  let given: { access_token?: unknown; refresh_token?: unknown; expires_in?: unknown; error?: unknown };
  let status: number;
  try {
    const response = await edge.fetch(TOKEN, formOf(fields));
    status = response.status;
    given = await response.json();
  } catch {
    return { failed: 'no-answer' };
  }
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = given;
  if (typeof access !== 'string' || typeof seconds !== 'number') {
    return status >= 500
      ? { failed: 'no-answer' }
      : { failed: 'refused', detail: String(given.error ?? status) };
  }
  return {
    access,
    refresh: typeof refresh === 'string' ? refresh : (asked.refresh_token ?? null),
    untilMs: edge.clock() + seconds * 1000,
  };
}

function formOf(fields: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  };
}
