/** A tracker that an earlier Dueline made, set up by today's add-on. */
import { beforeAll, expect, test, vi } from 'vitest';
import { COLUMN_MARK, HELPER_MARK } from '#core/tracker/index.ts';
import { builtAddOn, type RunningAddOn, runAddOn } from './support/add-on.ts';
import { contentOf } from './support/fill.ts';
import type { FakeSheet } from './support/stand-in/fake-sheet.ts';

// The add-on is built here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 3 * 60_000 });

let script: string;
beforeAll(async () => {
  ({ script } = await builtAddOn());
});

function setUp(locale: string): RunningAddOn {
  const addOn = runAddOn(script, { locale });
  addOn.call('setUp');
  return addOn;
}

const headersOf = (sheet: FakeSheet) =>
  Array.from({ length: sheet.columns }, (_, place) => sheet.at(1, place + 1).value);
const contentsOf = ({ world }: RunningAddOn) => [world.sheets.map(contentOf), world.metadata.length];

/** One more column at the right end. */
function addColumn(addOn: RunningAddOn, header: string, mark: string | null, formulas: number): number {
  const contacts = addOn.sheet('Contacts');
  contacts.columns += 1;
  const column = contacts.columns;
  contacts.at(1, column).value = header;
  for (let row = 2; row < 2 + formulas; row++) contacts.at(row, column).formula = '=1+1';
  if (mark) addOn.world.metadata.push({ key: mark, value: header, sheet: contacts, column });
  return column;
}

test('hidden columns of formulas that nothing uses any more go; those of people stay beside them', () => {
  const addOn = setUp('en');
  const contacts = addOn.sheet('Contacts');
  const before = headersOf(contacts);
  addColumn(addOn, 'oldCount', HELPER_MARK, contacts.rows - 1);
  const mine = addColumn(addOn, 'Mine', null, 0);
  contacts.at(3, mine).value = 'kept';
  // One formula, and below it what it has filled the rows with.
  const spilled = addColumn(addOn, 'oldOrder', HELPER_MARK, 1);
  contacts.at(3, spilled).value = 46_000;
  addOn.call('setUp');
  expect(headersOf(contacts)).toEqual([...before, 'Mine']);
  expect(contacts.at(3, contacts.columns).value).toBe('kept');
  const kept = contentsOf(addOn);
  addOn.call('setUp');
  expect(contentsOf(addOn)).toEqual(kept);
});

test('one that somebody has typed into, has headed otherwise, has made, or types in stays', () => {
  const addOn = setUp('en');
  const contacts = addOn.sheet('Contacts');
  const typedInto = addColumn(addOn, 'oldPlace', HELPER_MARK, 9);
  Object.assign(contacts.at(4, typedInto), { formula: '', value: '=A1 is what I mean' });
  contacts.at(1, addColumn(addOn, 'oldNumber', HELPER_MARK, 9)).value = 'What I count';
  addColumn(addOn, 'oldCount', null, 9);
  addColumn(addOn, 'formerPhone', COLUMN_MARK, 9);
  const kept = contentsOf(addOn);
  addOn.call('setUp');
  expect(contentsOf(addOn)).toEqual(kept);
});

test('without marks, as after an import of a file, tabs and columns are known by what they were called', () => {
  const addOn = setUp('de');
  const { world } = addOn;
  for (const name of ['Aktivitäten', 'Fälle', 'Kontakte', 'Kontingente']) {
    const sheet = addOn.sheet(name);
    const column = headersOf(sheet).indexOf('Kontingent') + 1;
    sheet.at(1, column).value = 'Engagement';
    sheet.at(2, column).value = 'E-1';
  }
  addOn.sheet('Aktivitäten').name = 'Tätigkeiten';
  addOn.sheet('Kontingente').name = 'Engagements';
  const cells = () => world.sheets.map((sheet) => [sheet.name, headersOf(sheet), sheet.at(2, 1).value]);
  const kept = cells();
  world.metadata.splice(0);
  addOn.call('setUp');
  expect(cells()).toEqual(kept);
});

test.each([
  ['was', 'Tätigkeiten', 'Aktivitäten'],
  ['is', 'Aktivitäten', 'Aktivitäten 2'],
])(
  'a tab that is called as another %s, and is marked as one of its own, is not taken for it',
  (_, name, made) => {
    const addOn = setUp('de');
    const activities = addOn.sheet('Aktivitäten');
    activities.name = 'kept aside';
    addOn.sheet('Kontakte').name = name;
    addOn.world.metadata.splice(
      0,
      addOn.world.metadata.length,
      ...addOn.world.metadata.filter(({ sheet }) => sheet !== activities),
    );
    const contacts = contentOf(addOn.sheet(name));
    addOn.call('setUp');
    expect(headersOf(addOn.sheet(made))).toContain('Kontingent');
    expect(contentOf(addOn.sheet(name))).toEqual(contacts);
    const kept = contentsOf(addOn);
    addOn.call('setUp');
    expect(contentsOf(addOn)).toEqual(kept);
  },
);

test('one from before days due were put in order gets what orders them; what the check wrote stays', () => {
  const addOn = setUp('en');
  const { world } = addOn;
  const wanted = contentsOf(addOn);
  const [deliverables, dues] = ['Deliverables', 'Days due'].map((name) => addOn.sheet(name)) as [
    FakeSheet,
    FakeSheet,
  ];
  deliverables.at(5, 1).value = 'E-1';
  world.sheets.splice(world.sheets.indexOf(dues), 1);
  deliverables.columns -= 3;
  const isGone = ({ sheet, column }: (typeof world.metadata)[number]) =>
    sheet === dues || (sheet === deliverables && (column ?? 0) > deliverables.columns);
  world.metadata.splice(0, world.metadata.length, ...world.metadata.filter((entry) => !isGone(entry)));
  addOn.call('setUp');
  const marks = world.metadata.filter(({ sheet, key }) => sheet === deliverables && key === HELPER_MARK);
  expect(marks.map(({ value }) => value).sort()).toEqual(['day', 'idOrder', 'idSample']);
  expect(addOn.sheet('Days due').at(2, 1).formula).toBe("=SORT('Deliverables'!$L$5:$L$3204)");
  expect(deliverables.at(5, 1).value).toBe('E-1');
  deliverables.at(5, 1).value = '';
  expect(contentsOf(addOn)[1]).toBe(wanted[1]);
  addOn.call('setUp');
  expect(contentsOf(addOn)[1]).toBe(wanted[1]);
});
