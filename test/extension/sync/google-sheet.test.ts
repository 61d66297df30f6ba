/** The queue's calls against a strict stand-in for Google: what is asked is understood, and a row is there once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { googleSheet } from '../../../extension/platform/sheets/google-sheet.ts';
import type { Layout } from '../../../extension/platform/sheets/tracker-sheet.ts';
import { isFailure } from '../../../extension/platform/sheets/tracker-sheet.ts';
import { ACTIVITY_COLUMNS, type Bench, plainRows, trackerBench } from './google.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await trackerBench();
});
afterEach(() => bench.close());

const CELLS = {
  date: 46181,
  engagement: 'E-1',
  hours: 1.25,
  deliverable: null,
  method: null,
  language: null,
  weeklyCall: null,
  priorNotice: null,
  case: null,
  note: '=HYPERLINK("https://x.example";"y")',
  id: 'log-1',
};

async function layout(sheet = bench.sheet): Promise<Layout> {
  const found = await sheet.layout('activities', ACTIVITY_COLUMNS);
  if (isFailure(found)) throw new Error(found.failed);
  return found;
}

test('a row goes in once, with its text as text; asked again it is there already', async () => {
  const before = await layout();
  expect(await bench.sheet.insert(before, 'log-1', CELLS)).toBe('written');
  expect(await bench.sheet.insert(await layout(), 'log-1', CELLS)).toBe('already');
  expect(await bench.sheet.rowOf('activities', ACTIVITY_COLUMNS, { column: 'id', text: 'log-1' })).toEqual(
    CELLS,
  );
  const rows = await bench.sheet.rows(['activities']);
  if (isFailure(rows)) throw new Error(rows.failed);
  expect(rows.activities!.filter(({ id }) => id === 'log-1')).toHaveLength(1);
});

test('the formulas of the prepared rows are in the new row too', async () => {
  const before = await layout();
  await bench.sheet.insert(before, 'log-1', CELLS);
  const sheet = bench.google.onlyBook.titled('Activities');
  const formulas = (row: number) =>
    sheet.rows[row]!.filter((cell) => cell?.userEnteredValue?.formulaValue !== undefined).length;
  expect(formulas(before.freeRow)).toBeGreaterThan(5);
  expect(formulas(before.freeRow)).toBe(formulas(before.freeRow + 1));
});

test('the formulas of a tracker in which nobody has logged anything yet reach the first row that comes in', async () => {
  const empty = await trackerBench({ ...plainRows(), activities: [] });
  await empty.sheet.insert(await layout(empty.sheet), 'log-1', CELLS);
  const place = (await layout(empty.sheet)).columns.id!;
  const { rows } = empty.google.onlyBook.titled('Activities');
  const row = rows.findIndex((cells) => cells?.[place]?.userEnteredValue?.stringValue === 'log-1') + 1;
  const formulas = empty.google.onlyBook.sheets.flatMap(({ rows: all }) =>
    all.flatMap((cells) => (cells ?? []).flatMap((cell) => cell?.userEnteredValue?.formulaValue ?? [])),
  );
  const ranges = formulas.flatMap((formula) => [
    ...formula.matchAll(/Activities!\$\w+\$(\d+):\$\w+\$(\d+)/g),
  ]);
  expect(ranges.length).toBeGreaterThan(10);
  expect(ranges.filter(([, from, to]) => row < Number(from) || row > Number(to))).toEqual([]);
  await empty.close();
});

test.each([
  ['in the prepared row that comes next', false],
  ['in the last row of a tab that is full', true],
])('what people have remarked beside a row, %s, is not said of the new row too', async (_, isFull) => {
  let sheet = bench.google.onlyBook.titled('Activities');
  const own = sheet.columnCount;
  sheet.append('COLUMNS', 1);
  await bench.sheet.insert(await layout(), 'log-0', { ...CELLS, id: 'log-0' });
  sheet = bench.google.onlyBook.titled('Activities');
  if (isFull) sheet.append('ROWS', (await layout()).freeRow - sheet.rowCount);
  const before = await layout();
  const theirs = isFull ? before.freeRow - 1 : before.freeRow;
  sheet.cell(theirs, own).userEnteredValue = { stringValue: 'agreed with Ana' };
  const [formulaColumn] = (await layout()).formulas;
  expect(await bench.sheet.insert(await layout(), 'log-1', CELLS)).toBe('written');
  const now = bench.google.onlyBook.titled('Activities');
  expect(now.at(before.freeRow, own)?.userEnteredValue).toBeUndefined();
  expect(now.at(isFull ? theirs : theirs + 1, own)?.userEnteredValue).toEqual({
    stringValue: 'agreed with Ana',
  });
  expect(now.at(before.freeRow, formulaColumn!)?.userEnteredValue?.formulaValue).toMatch(/^=/);
});

test('answers that are lost after the row was written do not write it twice', async () => {
  for (const fault of ['cut-after', 'half-after', '500-after'] as const) {
    const cells = { ...CELLS, id: fault };
    const before = await layout();
    bench.google.plan = ({ path }) => (path.endsWith(':batchUpdate') ? fault : undefined);
    expect(await bench.sheet.insert(before, fault, cells)).toEqual({ failed: 'no-answer' });
    bench.google.plan = () => undefined;
    expect(await bench.sheet.insert(await layout(), fault, cells)).toBe('already');
    const rows = await bench.sheet.rows(['activities']);
    if (isFailure(rows)) throw new Error(rows.failed);
    expect(rows.activities!.filter(({ id }) => id === fault)).toHaveLength(1);
  }
});

test('what Google says decides what becomes of an entry', async () => {
  const before = await layout();
  const failing = async (fault: '401' | '403' | '404' | '429' | '403-rate' | '500' | 'cut') => {
    bench.google.plan = () => fault;
    const outcome = await bench.sheet.insert(before, 'log-1', CELLS);
    bench.google.plan = () => undefined;
    return isFailure(outcome) ? outcome.failed : outcome;
  };
  expect(await failing('401')).toBe('signed-out');
  expect(await failing('403')).toBe('protected');
  expect(await failing('404')).toBe('not-picked');
  expect(await failing('429')).toBe('busy');
  expect(await failing('403-rate')).toBe('busy');
  expect(await failing('500')).toBe('no-answer');
  expect(await failing('cut')).toBe('no-answer');
});

test.each(['null', '7', '"done"', 'true'])(
  'an answer that is %s tells nothing, and is asked for again',
  async (text) => {
    const caller = { token: async () => 't', fetch: async () => new Response(text) };
    const sheet = googleSheet(caller, 'sheet-1', bench.google.url);
    expect(await sheet.insert(await layout(), 'log-1', CELLS)).toEqual({ failed: 'no-answer' });
    expect(await sheet.layout('activities', ACTIVITY_COLUMNS)).toEqual({ failed: 'no-answer' });
  },
);

test('a Drive without room is said in Google’s words, and nobody waits for it to pass', async () => {
  const message = 'The user’s Drive storage quota has been exceeded.';
  const error = { code: 403, message, errors: [{ reason: 'storageQuotaExceeded' }] };
  const caller = { token: async () => 't', fetch: async () => Response.json({ error }, { status: 403 }) };
  const sheet = googleSheet(caller, 'sheet-1', bench.google.url);
  expect(await sheet.forget(['log-1'])).toEqual({ failed: 'refused', detail: message });
});

test('a tab that people have renamed is found by its mark, and one that is gone is said to be gone', async () => {
  const sheet = bench.google.onlyBook.titled('Activities');
  sheet.properties.title = 'Was wir getan haben';
  expect(isFailure(await bench.sheet.layout('activities', ACTIVITY_COLUMNS))).toBe(false);
  expect(await bench.sheet.layout('activities', ['no-such-column'])).toEqual({ failed: 'columns-gone' });
  expect(await bench.sheet.layout('no-such-tab', [])).toEqual({ failed: 'tab-gone' });
});

test('a mark is taken away, and taking it away again is no failure', async () => {
  await bench.sheet.insert(await layout(), 'log-1', CELLS);
  const marks = () =>
    bench.google.onlyBook.marks.filter(({ metadataKey }) => metadataKey === 'dueline-written');
  expect(marks()).toHaveLength(1);
  expect(await bench.sheet.forget(['log-1'])).toBeNull();
  expect(marks()).toHaveLength(0);
  expect(await bench.sheet.forget(['log-1'])).toBeNull();
});
