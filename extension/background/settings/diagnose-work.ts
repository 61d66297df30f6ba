/** What the readers, the trackers and the queue last did: kinds, counts and times, and nothing of what was read. */
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import { lookedItem, ticketsItem } from '../../state/settings.ts';
import { queueItem, trackersItem } from '../../state/trackers.ts';

const KB = 1000;
const NONE = '–';
/** The facts that a page gives once each. */
const FACTS = [
  'id',
  'subject',
  'requester',
  'organisation',
  'created',
  'status',
  'priority',
  'assignee',
] as const;

const when = (atMs: number) => new Date(atMs).toISOString();
const lines = (entries: readonly string[]) => entries.join('\n') || NONE;

/** Of each reader the page that it read last. */
export async function readersWork(): Promise<string> {
  const [looked, tickets] = await Promise.all([lookedItem.getValue(), ticketsItem.getValue()]);
  const looks = [
    ...looked.map(([, look]) => look),
    ...Object.values(tickets).map(({ facts, seenMs }) => ({ facts, atMs: seenMs })),
  ].sort((a, b) => a.atMs - b.atMs);
  const last = new Map(looks.map((look) => [look.facts.reader, look]));
  return lines(
    [...last].sort().map(([reader, { facts, atMs }]) => `${reader}, ${when(atMs)}: ${found(facts)}`),
  );
}

function found(facts: TicketFacts): string {
  const read = FACTS.filter((name) => facts[name] !== null);
  const parts = [...read, `messages ${facts.messages.length}`];
  return `${parts.join(', ')}${facts.unread.length === 0 ? '' : `; unread: ${facts.unread.join(', ')}`}`;
}

/** A copy that could not be renewed is not as it should be. */
export async function trackersWork(): Promise<{ value: string; ok: boolean }> {
  const trackers = Object.values(await trackersItem.getValue());
  return {
    value: lines(
      trackers.map(({ readMs, trouble }) =>
        [
          readMs === null ? NONE : when(readMs),
          ...(trouble
            ? [
                `${[...new Set(trouble.problems.map(({ code }) => code))].join(', ')} ${when(trouble.sinceMs)}`,
              ]
            : []),
        ].join('; '),
      ),
    ),
    ok: trackers.every(({ trouble }) => trouble === null),
  };
}

/** What is held waits for its user. */
export async function queueWork(): Promise<{ value: string; ok: boolean }> {
  const { entries, signedOut } = await queueItem.getValue();
  const counts = new Map<string, number>();
  for (const { status, heldFor } of entries) {
    const state = heldFor ?? status;
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const parts = [...counts].sort().map(([state, count]) => `${state} ${count}`);
  return {
    value: [...(parts.length === 0 ? ['0'] : parts), ...(signedOut.length > 0 ? ['signed out'] : [])].join(
      ', ',
    ),
    ok: signedOut.length === 0 && entries.every(({ status }) => status !== 'held'),
  };
}

/** By item, the largest first; their versions are left out. */
export function storedSizes(all: Readonly<Record<string, unknown>>): string {
  const sizes = Object.entries(all)
    .filter(([key]) => !key.endsWith('$'))
    .map(([key, value]) => [key, JSON.stringify(value).length] as const)
    .sort(([, a], [, b]) => b - a);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const kb = (size: number) => `${(Math.ceil(size / (KB / 10)) / 10).toFixed(1)} kB`;
  return lines([kb(total), ...sizes.map(([key, size]) => `${key} ${kb(size)}`)]);
}
