/** A row that the extension writes offers what goes with its own tier, not what the row beside it does. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { columnLetters } from '#core/tracker/index.ts';
import { isFailure } from '../../../extension/platform/sheets/tracker-sheet.ts';
import { ACTIVITY_COLUMNS, type Bench, trackerBench } from './google.ts';

const ENGAGEMENTS = [
  { id: 'E-1', tier: 'Premium' },
  { id: 'E-4', tier: 'Standard' },
];

let bench: Bench;
beforeEach(async () => {
  const activities = [{ engagement: 'E-1', deliverable: 'Maintenance', id: 'log-0' }];
  bench = await trackerBench({ engagements: ENGAGEMENTS, activities });
});
afterEach(() => bench.close());

async function logged(id: string, cells: Record<string, string>): Promise<void> {
  const layout = await bench.sheet.layout('activities', ACTIVITY_COLUMNS);
  if (isFailure(layout)) throw new Error(layout.failed);
  const empty = Object.fromEntries(ACTIVITY_COLUMNS.map((column) => [column, null]));
  expect(await bench.sheet.insert(layout, id, { ...empty, id, ...cells })).toBe('written');
}

const tab = () => bench.google.onlyBook.titled('Activities');
const at = (header: string) =>
  tab().rows[0]!.findIndex((cell) => cell?.userEnteredValue?.stringValue === header);
const ruleOf = (id: string, header: string) => {
  const row = tab().rows.find((cells) => cells?.some((cell) => cell?.userEnteredValue?.stringValue === id));
  return row![at(header)]!.dataValidation!;
};

/** The list of a row, as somebody sees it who opens it. */
function offered(id: string, header: string): string[] {
  const list = ruleOf(id, header).condition!.values![0]!.userEnteredValue!;
  const [, letters, from, to] = /!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(list)!;
  const lists = bench.google.onlyBook.titled('Lists');
  const column = lists.rows[0]!.findIndex((_, index) => columnLetters(index) === letters);
  return lists.rows
    .slice(Number(from) - 1, Number(to))
    .map((row) => row![column]!.userEnteredValue!.stringValue!);
}

test('its deliverables and its methods are those of its engagement’s tier; all where that is not known', async () => {
  await logged('log-1', { engagement: 'E-4', deliverable: 'Service reviews' });
  await logged('log-2', { engagement: 'E-1', deliverable: 'Service reviews' });
  await logged('log-3', { engagement: 'E-9', deliverable: 'Service reviews' });
  await logged('log-4', { engagement: 'E-4' });
  // Tables 1 and 2 of the service descriptions.
  expect(['log-1', 'log-2', 'log-3', 'log-4'].map((id) => offered(id, 'Deliverable').length)).toEqual([
    8, 15, 15, 8,
  ]);
  expect(offered('log-1', 'Method')).toEqual(['video conference']);
  expect(offered('log-2', 'Method')).toEqual(['in person', 'video conference']);
  expect([offered('log-3', 'Method').length, offered('log-4', 'Method').length]).toEqual([5, 5]);
  expect(ruleOf('log-1', 'Method').strict ?? false).toBe(false);
});

test('in a tab that is full too, where the row before it is the model', async () => {
  tab().append('ROWS', 2 - tab().rowCount);
  await logged('log-1', { engagement: 'E-4', deliverable: 'Maintenance' });
  expect(offered('log-1', 'Method')).toEqual(['e-mail']);
  expect(offered('log-0', 'Method')).toEqual(['video conference', 'phone', 'e-mail']);
});

test('a check that somebody has made for the column stays in the new row', async () => {
  const own = { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'a' }] } };
  for (let row = 1; row < tab().rowCount; row++) tab().cell(row, at('Method')).dataValidation = own;
  await logged('log-1', { engagement: 'E-4', deliverable: 'Maintenance' });
  expect(ruleOf('log-1', 'Method')).toMatchObject(own);
  expect(offered('log-1', 'Deliverable')).toHaveLength(8);
});

test('a tracker from before there were such lists keeps what the row beside it has', async () => {
  const { marks } = bench.google.onlyBook;
  const older = marks.filter(({ metadataValue }) => !/^methods/.test(metadataValue ?? ''));
  expect(older.length).toBeLessThan(marks.length);
  marks.splice(0, marks.length, ...older);
  await logged('log-1', { engagement: 'E-4', deliverable: 'Maintenance' });
  expect(offered('log-1', 'Method')).toHaveLength(5);
  expect(offered('log-1', 'Deliverable')).toHaveLength(8);
});
