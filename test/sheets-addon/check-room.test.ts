/** A check with more to write than there are rows: what the Overview then says, worked out by an engine. */
import { beforeAll, expect, test, vi } from 'vitest';
import { serviceManagement } from '#core';
import {
  dateOfSerial,
  describedPosition,
  describeTracker,
  firstRowOf,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { builtAddOn, type RunningAddOn } from './support/add-on.ts';
import { setUpWith } from './support/fill.ts';
import { fixtureT } from './support/fixture-t.ts';
import { cutRows } from './support/stand-in/shift-rows.ts';
import { workedOut } from './support/worked-out.ts';

// The add-on is built here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000, hookTimeout: 3 * 60_000 });

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const overview = tabOf(workbook, 'overview');
/** Enough for what is typed, and not for what a check writes into two of the tabs. */
const ROWS = 40;
const FEW = 10;
const ENGAGEMENTS = 4;

let script: string;
beforeAll(async () => {
  ({ script } = await builtAddOn());
});

function shortTracker(): RunningAddOn {
  const addOn = setUpWith(script, workbook, fixtureT(wordsOf('en')));
  cutRows(addOn.world, ROWS);
  cutRows(addOn.world, FEW, ['Violations']);
  return addOn;
}

function saidBy({ world }: RunningAddOn) {
  const shown = workedOut(
    world.sheets.map((sheet) => ({
      title: sheet.name,
      cells: Object.entries(sheet.cells()).map(([key, { formula, value }]) => {
        const [row, column] = key.split(',').map(Number) as [number, number];
        return { row, column, formula, value };
      }),
    })),
  );
  const at = (row: number, column: string) =>
    shown(overview.title, row, describedPosition(overview, column) + 1);
  return {
    band: at(3, 'status'),
    each: (column: string) =>
      Array.from({ length: ENGAGEMENTS }, (_, place) => at(firstRowOf(overview) + place, column)),
  };
}

test('what is due next, and how much was found, is said of every engagement, however long both tabs have become', () => {
  const addOn = shortTracker();
  addOn.call('checkTrackerNow');
  // Fifteen deliverables of Premium twice, of TSAM 11 and of Standard 8, and three weekly calls.
  expect(addOn.sheet('Deliverables').rows).toBe(4 + 2 * 15 + 11 + 8 + 3);
  expect(addOn.sheet('Violations').rows).toBeGreaterThanOrEqual(4 + 5 + 3 * 3 + 3);
  const { band, each } = saidBy(addOn);
  expect(band).toBe('');
  // On Monday 15 June: the weekly call of Premium and TSAM until Sunday, of Standard what comes once a quarter.
  const days = ['2026-06-21', '2026-06-21', '2026-06-21', '2026-06-30'];
  expect(each('nextDue').map((day) => dateOfSerial(Number(day)))).toEqual(days);
  // Missed by each of Premium and Standard: three deliverables; by each but Standard: the call.
  expect(each('status')).toEqual(['6 violations', '4 violations', '3 violations', '3 violations']);
});

test('rows that a check of before added below all formulas are counted in the band', () => {
  const addOn = shortTracker();
  const deliverables = addOn.sheet('Deliverables');
  deliverables.addRows(2);
  for (const row of [ROWS + 1, ROWS + 2]) deliverables.at(row, 3).value = 'Service reviews';
  expect(saidBy(addOn).band).toMatch(/^Rows without formulas, which count nowhere: 2\./);
});
