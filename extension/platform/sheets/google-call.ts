/** One call to Google, and what its failure means. Nothing but the address, the answer and the token passes here. */
import type { SheetFailure } from './tracker-sheet.ts';

export interface Caller {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** A token that is good now; `null` where nobody is signed in. */
  token: () => Promise<string | null>;
}

interface Call {
  method: 'GET' | 'PATCH' | 'POST';
  url: string;
  body?: unknown;
}

const PATIENCE_MS = 30_000;
const SECOND_MS = 1000;
const RATE = /rateLimitExceeded|RATE_LIMIT_EXCEEDED|quotaExceeded|RESOURCE_EXHAUSTED/i;
/** The user's Drive is full: no waiting makes room. */
const FULL = /storageQuotaExceeded/i;
const PROTECTED = /protected/i;

interface GoogleError {
  error?: { message?: string; status?: string; errors?: { reason?: string }[] };
}

export async function call<T>(caller: Caller, { method, url, body }: Call): Promise<T | SheetFailure> {
  const token = await caller.token();
  if (token === null) return { failed: 'signed-out' };
  let status = 0;
  let waitMs: number | null = null;
  let answer: object;
  try {
    const response = await caller.fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    status = response.status;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    waitMs = Number.isFinite(seconds) ? seconds * SECOND_MS : null;
    const said: unknown = await response.json();
    if (typeof said !== 'object' || said === null) return { failed: 'no-answer' };
    answer = said;
  } catch {
    // No network, no answer in time, or half an answer: whether it was carried out is open.
    return { failed: 'no-answer' };
  }
  return status === 200 ? (answer as T) : failureOf(status, answer, method, waitMs);
}

function failureOf(
  status: number,
  { error }: GoogleError,
  method: Call['method'],
  waitMs: number | null,
): SheetFailure {
  const detail = error?.message ?? String(status);
  const reasons = [error?.status, ...(error?.errors ?? []).map(({ reason }) => reason)].join(' ');
  if (FULL.test(reasons)) return { failed: 'refused', detail };
  if (status === 429 || (status === 403 && RATE.test(reasons))) return { failed: 'busy', waitMs };
  if (status === 401) return { failed: 'signed-out' };
  if (status === 403) return { failed: method === 'GET' ? 'not-picked' : 'protected' };
  if (status === 404) return { failed: 'not-picked' };
  if (status === 501) return { failed: 'refused', detail };
  if (status === 400) return PROTECTED.test(detail) ? { failed: 'protected' } : { failed: 'refused', detail };
  // 409 and the 500s do not tell how far it came.
  return { failed: 'no-answer' };
}
