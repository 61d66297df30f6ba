/** The user's sign-in at Google: kept for the browser's session, renewed in time, taken back on sign-out. */
import { type Problem, problem } from '#core/problem.ts';
import { maySend } from '../../platform/sending.ts';
import type { Caller } from '../../platform/sheets/google-call.ts';
import { signInEdge } from '../../platform/sheets/google-edge.ts';
import { type Client, refreshed, revoke, type SignInFailure, signIn } from '../../platform/sheets/sign-in.ts';
import { clientItem, tokensItem } from '../../state/trackers.ts';
import { policy } from '../policy.ts';

/** A token is renewed so long before it ends. */
const MARGIN_MS = 60_000;

export function callerAt(clock: () => number): Caller {
  return { fetch: (url, init) => fetch(url, init), token: () => goodToken(clock) };
}

/** The organisation's registration, where it has set one; else the one that the user has entered. */
export async function clientNow(): Promise<Client | null> {
  return (await policy()).googleClient ?? (await clientItem.getValue());
}

let renewing: Promise<string | null> | null = null;

/** Calls that come together renew the token once. */
function goodToken(clock: () => number): Promise<string | null> {
  renewing ??= tokenNow(clock).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function tokenNow(clock: () => number): Promise<string | null> {
  const [tokens, client] = await Promise.all([tokensItem.getValue(), clientNow()]);
  if (tokens === null || client === null || !(await maySend())) return null;
  if (clock() < tokens.untilMs - MARGIN_MS) return tokens.access;
  if (tokens.refresh === null) return null;
  const renewed = await refreshed(tokens.refresh, client, signInEdge(clock));
  if ('access' in renewed) {
    await tokensItem.setValue(renewed);
    return renewed.access;
  }
  // Refused: the grant is over. Without an answer the old token is tried, and the call says the rest.
  if (renewed.failed !== 'refused') return tokens.access;
  await tokensItem.setValue(null);
  return null;
}

/** Signs in; gives the spreadsheets that the user has picked on the way. */
export async function signInAndPick(clock: () => number, picks = true): Promise<string[] | Problem> {
  const client = await clientNow();
  if (client === null) return problem('sign-in-no-client', [], {});
  if (!(await maySend())) return problem('sending-not-allowed', [], {});
  const signed = await signIn(client, signInEdge(clock), picks);
  if ('failed' in signed) return problemOf(signed);
  await tokensItem.setValue(signed.tokens);
  return signed.picked;
}

/** Whoever is signed in already is asked for nothing. */
export async function signInOnce(clock: () => number): Promise<Problem | null> {
  if ((await goodToken(clock)) !== null) return null;
  const signed = await signInAndPick(clock, false);
  return Array.isArray(signed) ? null : signed;
}

/** Forgets the sign-in here, whatever Google answers. */
export async function signOut(clock: () => number): Promise<Problem | null> {
  const tokens = await tokensItem.getValue();
  await tokensItem.setValue(null);
  if (tokens === null) return null;
  const isRevoked = await revoke(tokens.refresh ?? tokens.access, signInEdge(clock));
  return isRevoked ? null : problem('sign-out-unheard', [], {});
}

function problemOf(failure: SignInFailure): Problem {
  if (failure.failed === 'refused') return problem('sign-in-refused', [], { detail: failure.detail });
  return problem(failure.failed === 'cancelled' ? 'sign-in-cancelled' : 'sheet-no-answer', [], {});
}
