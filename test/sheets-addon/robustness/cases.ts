/** What people do to a tracker, and what it has to say all the same: fixture T, worked out by hand. */
import type { Language } from '#core';
import type { OpenOptions, Said, Tracker } from './tracker.ts';

/** Four contacts of E-1, 31 cases of M-1, 10.01 hours of E-1 and 12 of E-3. */
const AS_IT_WAS: Said = {
  over: ['cases-in-hand 31', 'contacts 4', 'weekly-hours 10.01', 'weekly-hours 12'],
  unread: 0,
};
/** Without E-1's 2.51 hours of Friday: 7.5 are within its 10. */
const WITHOUT_FRIDAY = ['cases-in-hand 31', 'contacts 4', 'weekly-hours 12'];
const FRIDAY = 2;
const TYPED = ['engagements', 'contacts', 'cases', 'activities'];
const BERLIN: OpenOptions = { language: 'en', zone: 'Europe/Berlin' };

export interface Case {
  name: string;
  /** What its user would lose otherwise. */
  or: string;
  open?: Partial<OpenOptions>;
  does(tracker: Tracker): Promise<void>;
  says?: Said;
  /** Where a file is brought into a tracker, its columns are read as a whole. */
  imported?: Said;
}

/** For a table of tests: what is done and what would be lost, then the case. */
export const titled = (entry: Case): [title: string, entry: Case] => [
  `${entry.name}; else ${entry.or}`,
  entry,
];
export const openOptions = ({ open }: Case): OpenOptions => ({ ...BERLIN, ...open });
export const saidIn = ({ says = AS_IT_WAS }: Case): Said => says;
export const saidImported = (entry: Case): Said => entry.imported ?? saidIn(entry);

const overdue = (over: boolean, zone: string): Case => ({
  name: `a spreadsheet in ${zone}, a contract of Berlin`,
  or: over
    ? 'nobody hears that an answer is overdue'
    : 'somebody is accused of an answer that is not due yet',
  open: { zone },
  // Received on Friday at 11:30 or 12:30 in Berlin, so due on Monday at that hour; it is noon there.
  does: async (tracker) => {
    await tracker.type('engagements', 'calendar', 0, 'Europe/Berlin');
    await tracker.type('inquiries', 'case', 0, 'E-1-1');
    await tracker.type('inquiries', 'received', 0, `2026-06-12 ${over ? 11 : 12}:30`);
  },
  says: { over: [...AS_IT_WAS.over, ...(over ? ['response'] : [])].sort(), unread: 0 },
});

const written = (language: Language): Case => ({
  name: `mixed locales: written in ${language}, read by somebody with English`,
  or: 'a colleague abroad sees an empty tracker',
  open: { language },
  does: async () => {},
});

export const CASES: readonly Case[] = [
  {
    name: 'sorting',
    or: 'hours count for another engagement',
    does: async (tracker) => {
      for (const tab of TYPED) await tracker.turnRound(tab);
    },
  },
  {
    name: 'inserted columns',
    or: 'another column is read as hours',
    does: async (tracker) => {
      await tracker.insertColumn('activities', 'hours');
      await tracker.insertColumn('contacts', 'name');
      await tracker.insertColumn('cases', 'status');
    },
  },
  {
    name: 'moved columns',
    or: 'a date is read as hours',
    does: async (tracker) => {
      await tracker.moveToFront('activities', 'hours');
      await tracker.moveToFront('cases', 'status');
    },
  },
  {
    name: 'deleted rows',
    or: 'what is gone is still counted, or what is left is not',
    // The last of E-1's four contacts, and its 2.51 hours of Friday.
    does: async (tracker) => {
      await tracker.deleteRow('contacts', 3);
      await tracker.deleteRow('activities', FRIDAY);
    },
    says: { over: ['cases-in-hand 31', 'weekly-hours 12'], unread: 0 },
  },
  {
    name: 'renamed tabs',
    or: 'a tab counts as empty',
    does: async (tracker) => {
      for (const tab of TYPED) await tracker.rename(tab, `Our ${tab}, “new”`);
    },
  },
  {
    name: 'pasted text: spaces around it, other case',
    or: 'work counts for nobody',
    does: async (tracker) => {
      await tracker.type('activities', 'engagement', FRIDAY, '  e-1 ');
      await tracker.type('contacts', 'engagement', 3, 'E-1 ');
      await tracker.type('cases', 'status', 0, ' OPEN ');
    },
  },
  {
    name: 'pasted text: a number as text',
    or: 'hours are left out and nobody hears of it',
    does: (tracker) => Promise.resolve(tracker.type('activities', 'hours', FRIDAY, '2.51')),
    says: { over: WITHOUT_FRIDAY, unread: 1 },
    imported: AS_IT_WAS,
  },
  {
    name: 'dates as text, as ISO writes them',
    or: 'a week loses its hours',
    does: (tracker) => Promise.resolve(tracker.type('activities', 'date', FRIDAY, ' 2026-06-12')),
  },
  {
    name: 'dates as text, in any other way',
    or: 'the 6th of December is read for the 12th of June',
    does: (tracker) => Promise.resolve(tracker.type('activities', 'date', FRIDAY, '12/06/2026')),
    says: { over: WITHOUT_FRIDAY, unread: 1 },
  },
  {
    name: 'decimal commas',
    or: '2,51 hours are read as 251, or left out and nobody hears of it',
    does: (tracker) => Promise.resolve(tracker.type('activities', 'hours', FRIDAY, '2,51')),
    says: { over: WITHOUT_FRIDAY, unread: 1 },
    imported: AS_IT_WAS,
  },
  written('de'),
  written('zh-CN'),
  overdue(true, 'America/Los_Angeles'),
  overdue(false, 'Asia/Seoul'),
];
