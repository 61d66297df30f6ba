/**
 * Signing in with one's own account: the browser asks Google, and Google's answer comes back to this machine
 * alone (a loopback address), for whoever can prove that they asked (PKCE).
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientIdentity, personClient, type SignInAddresses } from './account.ts';
import { CallFailed, failureOf } from './failure.ts';
import type { KeptSignIn } from './kept-sign-in.ts';

export interface SignInOptions {
  identity: ClientIdentity;
  scopes: readonly string[];
  addresses?: SignInAddresses | undefined;
  /** Shows the address at which the user consents. */
  open(url: string): void;
  /** What the browser shows when it is done. */
  farewell: string;
  /** Ends the waiting. */
  signal: AbortSignal;
}

export async function signIn(options: SignInOptions): Promise<KeptSignIn> {
  const { identity, scopes, addresses, open, farewell, signal } = options;
  const [state, verifier] = [randomBytes(24).toString('base64url'), randomBytes(48).toString('base64url')];
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const client = personClient(identity, addresses);
    const answered = codeFrom(server, { state, farewell, signal });
    open(
      client.generateAuthUrl({
        access_type: 'offline',
        prompt: 'consent',
        scope: [...scopes],
        state,
        redirect_uri: redirectUri,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256' as never,
      }),
    );
    const code = await answered;
    const { tokens } = await client.getToken({ code, codeVerifier: verifier, redirect_uri: redirectUri });
    if (!tokens.refresh_token) throw new CallFailed('refused', 'no refresh token');
    return { ...identity, refreshToken: tokens.refresh_token, scopes: [...scopes] };
  } catch (error) {
    throw failureOf(error);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

interface Expected {
  state: string;
  farewell: string;
  signal: AbortSignal;
}

function codeFrom(server: Server, { state, farewell, signal }: Expected): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new CallFailed('signed-out', 'nobody signed in')));
    server.on('request', (request, response) => {
      const [, query] = (request.url ?? '').split('?');
      const asked = new URLSearchParams(query);
      // Anything else that knocks here, a favicon or a stranger, is sent away and waited past.
      if (asked.get('state') !== state) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(farewell);
      const [code, error] = [asked.get('code'), asked.get('error')];
      if (code) resolve(code);
      else reject(new CallFailed('signed-out', error ?? 'no code'));
    });
  });
}

/** Takes the sign-in back at Google too. */
export async function signOut(kept: KeptSignIn, addresses?: SignInAddresses): Promise<void> {
  try {
    await personClient(kept, addresses).revokeToken(kept.refreshToken);
  } catch (error) {
    const failure = failureOf(error);
    // What Google no longer knows needs no taking back.
    if (failure.kind !== 'refused' && failure.kind !== 'signed-out') throw failure;
  }
}
