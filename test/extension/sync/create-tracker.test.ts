/** A tracker made from the extension at a strict Google: whole, once, whatever goes wrong, and completed by the command. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wordsOf } from '#core/tracker/words.ts';
import { binTracker, giveUp } from '../../../extension/platform/sheets/create-tracker.ts';
import { googleSheet } from '../../../extension/platform/sheets/google-sheet.ts';
import { isFailure } from '../../../extension/platform/sheets/tracker-sheet.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import { accountAt, QUIET, wantedTracker } from '../../sheets-addon/provision/account.ts';
import { FAULTS, type FaultName } from '../../support/google/faults.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { ACTIVITY_COLUMNS, plainRows } from './google.ts';
import { addressesOf, callerOf, MAKING, makeAt } from './new-tracker.ts';

let google: StandInGoogle;
beforeEach(async () => {
  google = new StandInGoogle();
  await google.start();
});
afterEach(() => google.stop());

const TYPED = [
  'contacts',
  'cases',
  'inquiries',
  'activities',
  'decisions',
  'engagements',
  'managers',
  'customers',
  'calendar',
];
const EMPTY = { ...Object.fromEntries(TYPED.map((tab) => [tab, []])) };
const sheetAt = (id: string) => googleSheet(callerOf(), id, google.url);
const alive = () => google.files.all.filter(({ trashed }) => !trashed);

async function made(rows = {}): Promise<string> {
  const id = await makeAt(google, rows);
  if (isFailure(id)) throw new Error(JSON.stringify(id));
  return id;
}

/** The rows that people have typed; those that are only prepared hold nothing. */
async function typedIn(id: string) {
  const rows = await sheetAt(id).rows(TYPED);
  if (isFailure(rows)) throw new Error(JSON.stringify(rows));
  const isTyped = (row: object) => Object.values(row).some((cell) => cell !== null);
  return Object.fromEntries(Object.entries(rows).map(([tab, all]) => [tab, all.filter(isTyped)]));
}

/** As written by hand: nothing where a row says nothing. */
function said(rows: Record<string, readonly object[]>) {
  const words = (row: object) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null && cell !== ''));
  return Object.fromEntries(TYPED.map((tab) => [tab, (rows[tab] ?? []).map(words)]));
}

test('every tab that Dueline reads and writes is there, and a row goes into it', async () => {
  const id = await made();
  expect(google.book(id).titles).toEqual([
    'Contacts',
    'Cases',
    'Inquiries',
    'Activities',
    'Decisions',
    'Engagements',
    'Managers',
    'Customers',
    'Calendar',
    'Lists',
  ]);
  expect(google.book(id).properties).toMatchObject({ timeZone: 'Europe/Berlin', locale: 'en_US' });
  expect(await typedIn(id)).toEqual(EMPTY);
  const layout = await sheetAt(id).layout('activities', ACTIVITY_COLUMNS);
  if (isFailure(layout)) throw new Error(layout.failed);
  expect(layout).toMatchObject({ freeRow: 2, rowCount: 2001 });
  const cells = {
    ...Object.fromEntries(ACTIVITY_COLUMNS.map((column) => [column, null])),
    id: 'log-1',
    hours: 2,
  };
  expect(await sheetAt(id).insert(layout, 'log-1', cells)).toBe('written');
  expect((await typedIn(id)).activities).toEqual([expect.objectContaining({ id: 'log-1', hours: 2 })]);
});

test('the directory in use goes into it, its text as text', async () => {
  const rows = plainRows();
  const id = await made(rows);
  expect(said(await typedIn(id))).toEqual(said(rows));
  expect(google.files.all).toEqual([expect.objectContaining({ name: 'Tracker of <b>Mira</b>' })]);
  expect(JSON.stringify(google.book(id).sheets.map(({ rows: cells }) => cells))).not.toContain(
    'formulaValue',
  );
});

test('what is chosen from a list is what the list says', async () => {
  const book = google.book(await made());
  const rule = book.titled('Cases').rows[1]![3]!.dataValidation;
  expect(rule).toMatchObject({ strict: true, condition: { type: 'ONE_OF_RANGE' } });
  expect(rule!.condition!.values).toEqual([{ userEnteredValue: "='Lists'!$C$2:$C$5" }]);
  const statuses = book
    .titled('Lists')
    .rows.slice(1, 5)
    .map((row) => row![2]!.userEnteredValue!.stringValue);
  expect(statuses).toEqual(['open', 'pending', 'solved', 'closed']);
});

test('an activity that comes along is offered what goes with the tier of its engagement, every other row all of it', async () => {
  const engagements = [
    { id: 'E-1', tier: 'Premium' },
    { id: 'E-3', tier: wordsOf('en').text('tier.tsam') },
    { id: 'E-4', tier: 'Standard' },
  ];
  const activities = ['E-4', 'E-4', 'E-1', 'E-9', 'E-3'].map((engagement) => ({
    engagement,
    deliverable: 'Maintenance',
  }));
  const id = await made({ engagements, activities });
  const sheet = google.book(id).titled('Activities');
  const offered = (header: string) => {
    const column = sheet.rows[0]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === header);
    return [1, 2, 3, 4, 5, 6].map((row) => {
      const list = sheet.at(row, column)!.dataValidation!.condition!.values![0]!.userEnteredValue!;
      const [, from, to] = /\$(\d+):\$[A-Z]+\$(\d+)$/.exec(list)!;
      return Number(to) - Number(from) + 1;
    });
  };
  // Table 1: 15 deliverables, of which Standard has 8 and TSAM 11.
  expect(offered('Deliverable')).toEqual([8, 8, 15, 15, 11, 15]);
  // Table 2: by e-mail in Standard, by one of three in Premium; TSAM states no method.
  expect(offered('Method')).toEqual([1, 1, 3, 5, 5, 5]);
});

test('asked again it is the same tracker; another making is another', async () => {
  const id = await made();
  expect(await made()).toBe(id);
  expect(await makeAt(google, {}, { run: 'log-run-2', title: 'Another' })).not.toBe(id);
  expect(alive()).toHaveLength(2);
});

const KINDS = (Object.keys(FAULTS) as FaultName[]).filter((name) => !name.startsWith('silent'));

test.each(KINDS)('%s at any step: gone on with, it is one tracker with every row once', async (fault) => {
  const rows = plainRows();
  for (let step = 1; step <= 6; step++) {
    const run = { run: `log-run-${step}`, title: `Tracker ${step}` };
    const before = google.calls.length;
    google.plan = ({ number }) => (number === before + step ? fault : undefined);
    const first = await makeAt(google, rows, run);
    google.plan = () => undefined;
    const id = isFailure(first) ? await makeAt(google, rows, run) : first;
    if (isFailure(id)) throw new Error(`${fault} at ${step}: ${JSON.stringify(id)}`);
    expect(said(await typedIn(id))).toEqual(said(rows));
    expect(alive().filter(({ name }) => name === run.title)).toHaveLength(1);
  }
});

test('a file that Drive shows too late leaves no second one behind', async () => {
  const list = google.files.list.bind(google.files);
  let asked = 0;
  google.files.list = (query) => (++asked === 2 ? { files: [] } : list(query));
  google.plan = ({ method, path }) =>
    method === 'POST' && path.endsWith('/files') && asked === 1 ? 'cut-after' : undefined;
  expect(await makeAt(google)).toEqual({ failed: 'no-answer' });
  const id = await made();
  expect(google.files.all).toHaveLength(2);
  expect(alive().map((file) => file.id)).toEqual([id]);
});

test('what somebody typed into the half-made file stays', async () => {
  google.plan = ({ path }) => (path.endsWith(':batchUpdate') ? '500' : undefined);
  await makeAt(google);
  google.plan = () => undefined;
  google.onlyBook.titled('Sheet1').rows[0] = [{ userEnteredValue: { stringValue: 'call Ada' } }];
  const id = await made();
  expect(google.book(id).titles).toContain('Sheet1');
  expect(google.book(id).titles).toHaveLength(11);
});

test('given up or taken back, it lies in the bin', async () => {
  google.plan = ({ path }) => (path.endsWith(':batchUpdate') ? '500' : undefined);
  await makeAt(google);
  google.plan = () => undefined;
  expect(await giveUp(callerOf(), MAKING.run, addressesOf(google))).toBeNull();
  expect(alive()).toEqual([]);
  const id = await made();
  expect(await binTracker(callerOf(), id, addressesOf(google))).toBeNull();
  expect(alive()).toEqual([]);
});

test('“update” adds the rest, and leaves what was typed', async () => {
  const rows = plainRows();
  const id = await made(rows);
  const wanted = wantedTracker('en');
  await settle(accountAt(google), id, wanted, QUIET);
  const book = google.book(id);
  expect(book.titles).toEqual(wanted.workbook.tabs.map(({ title }) => title));
  for (const tab of wanted.workbook.tabs) {
    const header = book
      .titled(tab.title)
      .rows[tab.bandRows]!.map((cell) => cell?.userEnteredValue?.stringValue);
    expect(header.toSorted()).toEqual(tab.columns.map((column) => column.header).toSorted());
  }
  expect(said(await typedIn(id))).toEqual(said(rows));
  expect((await settle(accountAt(google), id, wanted, QUIET)).changes).toEqual([]);
});
