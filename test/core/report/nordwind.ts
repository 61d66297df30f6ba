/** Nordwind's June 2026, small enough to be worked out by hand, beside another customer of the same manager. */
import { type DirectoryBook, openDirectory } from '#core';
import { directoryOf } from '../scope/book.ts';

/** Thursday, noon in Berlin, after the period. */
export const JULY_2 = Date.parse('2026-07-02T12:00+02:00');

export function nordwindDirectory() {
  return directoryOf({
    customers: [
      { id: 'A', name: 'Nordwind' },
      { id: 'B', name: 'Harbour Freight' },
    ],
    engagements: [
      {
        contacts: ['greta', 'hanno', 'ida', 'jan'].map((name) => ({
          name,
          email: `${name}@nordwind.example`,
        })),
      },
      { customer: 'B' },
    ],
    cases: [
      {
        id: 'C-1',
        subject: 'Slow sign-in',
        severity: 2,
        opened: '2026-05-20',
        inquiries: [
          { received: '2026-05-21T09:00+02:00', answered: '2026-05-21T10:00+02:00' },
          { received: '2026-06-26T16:30+02:00' },
        ],
      },
      {
        id: 'C-2',
        subject: 'Export fails',
        status: 'closed',
        opened: '2026-06-03',
        closed: '2026-06-10',
        inquiries: [
          { received: '2026-06-03T10:00+02:00', answered: '2026-06-03T15:00+02:00' },
          { received: '2026-06-10T09:30+02:00' },
        ],
      },
      { id: 'C-3', status: 'solved', opened: '2026-06-05' },
      {
        id: 'C-4',
        subject: 'Backup missing',
        severity: 1,
        status: 'closed',
        opened: '2026-06-20',
        closed: '2026-07-02',
        inquiries: [{ received: '2026-06-20T12:00+02:00', answered: '2026-06-23T11:00+02:00' }],
      },
      { id: 'C-5', opened: '2026-07-01' },
      { id: 'X-1', engagement: 'E-2', subject: 'Harbour secret', opened: '2026-06-01' },
    ],
    activities: [
      { id: 'A-1', date: '2026-05-29', hours: 2, deliverable: 'maintenance', method: 'e-mail' },
      {
        id: 'A-2',
        date: '2026-06-02',
        hours: 4,
        deliverable: 'service-reviews',
        method: 'video-conference',
        weeklyCall: true,
      },
      { id: 'A-3', date: '2026-06-09', hours: 10.5, deliverable: 'maintenance', method: 'e-mail' },
      { id: 'A-6', date: '2026-06-24', hours: 0.25, weeklyCall: true },
      {
        id: 'A-4',
        at: '2026-06-30T23:00+02:00',
        hours: 2,
        deliverable: 'maintenance',
        method: 'phone',
        priorNotice: true,
      },
      { id: 'A-5', date: '2026-07-01', hours: 9.5, deliverable: 'maintenance', method: 'e-mail' },
      { id: 'X-2', engagement: 'E-2', date: '2026-06-09', hours: 40, deliverable: 'upgrade-planning' },
    ],
  });
}

export function nordwind(): DirectoryBook {
  const book = openDirectory(nordwindDirectory());
  if (Array.isArray(book)) throw new Error(JSON.stringify(book));
  return book;
}
