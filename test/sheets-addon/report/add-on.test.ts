/** “Service review…” in the add-on's menu. */
import { beforeAll, expect, test } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker, type TrackerRows, wordsOf } from '#core/tracker/index.ts';
import { builtAddOn } from '../support/add-on.ts';
import { contentOf, setUpWith } from '../support/fill.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { FakeSheet } from '../support/stand-in/fake-sheet.ts';

const workbook = describeTracker({ language: 'en', rulebook: serviceManagement });
const T = fixtureT(wordsOf('en'));
let script: string;
beforeAll(async () => {
  ({ script } = await builtAddOn());
});

/** A tracker whose user has asked for the review, with what stands in the inputs put there by hand before. */
function reviewed(rows: TrackerRows, engagement = '', period = '') {
  const addOn = setUpWith(script, workbook, rows);
  addOn.call('writeServiceReview');
  if (engagement !== '') {
    const sheet = addOn.sheet('Service review');
    sheet.at(1, 2).value = engagement;
    sheet.at(1, 5).value = period;
    addOn.call('writeServiceReview');
  }
  return addOn;
}

const texts = (sheet: FakeSheet) =>
  Object.entries(sheet.cells())
    .filter(([key]) => Number(key.split(',')[0]) > 3)
    .map(([, { value }]) => String(value))
    .filter((value) => value !== '');

test('makes a tab with the first engagement and its last complete month, and says so', () => {
  const addOn = reviewed(T);
  const sheet = addOn.sheet('Service review');
  expect(sheet.at(4, 1).value).toBe('Service review: Customer A, May 1\u2009–\u200931, 2026');
  expect([sheet.at(1, 2).value, sheet.at(1, 5).value]).toEqual(['E-1', '2026-05']);
  expect(addOn.world.alerts.at(-1)!.text).toContain('The service review of E-1 for 2026-05');
  expect(addOn.world.shown).toBe('Service review');
  expect(sheet.showsGridlines).toBe(false);
});

test('writes what is chosen, in place of what was there, and nothing of another customer', () => {
  const addOn = reviewed(T, 'E-3', '2026-Q2');
  const sheet = addOn.sheet('Service review');
  const all = texts(sheet);
  expect(all).toContain('Service review: Customer B, Apr 1\u2009–\u2009Jun 30, 2026');
  expect(all.filter((text) => /Customer [AC]|E-[124]/.test(text))).toEqual([]);
  expect(sheet.charts).toHaveLength(3);
  expect(addOn.world.sheets.filter(({ name }) => name === 'Service review')).toHaveLength(1);
});

test('a tab of the tracker that somebody has called as the review is keeps its rows: the review gets a tab beside it', () => {
  const addOn = setUpWith(script, workbook, T);
  const contacts = addOn.sheet('Contacts');
  contacts.name = 'Service review';
  const before = contentOf(contacts);
  addOn.call('writeServiceReview');
  addOn.call('writeServiceReview');
  expect(contentOf(contacts)).toEqual(before);
  const names = addOn.world.sheets.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('Service review')).sort()).toEqual([
    'Service review',
    'Service review 2',
  ]);
});

test('a tab of somebody’s own that is called like the review keeps what is on it, and the message names the other', () => {
  const addOn = setUpWith(script, workbook, T);
  const own = new FakeSheet('Service review', () => {});
  own.at(1, 1).value = 'My notes';
  addOn.world.sheets.push(own);
  addOn.call('writeServiceReview');
  expect(own.at(1, 1).value).toBe('My notes');
  expect(addOn.sheet('Service review 2').at(4, 1).value).toMatch(/^Service review: Customer A/);
  expect(addOn.world.alerts.at(-1)!.text).toContain('Service review 2');
});

test('its charts stand over the rows of their tables', () => {
  const sheet = reviewed(T, 'E-3', '2026-Q2').sheet('Service review');
  const weeks = sheet.charts[1]!;
  const [, first, last] = /^A(\d+):A(\d+)$/.exec(weeks.ranges[0]!)!;
  expect(sheet.at(Number(first), 1).value).toBe('2026-W14');
  expect(sheet.at(Number(last), 1).value).toBe('2026-W27');
  expect(weeks.ranges.slice(1)).toEqual([`B${first}:B${last}`, `C${first}:C${last}`]);
  // 12 hours in week 24, the eleventh of the quarter.
  expect(sheet.at(Number(first) + 10, 2).value).toBe(12);
});

test('what cannot be read or is not there is said, and nothing is written', () => {
  const addOn = reviewed(T, 'E-3', 'soon');
  expect(addOn.world.alerts.at(-1)!.text).toContain('soon is no period');
  expect(addOn.sheet('Service review').at(4, 1).value).toContain('Customer A');
  expect(reviewed(T, 'E-9', '2026-Q2').world.alerts.at(-1)!.text).toBe('There is no engagement E-9 there.');
  expect(reviewed({}).world.alerts.at(-1)!.text).toContain('Start on the Customers');
});

test('what somebody has remarked on one customer’s review is gone from the next one’s', () => {
  const addOn = reviewed(T);
  const sheet = addOn.sheet('Service review');
  sheet.at(6, 1).note = 'Customer A wants to leave';
  sheet.at(1, 2).value = 'E-3';
  sheet.at(1, 5).value = '2026-Q2';
  addOn.call('writeServiceReview');
  expect(sheet.at(4, 1).value).toContain('Customer B');
  expect(Object.values(sheet.cells()).filter(({ note }) => note !== '')).toEqual([]);
});

test("a customer's text stays text", () => {
  const hostile = '=IMPORTDATA("https://x.example")';
  const cases = [{ id: hostile, engagement: 'E-1', status: 'open', opened: 46150 }];
  const sheet = reviewed({ ...T, cases }).sheet('Service review');
  const formulas = Object.values(sheet.cells()).filter(({ formula }) => formula !== '');
  expect(formulas).toEqual([]);
  expect(texts(sheet)).toContain(hostile);
});

test('the number of calls does not grow with the rows of the tracker', () => {
  const few = reviewed(T);
  few.callsSince();
  few.call('writeServiceReview');
  const calls = few.callsSince();
  const activities = [...T.activities!, ...Array.from({ length: 300 }, () => ({ ...T.activities![0]! }))];
  const many = reviewed({ ...T, activities });
  many.callsSince();
  many.call('writeServiceReview');
  expect(many.callsSince()).toBeLessThanOrEqual(calls + 5);
});

test('an engagement whose id would be a formula is not offered in the list, which Google might read as one', () => {
  const hostile = { ...T.engagements![0], id: '=IMPORTDATA("https://x.example")' };
  const sheet = reviewed({
    ...T,
    engagements: [...T.engagements!, hostile, { ...hostile, id: ' +1+1' }],
  }).sheet('Service review');
  const offered = JSON.stringify(sheet.at(1, 2).validation);
  expect(offered).toContain('E-1');
  expect(offered).not.toMatch(/IMPORTDATA|\+1/);
});
