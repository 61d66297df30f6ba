/** What can go wrong with a call, before or after it was carried out. */

export const FAULTS = {
  '401': { status: 401, reason: 'authError', isApplied: false },
  '403': { status: 403, reason: 'forbidden', isApplied: false },
  '403-full': { status: 403, reason: 'storageQuotaExceeded', isApplied: false },
  '403-rate': { status: 403, reason: 'userRateLimitExceeded', isApplied: false },
  '404': { status: 404, reason: 'notFound', isApplied: false },
  '409': { status: 409, reason: 'aborted', isApplied: false },
  '429': { status: 429, reason: 'rateLimitExceeded', isApplied: false },
  '500': { status: 500, reason: 'backendError', isApplied: false },
  '500-after': { status: 500, reason: 'backendError', isApplied: true },
  '503-after': { status: 503, reason: 'backendError', isApplied: true },
  /** The connection ends before anything was carried out, and after. */
  cut: { status: 0, reason: 'cut', isApplied: false },
  'cut-after': { status: 0, reason: 'cut', isApplied: true },
  /** The answer breaks off in the middle of its JSON. */
  'half-after': { status: 200, reason: 'half', isApplied: true },
  /** No answer ever comes. */
  'silent-after': { status: 0, reason: 'silent', isApplied: true },
} as const;

export type FaultName = keyof typeof FAULTS;

export interface Call {
  /** Place among all calls, from 1. */
  number: number;
  method: string;
  path: string;
}

/** Which fault a call meets, if any. */
export type FaultPlan = (call: Call) => FaultName | undefined;
