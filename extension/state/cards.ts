/** What is stored about customer cards. */
import { storage } from 'wxt/utils/storage';

/** A customer card as it came in; opened and checked again each time it is shown. */
export interface StoredCard {
  text: string;
  keptMs: number;
}

/** By what they are of. */
export const cardsItem = storage.defineItem<Record<string, StoredCard>>('local:cards', {
  fallback: {},
  version: 1,
});
/** When each key was said to be the service manager's. */
export const cardKeysItem = storage.defineItem<Record<string, number>>('local:card-keys', {
  fallback: {},
  version: 1,
});
/** Keys that were the service manager's until the manager made another, and since when no more. */
export const formerKeysItem = storage.defineItem<Record<string, number>>('local:card-keys-former', {
  fallback: {},
  version: 1,
});
/** Page that the links of cards open; `null`: Dueline's own. */
export const cardPageItem = storage.defineItem<string | null>('local:card-page', {
  fallback: null,
  version: 1,
});
