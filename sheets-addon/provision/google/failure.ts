/** What a failed call means, and whether it may have been carried out all the same. */
import { withoutSecrets } from './secrets.ts';

/** `unclear`: nobody knows whether it was carried out. */
export type FailureKind =
  | 'busy'
  | 'full'
  /** Protected against whoever is signed in; nothing was written. */
  | 'locked'
  | 'missing'
  | 'no-answer'
  | 'not-allowed'
  | 'refused'
  | 'signed-out'
  | 'unclear';

export class CallFailed extends Error {
  constructor(
    readonly kind: FailureKind,
    /** What Google said, without any secret. */
    readonly detail: string,
    /** How long Google asks to wait. */
    readonly waitMs?: number,
  ) {
    super(`${kind}: ${detail}`);
  }
}

/** Waiting helps. A quota of storage is another thing: somebody has to make room. */
const RATE = /rateLimitExceeded|RATE_LIMIT_EXCEEDED|\bquotaExceeded/i;
const FULL = /storageQuotaExceeded/i;
const SECOND_MS = 1000;

interface GaxiosLike {
  status?: unknown;
  code?: unknown;
  message?: unknown;
  response?: { status?: unknown; data?: unknown; headers?: { get?: (name: string) => string | null } };
}

const KINDS = new Map<number, CallFailed['kind']>([
  [400, 'refused'],
  [401, 'signed-out'],
  [403, 'not-allowed'],
  [404, 'missing'],
  [429, 'busy'],
  [501, 'refused'],
]);

/** Only what is named here is taken from the error: the rest of it holds the request with its token. */
export function failureOf(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  // Not a failed call but a fault of ours: it goes up as it is.
  if (!(error instanceof Error) || !('config' in error)) throw error;
  const { response, message, status: ownStatus } = error as GaxiosLike;
  const status = Number(response?.status ?? ownStatus);
  const { text, reasons } = saidBy(response?.data);
  const detail = withoutSecrets(text ?? String(message ?? error));
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN);
  const waitMs = Number.isFinite(seconds) ? seconds * SECOND_MS : undefined;
  if (/invalid_grant/.test(detail)) return new CallFailed('signed-out', detail);
  const kind = kindOf(status, reasons);
  return new CallFailed(kind, detail, kind === 'busy' || kind === 'unclear' ? waitMs : undefined);
}

/** 409 says that somebody else was at it in the same moment; with the 500s nobody can say how far it came. */
function kindOf(status: number, reasons: string): FailureKind {
  if (status === 403 && FULL.test(reasons)) return 'full';
  if (status === 403 && RATE.test(reasons)) return 'busy';
  return KINDS.get(status) ?? 'unclear';
}

function saidBy(data: unknown): { text?: string; reasons: string } {
  const error = (data as { error?: unknown } | undefined)?.error;
  if (typeof error === 'string') return { text: error, reasons: error };
  if (typeof error !== 'object' || error === null) return { reasons: '' };
  const { message, status, errors } = error as {
    message?: unknown;
    status?: unknown;
    errors?: { reason?: string }[];
  };
  const reasons = [status, ...(errors ?? []).map(({ reason }) => reason)].join(' ');
  return { ...(typeof message === 'string' ? { text: message } : {}), reasons };
}
