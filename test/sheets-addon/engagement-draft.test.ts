import { expect, test } from 'vitest';
import {
  type Draft,
  draftFrom,
  EMPTY_DRAFT,
  emptyDraft,
  flawsIn,
  isSound,
  NEW_MANAGER,
  rowsOf,
} from '../../sheets-addon/sidebar/engagement-draft.ts';

const FACTS = {
  tracker: 'sheet-1',
  labels: {},
  customers: [{ id: 'C-A', name: 'Acme' }],
  managers: [{ id: 'M-1', name: 'Mo' }],
  engagements: ['E-1'],
  tiers: [
    { name: 'Premium', contacts: 3 },
    { name: 'Standard', contacts: null },
  ],
  calendars: ['berlin'],
};
const SOUND: Draft = {
  ...EMPTY_DRAFT,
  customer: 'C-A',
  id: 'E-2',
  tier: 'Premium',
  manager: 'M-1',
  calendar: 'Berlin',
};
const people = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `P${n}`, email: `p${n}@acme.example` }));
const keys = (draft: Draft) =>
  Object.fromEntries(
    Object.entries(flawsIn(draft, FACTS)).flatMap(([id, flaw]) => (flaw ? [[id, flaw.key]] : [])),
  );

test('an engagement without a number, a tier, a manager or a calendar is not added', () => {
  expect(keys(EMPTY_DRAFT)).toEqual({
    customerId: 'trackerStatus.id-missing',
    customerName: 'sidebar.name-missing',
    id: 'trackerStatus.id-missing',
    tier: 'trackerStatus.tier-missing',
    manager: 'trackerStatus.manager-missing',
    calendar: 'sidebar.calendar-missing',
  });
  expect(isSound(flawsIn(EMPTY_DRAFT, FACTS))).toBe(false);
  expect(keys(SOUND)).toEqual({});
});

test('a number that is taken is refused, whatever its case and the spaces around it', () => {
  expect(keys({ ...SOUND, id: ' e-1 ' })).toEqual({ id: 'sidebar.taken' });
  expect(keys({ ...SOUND, customer: '', customerId: 'c-a', customerName: 'Acme' })).toEqual({
    customerId: 'sidebar.taken',
  });
});

test('a term that ends before it begins is refused; one day is a term', () => {
  expect(keys({ ...SOUND, from: '2026-07-02', until: '2026-07-01' })).toEqual({
    until: 'trackerStatus.until-before-from',
  });
  expect(keys({ ...SOUND, from: '2026-07-01', until: '2026-07-01' })).toEqual({});
});

test('the third contact is within the limit, the fourth is said to be over it and may be added all the same', () => {
  expect(keys({ ...SOUND, contacts: people(3) })).toEqual({});
  const over = { ...SOUND, contacts: people(4) };
  expect(keys(over)).toEqual({ 'contacts.3': 'trackerStatus.contact-over' });
  expect(isSound(flawsIn(over, FACTS))).toBe(true);
  expect(keys({ ...over, tier: 'Standard' })).toEqual({});
});

test('the same address twice is one person, and an empty row is none', () => {
  const twice = [...people(3), { name: 'P2 again', email: 'P2@acme.example ' }, { name: '', email: ' ' }];
  expect(keys({ ...SOUND, contacts: twice })).toEqual({ 'contacts.3': 'trackerStatus.contact-same-address' });
});

test('a calendar that nobody knows is said; a zone needs no calendar', () => {
  expect(keys({ ...SOUND, calendar: 'Asia/Seoul' })).toEqual({});
  const unknown = { ...SOUND, calendar: 'our office' };
  expect(keys(unknown)).toEqual({ calendar: 'sidebar.calendar-new' });
  expect(isSound(flawsIn(unknown, FACTS))).toBe(true);
});

test('the rows of a draft: a customer only where it is new, contacts without the empty ones', () => {
  const draft = { ...SOUND, contacts: [...people(1), { name: '', email: '' }] };
  expect(rowsOf(draft)).toEqual([
    {
      tab: 'engagements',
      cells: { customer: 'C-A', id: 'E-2', tier: 'Premium', manager: 'M-1', calendar: 'Berlin' },
    },
    { tab: 'contacts', cells: { engagement: 'E-2', name: 'P0', email: 'p0@acme.example' } },
  ]);
  const fresh = rowsOf({ ...SOUND, customer: '', customerId: ' C-B ', customerName: 'Beta' });
  expect(fresh[0]).toEqual({ tab: 'customers', cells: { id: 'C-B', name: 'Beta' } });
  expect(fresh[1]!.cells.customer).toBe('C-B');
});

test('where nobody serves yet, the first engagement brings its manager along', () => {
  const none = { ...FACTS, managers: [] };
  const draft = {
    ...SOUND,
    ...emptyDraft(none),
    customer: 'C-A',
    id: 'E-2',
    tier: 'Premium',
    calendar: 'UTC',
  };
  expect(flawsIn(draft, none)).toMatchObject({
    managerId: { key: 'trackerStatus.id-missing' },
    managerName: { key: 'sidebar.name-missing' },
  });
  const named = { ...draft, managerId: ' M-1 ', managerName: 'Mo One' };
  expect(isSound(flawsIn(named, none))).toBe(true);
  expect(rowsOf(named)).toEqual([
    { tab: 'managers', cells: { id: 'M-1', name: 'Mo One' } },
    {
      tab: 'engagements',
      cells: { id: 'E-2', customer: 'C-A', tier: 'Premium', manager: 'M-1', calendar: 'UTC' },
    },
  ]);
  expect(keys({ ...SOUND, manager: NEW_MANAGER, managerId: 'm-1', managerName: 'Mo' })).toEqual({
    managerId: 'sidebar.taken',
  });
});

test('of a draft that was kept comes back what still fits: gone customers, managers and tiers do not', () => {
  const kept = { ...SOUND, contacts: [...people(1), { name: 7 }, null] };
  expect(draftFrom(kept, FACTS)).toEqual({
    ...SOUND,
    contacts: [...people(1), { name: '', email: '' }, { name: '', email: '' }],
  });
  expect(draftFrom({ ...SOUND, manager: NEW_MANAGER }, FACTS).manager).toBe(NEW_MANAGER);
  const fewer = { ...FACTS, customers: [], tiers: [], managers: [{ id: 'M-2', name: '' }] };
  expect(draftFrom(SOUND, fewer)).toEqual({ ...SOUND, customer: '', tier: '', manager: '' });
});

test.each([null, 7, 'text', [], { contacts: 'none', id: {} }])(
  '%j where a draft was kept begins anew',
  (kept) => {
    expect(draftFrom(kept, FACTS)).toEqual(emptyDraft(FACTS));
  },
);
