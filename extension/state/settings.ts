/** Every stored item, versioned: nothing else in the extension knows a key of the browser's storage. */
import { storage } from 'wxt/utils/storage';
import { type Additions, NO_ADDITIONS } from '#core/engagement/additions.ts';
import type { Amendment } from '#core/engagement/amendments.ts';
import type { Language } from '#core/language/index.ts';
import type { TicketFacts } from '#core/response/ticket-facts.ts';
import type { QueueEntry } from '../background/queue/entry.ts';
import type { Draft, PickScope, Place } from '../platform/changes.ts';
import type { PageMapping, StatusWord } from '../platform/mapping.ts';
import type { ReminderSettings } from '../platform/settings-messages.ts';
import { withJournal } from './older.ts';
import { soundly } from './sound.ts';

export interface StoredPick {
  /** `null`: none that fits the page is right. */
  engagement: string | null;
  scope: PickScope;
  atMs: number;
}

/** A ticket on which an answer is owed: what its page said, as far as the inquiry goes. */
export interface StoredTicket {
  facts: TicketFacts;
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
/** The same document once more: what is used where the stored one has been damaged. */
export const directoryGoodItem = storage.defineItem<unknown>('local:directory-good', {
  fallback: null,
  version: 1,
});
/** Language of the surfaces; `null`: the browser's. */
export const languageItem = storage.defineItem<Language | null>('local:language', {
  fallback: null,
  version: 1,
});
/** By site: scheme and host, without the port, as permissions are. */
export const sitesItem = soundly(
  storage.defineItem<Record<string, StoredSite>>('local:sites', {
    fallback: {},
    version: 1,
  }),
);
/** By what the pick holds for: `ticket …`, `organisation …`, `domain …`. */
export const picksItem = soundly(
  storage.defineItem<Record<string, StoredPick>>('local:picks', {
    fallback: {},
    version: 1,
  }),
);
export const ticketsItem = soundly(
  storage.defineItem<Record<string, StoredTicket>>('local:tickets', {
    fallback: {},
    version: 1,
  }),
);
export const DEFAULT_REMINDERS: ReminderSettings = {
  on: false,
  minutesBefore: [60],
  overdue: true,
  person: null,
  quiet: { from: '20:00', until: '07:00' },
  badge: true,
  pausedUntilMs: null,
};
export const remindersItem = soundly(
  storage.defineItem<ReminderSettings>('local:reminders', {
    fallback: DEFAULT_REMINDERS,
    version: 1,
  }),
  ['quiet'],
);
/** Reminders that were shown, by their id, with the instant at which they were. */
export const toldItem = soundly(
  storage.defineItem<Record<string, number>>('local:told', {
    fallback: {},
    version: 1,
  }),
);
/** Inquiries that the user wants to hear of again, by their key, and from when on. */
export const snoozedItem = soundly(
  storage.defineItem<Record<string, number>>('local:snoozed', {
    fallback: {},
    version: 1,
  }),
);
/** What the user has shown Dueline on the pages of a site, by site. */
export type StoredMappings = Record<string, PageMapping[]>;

export const mappingsItem = soundly(
  storage.defineItem<StoredMappings>('local:mappings', {
    fallback: {},
    version: 1,
  }),
);
/** By site: what its own words for a ticket's status come to, as the user has said. */
export const statusWordsItem = soundly(
  storage.defineItem<Record<string, StatusWord[]>>('local:status-words', { fallback: {}, version: 1 }),
);
/** Engagement that the popup shows where the page does not settle it. */
export const engagementItem = storage.defineItem<string | null>('local:engagement', {
  fallback: null,
  version: 1,
});

/** What the notifications of this session are about, by their id. */
export const shownItem = storage.defineItem<Record<string, { key: string; url: string }[]>>('session:shown', {
  fallback: {},
});

/** Engagements by the addresses of the tickets last looked at; gone with the browser's session. */
export const seenItem = storage.defineItem<[url: string, engagement: string][]>('session:seen', {
  fallback: [],
});

/** What the user has dropped last from what waits, for an undo; gone with the browser's session. */
export const droppedItem = storage.defineItem<{ entry: QueueEntry; amendments: Amendment[] } | null>(
  'session:dropped',
  { fallback: null },
);

/** What was read of the tickets last looked at, for the lists that show them; gone with the browser's session. */
export const lookedItem = storage.defineItem<[ticket: string, look: StoredLook][]>('session:looked', {
  fallback: [],
});
/** Time that runs on a ticket. */
export interface StoredTimer {
  /** Of what it is logged as; the timers of an earlier version have none. */
  id?: string | undefined;
  url: string;
  ticket: string;
  engagement: string;
  deliverable: string | null;
  startedMs: number;
}

/** What was marked and logged on tickets, until the directory's source has it too. */
export const additionsItem = soundly(
  storage.defineItem<Additions>('local:additions', {
    fallback: NO_ADDITIONS,
    version: 2,
    migrations: { 2: withJournal },
  }),
);
/** Changes of logged time that its tracker has already, in the order in which they were made. */
export const amendmentsItem = soundly(
  storage.defineItem<Amendment[]>('local:amendments', { fallback: [], version: 1 }),
);
/** Tickets of what was logged here, by its id: a tracker does not hold them. The oldest come first. */
export const loggedItem = soundly(
  storage.defineItem<[id: string, ticket: string][]>('local:logged', { fallback: [], version: 1 }),
);
/** What was left half typed in, by the ticket's address; the oldest come first. */
export const draftsItem = soundly(
  storage.defineItem<[ticket: string, draft: Draft][]>('local:drafts', { fallback: [], version: 1 }),
);
export const timerItem = storage.defineItem<StoredTimer | null>('local:timer', {
  fallback: null,
  version: 1,
});
/** The name that the user's marks carry. */
export const personItem = storage.defineItem<string | null>('local:person', { fallback: null, version: 1 });
/** The keys of what reminders rest on, as the browser's storage knows them. */
export const REMINDER_KEYS = [
  additionsItem,
  amendmentsItem,
  directoryItem,
  picksItem,
  ticketsItem,
  remindersItem,
  snoozedItem,
  languageItem,
].map(({ key }) => key.slice('local:'.length));

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
