/** What people have made of their tracker stays, and what is broken comes back. */
import { beforeEach, expect, test, vi } from 'vitest';
import { steadyId } from '#core/tracker/index.ts';
import type { Change } from '../../../sheets-addon/provision/online/change.ts';
import { changesOf, planFor } from '../../../sheets-addon/provision/online/plan.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import type { Sheet } from '../../support/google/sheet.ts';
import { accountAt, makeTracker, QUIET, wantedTracker } from './account.ts';
import { snapshotOf } from './snapshot.ts';
import { type TrackerWorld, trackerWorld } from './world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let google: TrackerWorld['google'];
let account: TrackerWorld['account'];
let id: TrackerWorld['id'];
let book: TrackerWorld['book'];
beforeEach(async () => {
  ({ google, account, id, book } = await trackerWorld());
});

const update = async () => (await settle(account, id, wantedTracker(), QUIET)).changes;
const said = (changes: readonly Change[]) => changes.map(({ says, values }) => [says, values]);

test('update of a tracker as described writes nothing at all', async () => {
  const before = snapshotOf(book());
  google.calls.length = 0;
  expect(await update()).toEqual([]);
  expect(snapshotOf(book())).toEqual(before);
  expect(google.calls.filter(({ path }) => path.endsWith(':batchUpdate'))).toEqual([]);
});

test('each tab is written by one request at most', async () => {
  const writes = google.calls.filter(({ path }) => path.endsWith(':batchUpdate'));
  // One for the tabs themselves, one for the contents of each.
  expect(writes).toHaveLength(1 + wantedTracker().workbook.tabs.length);
});

test.each(['de', 'es', 'it', 'ko', 'zh-CN'])(
  'a tracker in %s settles too, in its own locale with its own separators',
  async (language) => {
    const other = new StandInGoogle();
    other.locale = 'de_DE';
    await other.start();
    try {
      const theirs = accountAt(other);
      const made = await makeTracker(theirs, wantedTracker(language), 'Anderer');
      const plan = await planFor(theirs, made.id, wantedTracker(language));
      expect(changesOf(plan)).toEqual([]);
    } finally {
      await other.stop();
    }
  },
);

test('moved-columns: a renamed tab, an inserted column and a header in other words are known again; nothing is written', async () => {
  const contacts = book().titled('Contacts');
  book().rename(contacts, "Our people's list");
  book().shift(contacts, 'COLUMNS', 2, 1);
  contacts.cell(0, 2).userEnteredValue = { stringValue: 'My own column' };
  contacts.cell(0, 3).userEnteredValue = { stringValue: 'Full name' };
  expect(said(await update())).toEqual([]);
});

test('a file from before some words were others is adopted by them: no tab, no column comes twice', async () => {
  const wanted = wantedTracker('ko');
  const { id: theirs } = await makeTracker(account, wanted, 'KO');
  const file = google.book(theirs);
  // What comes in as a file has no marks.
  file.marks.length = 0;
  const managers = file.titled('서비스 매니저');
  managers.cell(0, 0).userEnteredValue = { stringValue: '관리자' };
  file.rename(managers, '서비스 관리자');
  const [titles, width] = [file.titles, managers.columnCount];
  const { changes } = await settle(account, theirs, wanted, QUIET);
  const made = changes.map(({ says }) => says);
  expect(made).toContain('provision.change-adopted');
  expect(made.filter((says) => ['provision.change-columns', 'provision.change-tab'].includes(says))).toEqual(
    [],
  );
  expect([file.titles, managers.columnCount]).toEqual([titles, width]);
});

test('a tab called by a number, whichever it is, is referred to by that name from every row', async () => {
  // No row of ours may stand for a number in a name of theirs.
  for (const name of ['987654321', '987654320', "1000000 O'Brien"]) {
    book().rename(book().sheet(steadyId('contacts')), name);
    expect(said(await update())).toEqual([]);
  }
});

test('a formula that somebody typed over comes back, and only that one', async () => {
  const contacts = book().titled('Contacts');
  const status = contacts.rows[0]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === 'Status');
  const formula = contacts.at(2, status)!.userEnteredValue!.formulaValue;
  contacts.cell(2, status).userEnteredValue = { stringValue: 'all fine, says Bob' };
  expect(said(await update())).toEqual([
    ['provision.change-formula', { tab: 'Contacts', column: 'Status', count: 1 }],
  ]);
  expect(contacts.title).toBe('Contacts');
  expect(book().titled('Contacts').at(2, status)!.userEnteredValue!.formulaValue).toBe(formula);
});

test("people's own rules, checks, colours, names, notes and formulas beside the table stay as they are", async () => {
  const contacts = book().titled('Contacts');
  const own = {
    ranges: [
      { sheetId: contacts.id, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
    ],
    booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { italic: true } } },
  };
  contacts.rules.unshift(own);
  contacts.append('COLUMNS', 1);
  const beside = contacts.columnCount - 1;
  contacts.cell(3, beside).userEnteredValue = { formulaValue: '=A4&"!"' };
  contacts.cell(0, 0).userEnteredFormat = { backgroundColorStyle: { rgbColor: { red: 1 } } };
  contacts.cell(1, 1).dataValidation = {
    condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'a' }] },
  };
  // Something to do on that tab, so that it is written to.
  contacts.cell(0, 4).note = 'mine';
  const highlights = contacts.rules.length;
  contacts.rules.push(structuredClone(contacts.rules.at(-1)!));
  expect(said(await update())).toEqual([
    ['provision.change-highlights', { tab: 'Contacts', count: highlights - 1 }],
  ]);
  const after = book().titled('Contacts');
  expect(after.rules[0]).toEqual(own);
  expect(after.rules).toHaveLength(highlights);
  expect(after.at(3, beside)!.userEnteredValue).toEqual({ formulaValue: '=A4&"!"' });
  expect(after.at(0, 0)!.userEnteredFormat).toEqual({ backgroundColorStyle: { rgbColor: { red: 1 } } });
  expect(after.at(1, 1)!.dataValidation?.condition?.type).toBe('TEXT_CONTAINS');
  expect(after.at(0, 4)!.note).toBe('mine');
});

test('moved-columns: a deleted column comes back at the end; a deleted tab comes back in its place', async () => {
  const contacts = book().titled('Contacts');
  const phone = contacts.rows[0]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === 'Phone');
  book().shift(contacts, 'COLUMNS', phone, -1);
  book().remove(book().titled('Calendar').id);
  const changes = await update();
  expect(changes.map(({ says }) => says)).toContain('provision.change-tab');
  expect(said(changes)).toContainEqual([
    'provision.change-columns',
    { tab: 'Contacts', columns: 'Phone', count: 1 },
  ]);
  const headers = book().titled('Contacts').rows[0]!;
  expect(headers.at(-1)?.userEnteredValue).toEqual({ stringValue: 'Phone' });
  const described = wantedTracker().workbook.tabs.map(({ title }) => title);
  expect(book().titles).toEqual(described);
  expect(await update()).toEqual([]);
});

test('rows that people added below have their formulas and dropdowns after an update', async () => {
  const cases = book().titled('Cases');
  const last = cases.rowCount;
  cases.append('ROWS', 3);
  await update();
  const after = book().titled('Cases');
  const filled = after.rows[last + 2]!.filter((cell) => cell?.userEnteredValue?.formulaValue);
  expect(filled.length).toBe(after.rows[1]!.filter((cell) => cell?.userEnteredValue?.formulaValue).length);
  expect(filled.length).toBeGreaterThan(3);
  expect(after.at(last + 2, 1)?.dataValidation?.condition?.type).toBe('ONE_OF_RANGE');
});

test('a formula that fills a column by itself stands in its first row alone, and its tab is as long as the one it follows', async () => {
  const weeks = () => book().titled('Weeks');
  const filled = () =>
    weeks().rows.flatMap((row, place) => (row?.[0]?.userEnteredValue?.formulaValue ? [place] : []));
  expect(filled()).toEqual([1]);
  book().titled('Activities').append('ROWS', 5);
  await update();
  expect(filled()).toEqual([1]);
  expect(weeks().rowCount).toBe(book().titled('Activities').rowCount);
  expect(await update()).toEqual([]);
});

test('the Overview has a row for each of Engagements, also once somebody has added more of them', async () => {
  const [overview, engagements] = ['Overview', 'Engagements'].map((title) => () => book().titled(title));
  engagements!().append('ROWS', 5);
  await update();
  const below = ({ properties, rowCount }: Sheet) => rowCount - properties.gridProperties!.frozenRowCount!;
  expect(below(overview!())).toBe(below(engagements!()));
  expect(overview!().at(overview!().rowCount - 1, 0)!.userEnteredValue?.formulaValue).toBeDefined();
});

test('the limits that people set on the Rules tab stay', async () => {
  const rules = book().titled('Rules');
  const row = rules.rows.findIndex((cells) =>
    cells?.some((cell) => cell?.userEnteredValue?.stringValue === 'Identified contacts, at most'),
  );
  const column = rules.rows[row]!.findIndex((cell) => cell?.userEnteredValue?.numberValue === 3);
  rules.cell(row, column).userEnteredValue = { numberValue: 5 };
  expect(await update()).toEqual([]);
  expect(book().titled('Rules').at(row, column)!.userEnteredValue).toEqual({ numberValue: 5 });
});

test('formulas warn before they are typed over, and lock nobody out', () => {
  const protections = book().sheets.flatMap((sheet) => sheet.protections);
  expect(protections.length).toBeGreaterThan(5);
  expect(protections.every(({ warningOnly, editors }) => warningOnly && !editors)).toBe(true);
});
