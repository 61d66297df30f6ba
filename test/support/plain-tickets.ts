/** Three tickets of the plain desk: of Acme an hour ago, of Binford three days ago, of somebody unknown. */
import type { PlainTicket } from './plain-desk.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Whole minutes, so that due times are too. */
export const nowMs = Math.floor(Date.now() / 60_000) * 60_000;

/**
 * A zone in which it is noon or soon after, on the date that UTC has at `nowMs`: there, what is due in 23 hours is due
 * tomorrow, and no day or week ends, whenever a test runs.
 */
export const NOON_ZONE = (() => {
  const ahead = 12 - new Date(nowMs).getUTCHours();
  // The database's names have their signs the other way round.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
})();

/** As the overlay writes instants of UTC. */
export const iso = (atMs: number) => new Date(atMs).toISOString().replace('.000Z', '+00:00');

export const INJECTION = '<img src=x onerror=alert(1)>';
const ana = (atMs: number) => ({ from: 'customer' as const, author: 'Ana <ana@acme.example>', atMs });
export const TICKETS: PlainTicket[] = [
  {
    id: '1',
    subject: INJECTION,
    requester: 'Ana <ana@acme.example>',
    organisation: 'Acme',
    messages: [ana(nowMs - HOUR)],
  },
  {
    id: '2',
    subject: 'Two',
    requester: 'Bo <bo@elsewhere.example>',
    organisation: 'Binford Tools',
    messages: [{ from: 'customer', author: 'Bo <bo@elsewhere.example>', atMs: nowMs - 3 * DAY }],
  },
  {
    id: '3',
    subject: 'Three',
    requester: 'Cy <cy@unknown.example>',
    organisation: 'Unknown Ltd',
    messages: [{ from: 'customer', author: 'Cy <cy@unknown.example>', atMs: nowMs - HOUR }],
  },
];
