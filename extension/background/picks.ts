/** Whose ticket it is, in the user's own words: for one ticket, or for all of an organisation or mail domain. */
import { ticketKey } from '#core/engagement/claims.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { PickScope } from '../platform/changes.ts';
import { groupsOf } from '../platform/groups.ts';
import { picksItem, type StoredPick, update } from '../state/settings.ts';

/** More picks than this are not kept; the oldest goes first. */
const MOST = 2000;

const SCOPES: readonly PickScope[] = ['ticket', 'organisation', 'domain'];

/** The nearest pick that holds for a ticket. */
export async function pickFor(facts: TicketFacts): Promise<StoredPick | null> {
  return pickAmong(await picksItem.getValue(), facts);
}

/** The same among picks that are at hand. */
export function pickAmong(picks: Record<string, StoredPick>, facts: TicketFacts): StoredPick | null {
  for (const scope of SCOPES) {
    const key = keyOf(facts, scope);
    if (key !== null && Object.hasOwn(picks, key)) return picks[key]!;
  }
  return null;
}

export async function rememberPick(pick: StoredPick, facts: TicketFacts): Promise<void> {
  const key = keyOf(facts, pick.scope);
  if (key === null) return;
  await update(picksItem, (picks) => newest({ ...picks, [key]: pick }));
}

/** Takes back the pick that holds for a ticket now. */
export async function forgetPick(facts: TicketFacts): Promise<void> {
  const pick = await pickFor(facts);
  const key = pick && keyOf(facts, pick.scope);
  if (key === null) return;
  await update(picksItem, (picks) =>
    Object.fromEntries(Object.entries(picks).filter(([name]) => name !== key)),
  );
}

function keyOf(facts: TicketFacts, scope: PickScope): string | null {
  if (scope === 'ticket') return `ticket ${ticketKey(facts.url)} ${facts.id?.value ?? ''}`;
  const name = groupsOf(facts)[scope];
  return name === null ? null : `${scope} ${name.toLowerCase()}`;
}

function newest(picks: Record<string, StoredPick>): Record<string, StoredPick> {
  const entries = Object.entries(picks);
  if (entries.length <= MOST) return picks;
  return Object.fromEntries(entries.sort(([, a], [, b]) => b.atMs - a.atMs).slice(0, MOST));
}
