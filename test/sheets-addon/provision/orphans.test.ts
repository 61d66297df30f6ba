/** What an earlier tracker worked with and today's does not is taken away; what people have made stays where it is. */
import { expect, test, vi } from 'vitest';
import { call, cell, op } from '#core/tracker/formula.ts';
import { COLUMN_MARK, type Tab, tabOf } from '#core/tracker/index.ts';
import { helper } from '#core/tracker/status.ts';
import { changesOf, planFor, type Wanted } from '../../../sheets-addon/provision/online/plan.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { QUIET, wantedTracker } from './account.ts';
import { type TrackerWorld, trackerWorld } from './world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

/** Two helpers that today's description does not know, one of them in the middle, where formulas look to its right. */
function earlier(): Wanted {
  const wanted = wantedTracker();
  const tabs = wanted.workbook.tabs.map((tab): Tab => {
    if (tab.id !== 'contacts') return tab;
    const [first, ...rest] = tab.columns;
    const old = helper(
      'oldCount',
      call('COUNTIF', { kind: 'column', tab: 'contacts', column: 'email' }, 'x'),
    );
    const older = helper('oldPlace', op(cell('oldCount'), '+', 1));
    return { ...tab, columns: [first!, old, ...rest, older] };
  });
  return { ...wanted, workbook: { ...wanted.workbook, tabs } };
}

const contactsOf = ({ book }: TrackerWorld) => book().titled('Contacts');
const headersOf = (world: TrackerWorld) =>
  contactsOf(world).rows[0]!.map((one) => one?.userEnteredValue?.stringValue ?? '');
const update = ({ account, id }: TrackerWorld) => settle(account, id, wantedTracker(), QUIET);

/** A column of somebody's own at the right end, with a text and a formula that looks at ours. */
function addOwn(world: TrackerWorld): number {
  const contacts = contactsOf(world);
  contacts.append('COLUMNS', 1);
  const at = contacts.columnCount - 1;
  for (const [row, stringValue] of ['Mine', 'kept'].entries()) {
    contacts.cell(row, at).userEnteredValue = { stringValue };
  }
  return at;
}

test('hidden columns that only an earlier description had go, after everything else; a second update finds nothing', async () => {
  const world = await trackerWorld(earlier());
  addOwn(world);
  const before = headersOf(world);
  expect(before).toEqual(expect.arrayContaining(['oldCount', 'oldPlace', 'Mine']));
  const { changes } = await update(world);
  expect(changes.at(-1)).toMatchObject({
    says: 'provision.change-orphans',
    values: { tab: 'Contacts', count: 2, columns: 'oldPlace, oldCount' },
  });
  expect(headersOf(world)).toEqual(before.filter((header) => !/^old/.test(header)));
  const own = headersOf(world).indexOf('Mine');
  expect(contactsOf(world).at(1, own)!.userEnteredValue).toEqual({ stringValue: 'kept' });
  expect((await update(world)).changes).toEqual([]);
});

test('a dry run says so and takes nothing away', async () => {
  const world = await trackerWorld(earlier());
  expect(await world.terminal.tracker('update', world.id, '--dry-run')).toBe(0);
  expect(world.terminal.out.join('\n')).toContain(
    'Contacts: remove 2 hidden columns that are no longer used: oldPlace, oldCount',
  );
  expect(headersOf(world)).toContain('oldCount');
});

test('nothing that is or may be somebody’s own goes: no mark, another header, something typed, a column to type in', async () => {
  const world = await trackerWorld(earlier());
  const contacts = contactsOf(world);
  const own = addOwn(world);
  // Named as ours was, and hidden; but nobody has marked it.
  contacts.cell(0, own).userEnteredValue = { stringValue: 'oldCount' };
  contacts.cell(1, own).userEnteredValue = { formulaValue: '=1+1' };
  contacts.columns[own] = { ...contacts.columns[own], hiddenByUser: true };
  const [count, place] = ['oldCount', 'oldPlace'].map((header) => headersOf(world).indexOf(header));
  contacts.cell(0, count!).userEnteredValue = { stringValue: 'What I count' };
  contacts.cell(3, place!).userEnteredValue = { stringValue: 'typed over' };
  // As if today's description had no such column to type in.
  const phone = world.book().marks.find(({ metadataValue }) => metadataValue === 'phone')!;
  expect(phone.metadataKey).toBe(COLUMN_MARK);
  phone.metadataValue = 'formerPhone';
  contacts.cell(0, headersOf(world).indexOf('Phone')).userEnteredValue = { stringValue: 'Called at' };
  const before = headersOf(world);
  await update(world);
  expect(headersOf(world).slice(0, before.length)).toEqual(before);
  expect(contactsOf(world).at(3, place!)!.userEnteredValue).toEqual({ stringValue: 'typed over' });
});

test('of two that would take it away at once one does, and what has moved into its place stays', async () => {
  const world = await trackerWorld(earlier());
  addOwn(world);
  const plans = await Promise.all([0, 1].map(() => planFor(world.account, world.id, wantedTracker())));
  const [one, other] = plans.map((plan) => changesOf(plan).filter(({ says }) => says.endsWith('orphans')));
  const send = (changes = one!) =>
    world.account.services.sheets.spreadsheets.batchUpdate({
      spreadsheetId: world.id,
      requestBody: { requests: changes.flatMap(({ requests }) => requests) },
    });
  await send();
  const after = headersOf(world);
  await expect(send(other)).rejects.toThrow();
  expect(headersOf(world)).toEqual(after);
  await update(world);
  const { columns } = tabOf(wantedTracker().workbook, 'contacts');
  expect(headersOf(world).toSorted()).toEqual([...columns.map(({ header }) => header), 'Mine'].toSorted());
});
