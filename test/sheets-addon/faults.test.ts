/** Google's services fail now and then, before a call has done its work or after: each entry of the menu stands it. */
import { beforeAll, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, tabOf, wordsOf } from '#core/tracker/index.ts';
import { builtAddOn, type RunningAddOn, runAddOn } from './support/add-on.ts';
import { contentOf, readRows, setUpWith } from './support/fill.ts';
import { fixtureT } from './support/fixture-t.ts';
import type { FakeSheet } from './support/stand-in/fake-sheet.ts';
import type { FakeRange } from './support/stand-in/range.ts';

const SLOW = 5 * 60_000;
const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
const TYPED = ['engagements', 'customers', 'managers', 'contacts', 'cases', 'activities'];
/** Reading changes nothing: a few of its calls stand for all. */
const READING = 3;
/** Set-up makes thousands of calls: so many stand for all, of every kind and from every tab. */
const SET_UP = 16;
/** Rows that are compared cell by cell, from the top, beside the last one: below them, rows repeat. */
const SHOWN = 40;

let script: string;
beforeAll(async () => {
  ({ script } = await builtAddOn());
});

/** A list as where it stands: two worlds have no sheets in common. */
const sayRange = (_: string, value: unknown) => {
  const { fake } = (value ?? {}) as { fake?: FakeRange };
  return fake ? `${fake.sheet.name} ${fake.row} ${fake.column} ${fake.rows}` : value;
};

const content = ({ world }: RunningAddOn) => ({
  sheets: world.sheets.map((sheet) => {
    const { cells: _, ...rest } = contentOf({ ...sheet, cells: () => ({}) } as FakeSheet) as Record<
      string,
      unknown
    >;
    const rows = [...Array.from({ length: SHOWN }, (_, row) => row + 1), sheet.rows];
    const cells = rows.map((row) =>
      Array.from({ length: sheet.columns }, (_, column) => sheet.at(row, column + 1)),
    );
    return JSON.stringify({ ...rest, cells }, sayRange);
  }),
  charts: world.sheets.map(({ charts }) => charts.length),
  names: [...world.names],
  marks: world.metadata
    .map(({ key, value, column, sheet }) => `${sheet.name} ${key} ${value} ${column}`)
    .sort(),
});

const typedRows = (addOn: RunningAddOn) =>
  TYPED.map((id) => {
    const columns = tabOf(workbook, id).columns.filter(({ role }) => role === 'typed');
    return readRows(
      addOn,
      workbook,
      id,
      columns.map((column) => column.id),
    );
  });

/** Runs what may fail; afterwards somebody must have been told, and the document be free for others. */
function attempt(addOn: RunningAddOn, after: number, isDone: boolean, run: () => void): void {
  addOn.world.alerts.splice(0);
  addOn.world.faults.next = { after, isDone };
  let isToldByGoogle = false;
  try {
    run();
  } catch {
    // Where even the message fails, Google shows its own.
    isToldByGoogle = true;
  }
  expect(addOn.world.faults.next, `call ${after} was never made`).toBe(null);
  const isTold = addOn.world.alerts.some(({ text }) => text.includes('Service Spreadsheets failed'));
  expect([after, isTold || isToldByGoogle]).toEqual([after, true]);
  // A lock ends with its script, whatever became of the call that frees it.
  addOn.world.locked = false;
}

/** Calls from the first that writes to the message at the end, and a few of those before them. */
function positionsIn(trace: readonly string[], writes: readonly string[]): number[] {
  const first = trace.findIndex((name) => writes.includes(name));
  const end = trace.indexOf('Ui.alert');
  const reading = Array.from({ length: READING }, (_, n) => Math.floor((n * first) / READING));
  return [...reading, ...Array.from({ length: end - first }, (_, n) => first + n)];
}

/** The tracker as it is now, for as often as something is to be tried on it. */
function kept({ world }: RunningAddOn): () => void {
  const sheets = [...world.sheets];
  const written = sheets.filter(({ name }) => ['Violations', 'Deliverables'].includes(name));
  const back = written.map((sheet) => sheet.keep());
  const [names, marks] = [new Map(world.names), [...world.metadata]];
  return () => {
    world.sheets.splice(0, Number.POSITIVE_INFINITY, ...sheets);
    world.metadata.splice(0, Number.POSITIVE_INFINITY, ...marks);
    world.names.clear();
    for (const [name, range] of names) world.names.set(name, range);
    for (const restore of back) restore();
  };
}

const callsOf = ({ world }: RunningAddOn, run: () => void): string[] => {
  const from = world.trace.length;
  run();
  return world.trace.slice(from);
};

test.each([
  ['checkTrackerNow', ['Range.setValues']],
  ['writeServiceReview', ['Spreadsheet.insertSheet']],
] as const)(
  '%s, broken off at any call that writes: no row is lost, and done again all of it stands there once',
  (name, writes) => {
    const addOn = setUpWith(script, workbook, T);
    const restore = kept(addOn);
    const typed = typedRows(addOn);
    const positions = positionsIn(
      callsOf(addOn, () => addOn.call(name)),
      writes,
    );
    const wanted = content(addOn);
    expect(positions.length).toBeGreaterThan(10);
    for (const [index, position] of positions.entries()) {
      restore();
      attempt(addOn, position, index % 2 === 1, () => addOn.call(name));
      expect([position, typedRows(addOn)]).toEqual([position, typed]);
      addOn.call(name);
      expect([position, content(addOn)]).toEqual([position, wanted]);
    }
  },
  SLOW,
);

test(
  'a review that breaks off keeps the engagement and the period that its user has chosen',
  () => {
    const addOn = setUpWith(script, workbook, T);
    addOn.call('writeServiceReview');
    const sheet = addOn.sheet('Service review');
    Object.assign(sheet.at(1, 2), { value: 'E-3' });
    Object.assign(sheet.at(1, 5), { value: '2026-Q2' });
    const restore = sheet.keep();
    const trace = callsOf(addOn, () => addOn.call('writeServiceReview'));
    const positions = positionsIn(trace, ['Range.setValue']);
    const chosen = () => [sheet.at(1, 2).value, sheet.at(1, 5).value];
    for (const [index, position] of positions.entries()) {
      restore();
      attempt(addOn, position, index % 2 === 0, () => addOn.call('writeServiceReview'));
      expect([position, chosen()]).toEqual([position, ['E-3', '2026-Q2']]);
    }
  },
  SLOW,
);

test(
  'set-up, broken off wherever: done again it is the same tracker, each part once',
  () => {
    const whole = runAddOn(script);
    const trace = callsOf(whole, () => whole.call('setUp'));
    const wanted = content(whole);
    const end = trace.indexOf('Ui.alert');
    for (let index = 0; index < SET_UP; index++) {
      // A step that shares no factor with how calls repeat from tab to tab.
      const position = Math.floor((index * end) / SET_UP) + (index % 7);
      const addOn = runAddOn(script);
      attempt(addOn, position, index % 2 === 1, () => addOn.call('setUp'));
      addOn.call('setUp');
      expect([position, trace[position], content(addOn)]).toEqual([position, trace[position], wanted]);
    }
  },
  SLOW,
);

test(
  'a repair that breaks off loses no row, and the next one mends the rest',
  () => {
    const addOn = setUpWith(script, workbook, T);
    const typed = typedRows(addOn);
    const repair = () => addOn.call('setUp');
    const contacts = addOn.sheet('Contacts');
    const status = tabOf(workbook, 'contacts').columns.findIndex(({ id }) => id === 'status') + 1;
    repair();
    const wanted = content(addOn);
    const end = callsOf(addOn, repair).indexOf('Ui.alert');
    for (let index = 0; index < SET_UP / 2; index++) {
      Object.assign(contacts.at(4, status), { formula: '', value: 'all fine, says Bob' });
      contacts.rules = contacts.rules.slice(2);
      contacts.at(3, 1).validation = null;
      const position = Math.floor((index * end) / (SET_UP / 2)) + (index % 5);
      attempt(addOn, position, index % 2 === 0, repair);
      expect([position, typedRows(addOn)]).toEqual([position, typed]);
      repair();
      expect([position, content(addOn)]).toEqual([position, wanted]);
    }
  },
  SLOW,
);
