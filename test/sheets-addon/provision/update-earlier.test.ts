/** A tracker that an earlier Dueline made gets what is new by `update`, and keeps its rows. */
import { beforeEach, expect, test, vi } from 'vitest';
import { expr } from '#core/tracker/formula.ts';
import type { BandCell, Column } from '#core/tracker/workbook.ts';
import type { Change } from '../../../sheets-addon/provision/online/change.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { makeTracker, QUIET, wantedTracker } from './account.ts';
import { type TrackerWorld, trackerWorld } from './world.ts';

// Whole trackers are made here; a busy machine takes its time.
vi.setConfig({ testTimeout: 3 * 60_000 });

let google: TrackerWorld['google'];
let account: TrackerWorld['account'];
beforeEach(async () => {
  ({ google, account } = await trackerWorld());
});

const said = (changes: readonly Change[]) => changes.map(({ says, values }) => [says, values]);

/** Columns of the Cases tab that only the inquiries need. */
const KEYS = ['key', 'keySample', 'keyOrder'];

/** Tabs that trackers did not have then, and formulas that look into them. */
const LATER = ['inquiries', 'keys', 'mends'];
const looksLater = (part: Column | BandCell) =>
  LATER.some((tab) => JSON.stringify(part).includes(`"tab":"${tab}"`));

test('a tracker from before there were inquiries gets their tab; every row in it stays', async () => {
  const present = wantedTracker('en', {
    customers: [{ id: 'C-1', name: 'Nordwind' }],
    cases: [{ id: 'K-1', engagement: 'E-1', subject: '=1+1', status: 'open', opened: 46_181 }],
  });
  const earlier = present.workbook.tabs
    .filter((tab) => !LATER.includes(tab.id))
    .map((tab) => ({
      ...tab,
      band: tab.band.filter((cell) => !looksLater(cell)),
      columns: tab.columns
        .filter((column) => tab.id !== 'cases' || !KEYS.includes(column.id))
        .map((column) => (looksLater(column) ? { ...column, formula: expr(0) } : column)),
    }));
  const old = { ...present, workbook: { ...present.workbook, tabs: earlier } };
  const made = await makeTracker(account, old, 'From before');
  const typed = (title: string) =>
    google
      .book(made.id)
      .titled(title)
      .rows.map((row) =>
        row?.map((cell) => cell?.userEnteredValue).filter((value) => value && !value.formulaValue),
      );
  const headers = (title: string) => typed(title)[0]!.length;
  const before = ['Customers', 'Cases'].map((title) => typed(title).slice(1));
  const width = headers('Cases');
  const { changes } = await settle(account, made.id, wantedTracker(), QUIET);
  expect(said(changes)).toContainEqual(['provision.change-tab', { tab: 'Inquiries' }]);
  expect(['Customers', 'Cases'].map((title) => typed(title).slice(1))).toEqual(before);
  expect([headers('Cases'), headers('Inquiries')]).toEqual([width + KEYS.length, wantedInquiries()]);
  expect((await settle(account, made.id, wantedTracker(), QUIET)).changes).toEqual([]);
});

const wantedInquiries = () =>
  wantedTracker().workbook.tabs.find((tab) => tab.id === 'inquiries')!.columns.length;

/** What finds the first day that is due, and what is due then. */
const DUES = ['idSample', 'idNumber', 'idOrder', 'day', 'nextDeliverable'];

test('a tracker from before days due were put in order gets what orders them; what the check wrote stays', async () => {
  const row = { engagement: 'E-1', deliverable: '=1+1', dueUntil: 46_203, statusLevel: 2 };
  const present = wantedTracker('en', { deliverables: [row] });
  const tabs = present.workbook.tabs
    .filter((tab) => tab.id !== 'dues')
    .map((tab) => ({
      ...tab,
      columns: tab.columns.filter(({ id }) => !DUES.includes(id)).map(withoutOrder),
    }));
  const old = { ...present, workbook: { ...present.workbook, tabs } };
  const made = await makeTracker(account, old, 'From before');
  const cells = () => google.book(made.id).titled('Deliverables').rows;
  const texts = (row: number) =>
    (cells()[row] ?? []).slice(0, 10).map((cell) => cell?.userEnteredValue?.stringValue);
  const [headers, written] = [texts(3), texts(4)];
  expect(written).toContain('=1+1');
  const { changes } = await settle(account, made.id, wantedTracker(), QUIET);
  expect(said(changes)).toContainEqual(['provision.change-tab', { tab: 'Days due' }]);
  expect([texts(3), texts(4)]).toEqual([headers, written]);
  expect(
    cells()[3]!
      .slice(10)
      .map((cell) => cell?.userEnteredValue?.stringValue),
  ).toEqual(['idSample', 'day', 'idOrder']);
  expect((await settle(account, made.id, wantedTracker(), QUIET)).changes).toEqual([]);
});

/** As it looked through all deliverables then. */
function withoutOrder(column: Column): Column {
  return column.id === 'nextDue' ? { ...column, formula: expr(0) } : column;
}

test('a tab that is called as another is, and is marked as one of its own, is not taken for it; the other comes beside it', async () => {
  const made = await makeTracker(account, wantedTracker('en', { contacts: [{ name: 'Ada' }] }), 'Mixed up');
  const book = google.book(made.id);
  book.remove(book.titled('Activities').id);
  const contacts = book.titled('Contacts');
  book.rename(contacts, 'ACTIVITIES');
  const typed = () => contacts.rows.map((row) => row?.map((cell) => cell?.userEnteredValue?.stringValue));
  const before = typed();
  const { changes } = await settle(account, made.id, wantedTracker(), QUIET);
  expect(said(changes)).toContainEqual(['provision.change-tab', { tab: 'Activities 2' }]);
  expect(said(changes).map(([says]) => says)).not.toContain('provision.change-adopted');
  expect(typed()).toEqual(before);
  expect((await settle(account, made.id, wantedTracker(), QUIET)).changes).toEqual([]);
});
