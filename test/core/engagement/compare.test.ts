/** What an import would change, told entry by entry before anything is replaced. */
import { expect, test } from 'vitest';
import { compareDirectories } from '#core/engagement/compare.ts';
import type { Directory } from '#core/engagement/directory-schema.ts';

const BASE: Directory = {
  format: 'dueline-directory',
  version: 1,
  name: 'Kontor',
  rulebook: { use: 'service-management' },
  calendars: [
    {
      id: 'berlin',
      zone: 'Europe/Berlin',
      week: { mon: [{ from: '09:00', to: '17:00' }] },
      holidays: [
        { date: '2026-05-01', name: 'Labour Day' },
        { date: '2026-12-25', name: 'Christmas' },
      ],
    },
  ],
  managers: [{ id: 'mara', name: 'Mara Vogt' }],
  customers: [{ id: 'acme', name: 'Acme', domains: ['acme.example'] }],
  engagements: [
    {
      id: 'E-1',
      customer: 'acme',
      tier: 'premium',
      manager: 'mara',
      calendar: 'berlin',
      contacts: [
        { name: 'Ana', email: 'ana@acme.example' },
        { name: 'Bo', email: 'bo@acme.example' },
      ],
    },
  ],
  timeOff: [{ manager: 'mara', from: '2026-07-01', until: '2026-07-10' }],
};

const copy = (): Directory => structuredClone(BASE);

test('a directory that says the same changes nothing, in whatever order its keys stand', () => {
  const { name, ...rest } = copy();
  expect(compareDirectories(BASE, { ...rest, name } as Directory)).toEqual([]);
});

test('a changed tier is told with the tier before and after', () => {
  const after = copy();
  after.engagements[0]!.tier = 'standard';
  expect(compareDirectories(BASE, after)).toEqual([
    {
      section: 'engagements',
      id: 'E-1',
      name: null,
      kind: 'changed',
      fields: [{ field: 'tier', before: 'premium', after: 'standard' }],
    },
  ]);
});

test('a contact put first in the list is one contact more, and no other one is said to have changed', () => {
  const after = copy();
  after.engagements[0]!.contacts!.unshift({ name: 'Cy', email: 'cy@acme.example' });
  const [change] = compareDirectories(BASE, after);
  expect(change!.fields).toEqual([
    { field: 'contacts[cy@acme.example]', before: null, after: 'Cy, cy@acme.example' },
  ]);
});

test('a holiday that is gone is told by its date', () => {
  const after = copy();
  after.calendars[0]!.holidays!.shift();
  expect(compareDirectories(BASE, after)[0]!.fields).toEqual([
    { field: 'holidays[2026-05-01]', before: '2026-05-01, Labour Day', after: null },
  ]);
});

test('entries that come and go are told with their names', () => {
  const after = copy();
  after.customers = [{ id: 'binford', name: 'Binford' }];
  expect(compareDirectories(BASE, after)).toEqual([
    { section: 'customers', id: 'binford', name: 'Binford', kind: 'added', fields: [] },
    { section: 'customers', id: 'acme', name: 'Acme', kind: 'removed', fields: [] },
  ]);
});

test('a time off that ends later is one change, not one gone and one new', () => {
  const after = copy();
  after.timeOff![0]!.until = '2026-07-12';
  expect(compareDirectories(BASE, after)).toEqual([
    {
      section: 'timeOff',
      id: 'mara 2026-07-01',
      name: null,
      kind: 'changed',
      fields: [{ field: 'until', before: '2026-07-10', after: '2026-07-12' }],
    },
  ]);
});

test('another reading of the rulebook is a change of the document', () => {
  const after = copy();
  after.rulebook = { use: 'service-management', readings: { businessDay: 'end-of-day' } };
  expect(compareDirectories(BASE, after)).toEqual([
    {
      section: 'document',
      id: 'Kontor',
      name: null,
      kind: 'changed',
      fields: [{ field: 'rulebook.readings', before: null, after: 'end-of-day' }],
    },
  ]);
});

test('a contact who leaves is told by the one field that says so', () => {
  const after = copy();
  after.engagements[0]!.contacts![1]!.until = '2026-06-30';
  expect(compareDirectories(BASE, after)[0]!.fields).toEqual([
    { field: 'contacts[bo@acme.example].until', before: null, after: '2026-06-30' },
  ]);
});

test('the last holiday of a calendar that goes is told, and so is the first that comes', () => {
  const none = copy();
  none.calendars[0]!.holidays = [];
  const told = '2026-05-01, Labour Day, 2026-12-25, Christmas';
  expect(compareDirectories(BASE, none)[0]!.fields).toEqual([{ field: 'holidays', before: told, after: '' }]);
  expect(compareDirectories(none, BASE)[0]!.fields).toEqual([{ field: 'holidays', before: '', after: told }]);
});

test('two contacts without an address or a name are still two', () => {
  const after = copy();
  after.engagements[0]!.contacts = [{ from: '2026-01-01' }, { from: '2026-01-01' }];
  const fields = compareDirectories(BASE, after)[0]!.fields.filter(({ after: value }) => value !== null);
  expect(fields.map(({ field }) => field)).toEqual(['contacts[2026-01-01]', 'contacts[2026-01-01#2]']);
});
