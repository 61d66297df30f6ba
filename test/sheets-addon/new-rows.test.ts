import { beforeAll, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, wordsOf } from '#core/tracker/index.ts';
import type {
  NewRow,
  PlacedRow,
  SidebarAnswer,
  SidebarRequest,
} from '../../sheets-addon/sidebar/protocol.ts';
import { builtAddOn, type RunningAddOn } from './support/add-on.ts';
import { readRows, setUpWith, typeRow } from './support/fill.ts';
import { day, fixtureT } from './support/fixture-t.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
const TABS = {
  contacts: ['engagement', 'name', 'email'],
  customers: ['id', 'name'],
  engagements: ['id', 'customer', 'tier', 'from'],
};
const ROWS: NewRow[] = [
  { tab: 'customers', cells: { id: 'C-D', name: '=Delta' } },
  { tab: 'engagements', cells: { id: 'E-5', customer: 'C-D', tier: 'Premium', from: '2026-07-01' } },
  { tab: 'contacts', cells: { engagement: 'E-5', name: 'Dora', email: 'dora@delta.example' } },
  { tab: 'contacts', cells: { engagement: 'E-5', name: 'Dan' } },
];
/** Into two tabs, to fail between. */
const TWO = [ROWS[0]!, ROWS[2]!];
/** A hundred runs of the add-on, on a machine with much else to do. */
const SLOW = { timeout: 300_000 };
let script: string;

beforeAll(async () => {
  ({ script } = await builtAddOn());
});

const standing = (addOn: RunningAddOn) =>
  Object.fromEntries(
    Object.entries(TABS).map(([tab, columns]) => [tab, readRows(addOn, workbook, tab, columns)]),
  );
const placedIn = (told: SidebarAnswer): PlacedRow[] => {
  if (told.kind !== 'added') throw new Error(JSON.stringify(told));
  return told.rows;
};

test('a new engagement comes with its customer and contacts, each below the last row, and goes with them', () => {
  const addOn = setUpWith(script, workbook, T);
  const before = standing(addOn);
  const told = addOn.ask({ ask: 'add', key: 'one', rows: ROWS });
  // Three customers, four engagements and thirteen contacts stand there, from row 2 on.
  expect(told).toMatchObject({ kind: 'added', place: 'Customers: 5; Engagements: 6; Contacts: 15, 16' });
  expect(standing(addOn)).toEqual({
    customers: [...before.customers!, { id: 'C-D', name: '=Delta' }],
    engagements: [
      ...before.engagements!,
      { id: 'E-5', customer: 'C-D', tier: 'Premium', from: day('2026-07-01') },
    ],
    contacts: [
      ...before.contacts!,
      { engagement: 'E-5', name: 'Dora', email: 'dora@delta.example' },
      { engagement: 'E-5', name: 'Dan', email: '' },
    ],
  });
  expect(addOn.ask({ ask: 'take-back', rows: placedIn(told) }).kind).toBe('taken-back');
  expect(standing(addOn)).toEqual(before);
});

test('asked for again under the same key, nothing stands twice; under another it is another row', () => {
  const addOn = setUpWith(script, workbook, T);
  const rows: NewRow[] = [{ tab: 'contacts', cells: { engagement: 'E-2', name: 'Nia' } }];
  const first = placedIn(addOn.ask({ ask: 'add', key: 'one', rows }));
  expect(placedIn(addOn.ask({ ask: 'add', key: 'one', rows }))).toEqual(first);
  expect(placedIn(addOn.ask({ ask: 'add', key: 'two', rows }))[0]!.row).toBe(first[0]!.row + 1);
});

test('a row that somebody has typed meanwhile where ours was to stand keeps its place', () => {
  const addOn = setUpWith(script, workbook, T);
  const rows: NewRow[] = [{ tab: 'contacts', cells: { engagement: 'E-2', name: 'Nia' } }];
  const [placed] = placedIn(addOn.ask({ ask: 'add', key: 'one', rows }));
  expect(addOn.ask({ ask: 'take-back', rows: [placed!] }).kind).toBe('taken-back');
  typeRow(addOn, workbook, 'contacts', placed!.row - 2, { engagement: 'E-3', name: 'Theirs' });
  expect(placedIn(addOn.ask({ ask: 'add', key: 'one', rows }))[0]!.row).toBe(placed!.row + 1);
  expect(
    standing(addOn)
      .contacts!.slice(-2)
      .map(({ name }) => name),
  ).toEqual(['Theirs', 'Nia']);
});

test(
  'whatever call fails, before or after it has done its work: asked again, all is there, and once',
  SLOW,
  () => {
    const addOn = setUpWith(script, workbook, T);
    const before = standing(addOn);
    addOn.callsSince();
    const rows = placedIn(addOn.ask({ ask: 'add', key: 'whole', rows: TWO }));
    const calls = addOn.callsSince();
    const after = standing(addOn);
    addOn.ask({ ask: 'take-back', rows });
    const takingBack = addOn.callsSince();
    // Reading changes nothing: a few of its calls stand for all; of writing, each.
    const READING = [0, Math.floor(calls / 2)];
    const WRITING = 26;
    const positions = [...READING, ...Array.from({ length: WRITING }, (_, n) => calls - WRITING + n)];
    let failed = 0;
    // What the script does not answer itself, Google's runner tells the sidebar as a failure.
    const attempt = (request: SidebarRequest) => {
      try {
        if (addOn.ask(request).kind === 'failed') failed++;
      } catch {
        failed++;
      }
      // A lock ends with its script, whatever became of the call that frees it.
      addOn.world.locked = false;
      expect(addOn.world.faults.next).toBe(null);
    };
    for (const [index, position] of positions.entries()) {
      const key = `fault-${index}`;
      addOn.world.faults.next = { after: position, isDone: index % 2 === 1 };
      attempt({ ask: 'add', key, rows: TWO });
      const again = addOn.ask({ ask: 'add', key, rows: TWO });
      expect([position, standing(addOn)]).toEqual([position, after]);
      addOn.world.faults.next = { after: Math.min(position, takingBack - 1), isDone: index % 2 === 0 };
      attempt({ ask: 'take-back', rows: placedIn(again) });
      expect(addOn.ask({ ask: 'take-back', rows: placedIn(again) }).kind).toBe('taken-back');
      expect([position, standing(addOn)]).toEqual([position, before]);
    }
    expect(failed).toBe(2 * positions.length);
  },
);
