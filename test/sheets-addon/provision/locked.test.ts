/** writes-where-allowed: a repair by somebody who may not write everywhere says where, and writes all or nothing. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { CallFailed } from '../../../sheets-addon/provision/google/failure.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { QUIET, wantedTracker } from './account.ts';
import { snapshotOf } from './snapshot.ts';
import { type TrackerWorld, trackerWorld } from './world.ts';

vi.setConfig({ testTimeout: 3 * 60_000 });

let account: TrackerWorld['account'];
let id: TrackerWorld['id'];
let book: TrackerWorld['book'];
beforeEach(async () => {
  ({ account, id, book } = await trackerWorld());
});

const update = () => settle(account, id, wantedTracker(), QUIET);
const columnOf = (tab: string, header: string) =>
  book()
    .titled(tab)
    .rows[0]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === header);

/** Somebody else has protected a column's first five rows. */
function protect(tab: string, column: number, more: object = { requestingUserCanEdit: false }): void {
  const sheet = book().titled(tab);
  sheet.protections.push({
    protectedRangeId: 4711,
    range: {
      sheetId: sheet.id,
      startRowIndex: 1,
      endRowIndex: 6,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    },
    ...more,
  });
}

/** A formula that has to come back, on each of two tabs. */
function typedOver(): number {
  for (const tab of ['Cases', 'Contacts']) {
    book().titled(tab).cell(2, columnOf(tab, 'Status')).userEnteredValue = { stringValue: 'fine' };
  }
  return columnOf('Contacts', 'Status');
}

test('a column that is protected against the editor is named with its tab and range, and nothing is written', async () => {
  const status = typedOver();
  protect('Contacts', status);
  const letter = String.fromCharCode('A'.charCodeAt(0) + status);
  const before = snapshotOf(book());
  const failure = await update().catch((error: CallFailed) => error);
  expect(failure).toMatchObject({ kind: 'locked', detail: `'Contacts'!${letter}2:${letter}6` });
  expect(snapshotOf(book())).toEqual(before);
});

test.each([
  ['one that only warns', { requestingUserCanEdit: true, warningOnly: true }],
  ['one in which this editor may write', { requestingUserCanEdit: true }],
])('a protection stands in nobody’s way: %s', async (_, more) => {
  const status = typedOver();
  protect('Contacts', status, more);
  const { changes } = await update();
  expect(changes.map(({ says }) => says)).toEqual(['provision.change-formula', 'provision.change-formula']);
});

test.each([
  ['the column that is repaired', (status: number) => [[status, status + 1]], true],
  [
    'that column, open in two parts',
    (status: number) => [
      [0, 1],
      [status, status + 1, 0, 2],
      [status, status + 1, 2, 7],
    ],
    true,
  ],
  [
    'the columns beside it',
    (status: number) => [
      [0, status],
      [status + 1, 99],
    ],
    false,
  ],
  ['the rows above', (status: number) => [[status, status + 1, 0, 2]], false],
])('a tab that is protected but for %s', async (_, openOf, isFree) => {
  const status = typedOver();
  const sheetId = book().titled('Contacts').id;
  const unprotectedRanges = openOf(status).map(
    ([startColumnIndex, endColumnIndex, startRowIndex, endRowIndex]) => ({
      sheetId,
      startColumnIndex,
      endColumnIndex,
      startRowIndex,
      endRowIndex,
    }),
  );
  protect('Contacts', 0, { requestingUserCanEdit: false, range: { sheetId }, unprotectedRanges });
  const before = snapshotOf(book());
  const result = await update().catch((error: CallFailed) => error);
  if (isFree) return expect(result).toMatchObject({ changes: [{}, {}] });
  expect(result).toMatchObject({ kind: 'locked', detail: "'Contacts'" });
  expect(snapshotOf(book())).toEqual(before);
});

test('a tab that is to get rows is named where it is protected, though all of its cells are open', async () => {
  const { id: sheetId, rowCount, columnCount } = book().titled('Contacts');
  const all = {
    sheetId,
    startRowIndex: 0,
    endRowIndex: rowCount,
    startColumnIndex: 0,
    endColumnIndex: columnCount,
  };
  protect('Contacts', 0, { requestingUserCanEdit: false, range: { sheetId }, unprotectedRanges: [all] });
  expect((await update()).changes).toEqual([]);
  const before = snapshotOf(book());
  const longer = wantedTracker('en', {}, { contacts: rowCount + 9 });
  const failure = await settle(account, id, longer, QUIET).catch((error: CallFailed) => error);
  expect(failure).toMatchObject({ kind: 'locked', detail: "'Contacts'" });
  expect(snapshotOf(book())).toEqual(before);
});

test('a column that is protected elsewhere on the tab does not stop the repair of another', async () => {
  typedOver();
  protect('Contacts', columnOf('Contacts', 'Name'));
  const { changes } = await update();
  expect(changes.map(({ values }) => values.tab)).toEqual(['Contacts', 'Cases']);
});

test('a formula of one’s own beside the table and a note in a free row stand as they did after a repair', async () => {
  typedOver();
  const contacts = book().titled('Contacts');
  contacts.append('COLUMNS', 1);
  const beside = contacts.columnCount - 1;
  contacts.cell(3, beside).userEnteredValue = { formulaValue: '=A4&"!"' };
  contacts.cell(40, 0).note = 'call Ada first';
  await update();
  expect(book().titled('Contacts').at(3, beside)?.userEnteredValue).toEqual({ formulaValue: '=A4&"!"' });
  expect(book().titled('Contacts').at(40, 0)?.note).toBe('call Ada first');
});
