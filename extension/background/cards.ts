/** The customer cards that the user has kept, and the making of new ones. */

import { fromBase64Url } from '#core/card/base64url.ts';
import { CARD_OLD_AFTER_MS } from '#core/card/card.ts';
import { type OpenedCard, openCard } from '#core/card/card-text.ts';
import { type Problem, problem } from '#core/problem.ts';
import { DAY_MS } from '#core/time/units.ts';
import type { CardStanding } from '../platform/card-standing.ts';
import { nameOfKey, packing, verify } from '../platform/card-tools.ts';
import type { OwedEntry } from '../platform/popup-messages.ts';
import { cardKeysItem, cardsItem, formerKeysItem } from '../state/cards.ts';
import { update } from '../state/settings.ts';
import { bySoonest, ofCases } from './owed-entries.ts';

export interface KeptCard {
  id: string;
  opened: OpenedCard;
}

/** The kept cards that can be opened; one that an update of ours cannot read is not shown, and stays stored. */
export async function keptCards(nowMs: number): Promise<KeptCard[]> {
  const stored = Object.entries(await cardsItem.getValue());
  const opened = await Promise.all(stored.map(([, { text }]) => open(text, nowMs)));
  return opened.flatMap((one, index) => (Array.isArray(one) ? [] : [{ id: stored[index]![0], opened: one }]));
}

export function open(text: string, nowMs: number): Promise<OpenedCard | Problem[]> {
  return openCard(text, { packing, verify, nowMs });
}

/** A newer card of the same customer's same engagement takes the place of the one before it. */
export function idOf({ book, engagement }: OpenedCard): string {
  return `card ${JSON.stringify([book.directory.customers[0]!.name, engagement])}`;
}

export async function standingOf(opened: OpenedCard, nowMs: number): Promise<CardStanding> {
  const { key, issuedMs } = opened;
  const ageMs = nowMs - issuedMs;
  return {
    id: idOf(opened),
    from: await fromOf(key),
    key: key === null ? null : await nameOfKey(fromBase64Url(key)!),
    issuedMs,
    oldDays: ageMs > CARD_OLD_AFTER_MS ? Math.floor(ageMs / DAY_MS) : null,
  };
}

async function fromOf(key: string | null): Promise<CardStanding['from']> {
  if (key === null) return 'nobody';
  if (await isKnown(key)) return 'known';
  return Object.hasOwn(await formerKeysItem.getValue(), key) ? 'former' : 'unknown';
}

export async function isKnown(key: string | null): Promise<boolean> {
  return key !== null && Object.hasOwn(await cardKeysItem.getValue(), key);
}

/** The answers that a card says are owed; a link that is none of the web's is no link. */
export function owedOn({ book, engagement }: OpenedCard, nowMs: number): OwedEntry[] {
  return ofCases(book, book.engagements.get(engagement)!, nowMs).sort(bySoonest);
}

export async function keepCard(text: string, trust: boolean, nowMs: number): Promise<Problem | null> {
  const opened = await open(text, nowMs);
  if (Array.isArray(opened)) return opened[0]!;
  const { key } = opened;
  const kept = (await keptCards(nowMs)).find(({ id }) => id === idOf(opened));
  if (kept && kept.opened.issuedMs > opened.issuedMs) return problem('card-older', [], {});
  try {
    if (trust && key !== null) await trustKey(key, kept?.opened.key ?? null, nowMs);
    await update(cardsItem, (cards) => ({ ...cards, [idOf(opened)]: { text: opened.text, keptMs: nowMs } }));
    return null;
  } catch (error) {
    return problem('storage-failed', [], { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The key of the card whose place it takes was the same manager's, and is an older one from now on. */
async function trustKey(key: string, before: string | null, nowMs: number): Promise<void> {
  const isFollowed = before !== key && (await isKnown(before));
  await update(formerKeysItem, ({ [key]: _again, ...former }) =>
    isFollowed ? { ...former, [before!]: nowMs } : former,
  );
  await update(cardKeysItem, (keys) => {
    const { [isFollowed ? before! : '']: _former, ...others } = keys;
    return { ...others, [key]: keys[key] ?? nowMs };
  });
}

/** The key that has signed a kept card is the service manager's from now on, or is it no more. */
export async function trustKeyOf(id: string, trust: boolean, nowMs: number): Promise<void> {
  const key = (await keptCards(nowMs)).find((card) => card.id === id)?.opened.key ?? null;
  if (key === null) return;
  await update(formerKeysItem, ({ [key]: _former, ...others }) => others);
  await update(cardKeysItem, ({ [key]: sinceMs, ...others }) =>
    trust ? { ...others, [key]: sinceMs ?? nowMs } : others,
  );
}

/** Forgets a card, and gives its text for an undo. */
export async function forgetCard(id: string): Promise<string> {
  let text = '';
  await update(cardsItem, ({ [id]: gone, ...rest }) => {
    text = gone?.text ?? '';
    return rest;
  });
  return text;
}
