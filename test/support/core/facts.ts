/** Ticket facts and directories for tests, with only what a case is about. */
import { type Directory, type DirectoryBook, openDirectory, readDirectory, type TicketFacts } from '#core';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
export const OFFICE_WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
};

const FRAME = {
  format: 'dueline-directory',
  version: 1,
  rulebook: { use: 'service-management' },
  calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: OFFICE_WEEK }],
  managers: [
    { id: 'M-1', name: 'Mia Manager', email: 'mia@vendor.example' },
    { id: 'M-2', name: 'Max Backup', email: 'max@vendor.example' },
  ],
  customers: [],
  engagements: [],
};

/** A directory that must be sound, from the sections that a case gives. */
export function bookOf(sections: Record<string, unknown>): DirectoryBook {
  const { directory, problems } = readDirectory(JSON.stringify({ ...FRAME, ...sections }));
  if (!directory) throw new Error(JSON.stringify(problems));
  const book = openDirectory(directory as Directory);
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return book;
}

/** An engagement of the frame's manager and calendar. */
export function engagement(id: string, customer: string, tier: string, more: Record<string, unknown> = {}) {
  return { id, customer, tier, manager: 'M-1', calendar: 'berlin', ...more };
}

type Role = TicketFacts['messages'][number]['role'];

/** `['customer', '2026-06-08T10:00+02:00', 'ana@a.example']` and so on, in the page's order. */
export function factsOf(
  messages: readonly (readonly [role: Role, iso: string, email?: string])[],
  more: Partial<TicketFacts> = {},
): TicketFacts {
  return {
    url: 'https://desk.example/ticket/1',
    reader: 'generic',
    language: 'en',
    id: null,
    subject: null,
    requester: null,
    organisation: null,
    created: null,
    status: null,
    priority: null,
    assignee: null,
    messages: messages.map(([role, iso, email]) => ({
      role,
      author: email === undefined ? {} : { email },
      at: { fromMs: Date.parse(iso), untilMs: Date.parse(iso), zone: 'offset', shown: iso },
      source: 'site',
    })),
    earlierMessages: 0,
    unread: [],
    ...more,
  };
}
