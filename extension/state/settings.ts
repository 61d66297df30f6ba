/** Every stored item, versioned: nothing else in the extension knows a key of the browser's storage. */
import { storage } from 'wxt/utils/storage';
import type { Additions } from '#core/engagement/additions.ts';
import type { Language } from '#core/language/index.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { PickScope, Place } from '../platform/changes.ts';
import type { PageMapping } from '../platform/mapping.ts';

export interface StoredPick {
  /** `null`: none that fits the page is right. */
  engagement: string | null;
  scope: PickScope;
  atMs: number;
}

/** Last verdict of a ticket that an answer was owed on, for the popup. */
export interface StoredOwed {
  url: string;
  ticket: string;
  subject: string;
  customer: string;
  engagement: string;
  dueMs: number | null;
  seenMs: number;
}

/** What was read of a ticket, and when. */
export interface StoredLook {
  facts: TicketFacts;
  atMs: number;
}

export interface StoredSite {
  zone?: string;
  unfolded?: boolean;
  hidden?: boolean;
  place?: Place;
}

/** The directory document as it came in; checked again each time it is opened. */
export const directoryItem = storage.defineItem<unknown>('local:directory', { fallback: null, version: 1 });
/** The document that the last replacement took away. */
export const directoryBeforeItem = storage.defineItem<unknown>('local:directory-before', {
  fallback: null,
  version: 1,
});
/** Language of the surfaces; `null`: the browser's. */
export const languageItem = storage.defineItem<Language | null>('local:language', {
  fallback: null,
  version: 1,
});
/** By site: scheme and host, without the port, as permissions are. */
export const sitesItem = storage.defineItem<Record<string, StoredSite>>('local:sites', {
  fallback: {},
  version: 1,
});
/** By what the pick holds for: `ticket …`, `organisation …`, `domain …`. */
export const picksItem = storage.defineItem<Record<string, StoredPick>>('local:picks', {
  fallback: {},
  version: 1,
});
export const owedItem = storage.defineItem<Record<string, StoredOwed>>('local:owed', {
  fallback: {},
  version: 1,
});
/** What the user has shown Dueline on the pages of a site, by site. */
export type StoredMappings = Record<string, PageMapping[]>;

export const mappingsItem = storage.defineItem<StoredMappings>('local:mappings', {
  fallback: {},
  version: 1,
});
/** Engagement that the popup shows where the page does not settle it. */
export const engagementItem = storage.defineItem<string | null>('local:engagement', {
  fallback: null,
  version: 1,
});

/** Engagements by the addresses of the tickets last looked at; gone with the browser's session. */
export const seenItem = storage.defineItem<[url: string, engagement: string][]>('session:seen', {
  fallback: [],
});

/** What was read of the tickets last looked at, for the lists that show them; gone with the browser's session. */
export const lookedItem = storage.defineItem<[ticket: string, look: StoredLook][]>('session:looked', {
  fallback: [],
});
/** Time that runs on a ticket. */
export interface StoredTimer {
  url: string;
  ticket: string;
  engagement: string;
  deliverable: string | null;
  startedMs: number;
}

/** What was marked and logged on tickets, until the directory's source has it too. */
export const additionsItem = storage.defineItem<Additions>('local:additions', {
  fallback: { activities: [], noAnswerNeeded: [] },
  version: 1,
});
export const timerItem = storage.defineItem<StoredTimer | null>('local:timer', {
  fallback: null,
  version: 1,
});
/** The name that the user's marks carry. */
export const personItem = storage.defineItem<string | null>('local:person', { fallback: null, version: 1 });
interface Item<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
}

let last: Promise<unknown> = Promise.resolve();

/** Reads, changes and writes an item, one change after the other: two tabs that write at once lose nothing. */
export function update<T>(item: Item<T>, change: (value: T) => T): Promise<void> {
  const done = last.then(async () => item.setValue(change(await item.getValue())));
  last = done.catch(() => undefined);
  return done;
}
