/** A service organisation's trackers, as its managers would export them. */
import { serviceManagement } from '#core';
import { describeTracker, type Row, serialOf, tabOf } from '#core/tracker/index.ts';
import { writeFolder } from '../../../sheets-addon/provision/tables/write-folder.ts';

const ENGAGEMENTS = 10;
const FIRST = serialOf('2025-08-20');
const DAYS = 300;
const TIERS = ['Premium', 'Standard', 'TSAM'];
const CALENDARS = ['Europe/Berlin', 'Asia/Seoul', 'America/Chicago'];

export const BOOK = describeTracker({ language: 'en', rulebook: serviceManagement });

const many = (count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_, index) => make(index));

/** A tracker of some 10,000 rows: 3,000 cases, 7,000 activities. */
export function trackerRows(number: number, trackers: number): Record<string, readonly Row[]> {
  const engagement = (index: number) => `E-${index % ENGAGEMENTS}`;
  return {
    managers: [
      { id: 'M-1', name: `Manager ${number}`, email: `m${number}@v.example`, backup: 'M-2' },
      { id: 'M-2', name: `Manager ${number + 1}`, email: `m${(number + 1) % trackers}@v.example` },
    ],
    customers: many(ENGAGEMENTS, (index) => ({ id: `K-${index}`, name: `Customer ${number}-${index}` })),
    engagements: many(ENGAGEMENTS, (index) => ({
      id: engagement(index),
      customer: `K-${index}`,
      tier: TIERS[index % TIERS.length],
      manager: 'M-1',
      calendar: CALENDARS[number % CALENDARS.length],
      from: FIRST,
    })),
    contacts: many(3 * ENGAGEMENTS, (index) => ({
      engagement: engagement(index),
      email: `c${index}@k.example`,
    })),
    cases: many(3000, (index) => ({
      id: `C-${index}`,
      engagement: engagement(index),
      subject: `Report ${index} comes out empty`,
      status: index % 120 === 0 ? 'Open' : 'Closed',
      severity: index % 4,
      opened: FIRST + (index % DAYS),
    })),
    activities: many(7000, (index) => ({
      id: `A-${index}`,
      engagement: engagement(index),
      date: FIRST + (index % DAYS),
      hours: ((index * 7) % 11) / 4,
      note: `Call with the customer, ${index}`,
    })),
    calendar: [{ from: FIRST + DAYS, until: FIRST + DAYS + 5, kind: 'Time off', manager: 'M-1' }],
    rules: tabOf(BOOK, 'rules').rows,
  };
}

export function makeTracker(folder: string, number: number, trackers: number): void {
  writeFolder(folder, BOOK.tabs, trackerRows(number, trackers));
}
