/** Writes a tracker of full size as .xlsx in a process of its own, and prints what that took as JSON. */
import { cpuUsage, resourceUsage } from 'node:process';
import { serviceManagement } from '#core';
import { type Row, serialOf, wordsOf } from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';

const CASES = 50_000;
const ACTIVITIES = 200_000;
const ENGAGEMENTS = 200;
const MANAGERS = 60;
const DAYS = 370;

const words = wordsOf('en');
const first = serialOf('2025-06-01');
const many = (count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_, i) => make(i));
const [tier, status, method] = [
  words.text('tier.premium'),
  words.text('tracker.case-open'),
  words.text('method.phone'),
];
const rows = {
  customers: many(ENGAGEMENTS, (i) => ({ id: `C-${i}`, name: `Customer ${i}` })),
  managers: many(MANAGERS, (i) => ({ id: `M-${i}`, name: `Manager ${i}` })),
  engagements: many(ENGAGEMENTS, (i) => ({
    id: `E-${i}`,
    customer: `C-${i}`,
    tier,
    manager: `M-${i % MANAGERS}`,
    calendar: 'Europe/Berlin',
  })),
  cases: many(CASES, (i) => ({
    id: `K-${i}`,
    engagement: `E-${i % ENGAGEMENTS}`,
    subject: `Case number ${i}`,
    status,
    opened: first + (i % DAYS),
  })),
  activities: many(ACTIVITIES, (i) => ({
    id: `A-${i}`,
    date: first + (i % DAYS),
    engagement: `E-${i % ENGAGEMENTS}`,
    hours: (i % 16) / 4,
    deliverable: words.text('deliverable.maintenance'),
    method,
    note: 'as agreed',
  })),
};
const before = cpuUsage();
const { length } = writeRows(rows, {
  language: 'en',
  rulebook: serviceManagement,
  calendars: ['Europe/Berlin'],
});
const { user, system } = cpuUsage(before);
console.log(
  JSON.stringify({
    ms: (user + system) / 1000,
    megabytes: resourceUsage().maxRSS / 1024,
    fileMegabytes: length / 2 ** 20,
  }),
);
