/** A check that somebody has made for a cell of their own stays, whatever the add-on gives the cells around it. */
import { expect, test, vi } from 'vitest';
import { describedPosition, firstRowOf, tabOf } from '#core/tracker/index.ts';
import { typeRow } from './support/fill.ts';
import type { FakeCell } from './support/stand-in/fake-sheet.ts';
import type { FakeRange } from './support/stand-in/range.ts';
import { trackerOfEachTest, workbook } from './support/tracker-of-each-test.ts';

// Each test sets a tracker up; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 3 * 60_000 });

const addOn = trackerOfEachTest();

/** Table 1 of the service descriptions: all 15, of which Standard has 8. */
const [ALL, STANDARD] = [15, 8];
const FIRST = firstRowOf(tabOf(workbook, 'activities'));
const at = (tab: string, column: string) => describedPosition(tabOf(workbook, tab), column) + 1;
const cellOf = (place: number, column: string) =>
  addOn.sheet('Activities').at(FIRST + place, at('activities', column));

function listIn({ validation }: FakeCell): [tab: string, column: number, rows: number] {
  const { requireValueInRange } = validation as { requireValueInRange: [{ fake: FakeRange }] };
  const { sheet, column, rows } = requireValueInRange[0].fake;
  return [sheet.name, column, rows];
}

const offered = (place: number, column = 'deliverable') => listIn(cellOf(place, column))[2];

/** Of another kind than ours; and a list, as ours is, that stands on a tab of their own. */
const ofItems = () => ({ requireValueInList: [['Fire drill', 'Site visit'], true], setHelpText: ['Mo’s'] });
const ofTab = () => ({
  requireValueInRange: [
    { fake: { sheet: addOn.sheet('Contacts'), row: 2, column: 3, rows: 3, columns: 1 } },
    true,
  ],
});

function edited(tab: string, row: number, column: number): void {
  addOn.edit(addOn.sheet(tab), { row, column });
}

test.each([
  ['of another kind', ofItems],
  ['with a list of their own', ofTab],
])('%s: what is typed beside it, and another tier, change the rows around it alone', (_, made) => {
  const [deliverable, method] = [made(), made()];
  cellOf(20, 'deliverable').validation = deliverable;
  cellOf(21, 'method').validation = method;
  for (const place of [20, 21]) {
    typeRow(addOn, workbook, 'activities', place, { engagement: 'E-4', deliverable: 'Service reviews' });
    edited('Activities', FIRST + place, at('activities', 'engagement'));
  }
  expect(offered(21)).toBe(STANDARD);
  expect(offered(20, 'method')).toBe(1);
  const [row, tier] = [firstRowOf(tabOf(workbook, 'engagements')) + 3, at('engagements', 'tier')];
  addOn.sheet('Engagements').at(row, tier).value = 'Premium';
  edited('Engagements', row, tier);
  expect(offered(21)).toBe(ALL);
  expect(offered(20, 'method')).toBe(2);
  expect(cellOf(20, 'deliverable').validation).toEqual(deliverable);
  expect(cellOf(21, 'method').validation).toEqual(method);
});

test('a repair keeps them, in rows that are used, in free ones and on other tabs; cells without a check get ours', () => {
  typeRow(addOn, workbook, 'activities', 20, { engagement: 'E-4' });
  typeRow(addOn, workbook, 'activities', 21, { engagement: 'E-4' });
  const status = (row: number) => addOn.sheet('Cases').at(row, at('cases', 'status'));
  const kept = [
    [cellOf(20, 'deliverable'), ofItems()],
    [cellOf(40, 'method'), ofTab()],
    [status(3), ofItems()],
  ] as const;
  const [usual, plain] = [listIn(status(4)), cellOf(30, 'date').validation];
  for (const [cell, check] of kept) cell.validation = check;
  status(2).validation = null;
  cellOf(31, 'date').validation = null;
  addOn.call('setUp');
  for (const [cell, check] of kept) expect(cell.validation).toEqual(check);
  expect([offered(21), offered(41, 'method')]).toEqual([STANDARD, 5]);
  expect(listIn(status(2))).toEqual(usual);
  expect(cellOf(31, 'date').validation).toEqual(plain);
});

test('of a tab that came in as a file, without our marks, all checks are ours to write', () => {
  cellOf(20, 'deliverable').validation = ofItems();
  addOn.world.metadata.splice(0);
  addOn.call('setUp');
  expect(offered(20)).toBe(ALL);
});
