/** Google's sign-in, as the stand-in answers it: consent at once, and a code only for who can prove the challenge. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

export interface SignIns {
  /** The challenge and the address that each code was given for. */
  codes: Map<string, { challenge: string; redirect: string; scope: string }>;
  tokens: Set<string>;
  refreshTokens: Set<string>;
  revoked: string[];
}

export function signInAnswer(signIns: SignIns, url: URL, text: string, response: ServerResponse): boolean {
  if (url.pathname === '/auth') consent(signIns, url, response);
  else if (url.pathname === '/token') giveTokens(signIns, new URLSearchParams(text), response);
  else if (url.pathname === '/revoke') {
    const token = url.searchParams.get('token') ?? new URLSearchParams(text).get('token') ?? '';
    signIns.revoked.push(token);
    signIns.refreshTokens.delete(token);
    json(response, 200, {});
  } else return false;
  return true;
}

function consent(signIns: SignIns, url: URL, response: ServerResponse): void {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const redirect = new URL(asked('redirect_uri'));
  if (
    redirect.hostname !== '127.0.0.1' ||
    asked('code_challenge_method') !== 'S256' ||
    asked('response_type') !== 'code'
  ) {
    json(response, 400, { error: 'invalid_request' });
    return;
  }
  const code = `code-${signIns.codes.size + 1}`;
  signIns.codes.set(code, {
    challenge: asked('code_challenge'),
    redirect: redirect.href,
    scope: asked('scope'),
  });
  redirect.searchParams.set('code', code);
  redirect.searchParams.set('state', asked('state'));
  response.writeHead(302, { location: redirect.href });
  response.end();
}

function giveTokens(signIns: SignIns, form: URLSearchParams, response: ServerResponse): void {
  const token = `ya29.secret-of-the-stand-in-${signIns.tokens.size}`;
  if (form.get('grant_type') === 'refresh_token') {
    if (!signIns.refreshTokens.has(form.get('refresh_token') ?? '')) {
      json(response, 400, { error: 'invalid_grant' });
      return;
    }
    signIns.tokens.add(token);
    json(response, 200, { access_token: token, expires_in: 3599, token_type: 'Bearer' });
    return;
  }
  const given = signIns.codes.get(form.get('code') ?? '');
  const proof = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const redirect = form.get('redirect_uri') ?? '';
  if (!given || given.challenge !== proof || new URL(given.redirect).origin !== new URL(redirect).origin) {
    json(response, 400, { error: 'invalid_grant' });
    return;
  }
  signIns.codes.delete(form.get('code')!);
  const refresh = `1//refresh-secret-of-the-stand-in-${signIns.refreshTokens.size}`;
  signIns.tokens.add(token);
  signIns.refreshTokens.add(refresh);
  json(response, 200, {
    access_token: token,
    refresh_token: refresh,
    expires_in: 3599,
    scope: given.scope,
    token_type: 'Bearer',
  });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
