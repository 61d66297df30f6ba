/** Whatever becomes of the browser's storage, the directory is the last one, the last good one and said so, or none and said so. */
import { expect, test } from 'vitest';
import { plainDirectory } from '../support/plain-directory.ts';
import { runCountdowns, runStorage } from './run-schedules.ts';
import { Killed } from './storage-area.ts';
import { background, local } from './storage-schedule.ts';

test('150 schedules: storage full, emptied, damaged, killed between two writes; nothing is lost without a word', async () => {
  const report = await runStorage(1, 150);
  expect(report.wrong).toEqual([]);
  expect(report.faults).toBeGreaterThan(300);
  expect(report.restored).toBeGreaterThan(5);
});

test('500 schedules of clocks that jump by a second, an hour, a day, over the nights on which they change', () => {
  const report = runCountdowns(1, 500);
  expect(report.wrong).toEqual([]);
  expect(report.jumps).toBeGreaterThan(3000);
});

test.each([
  ['a text', 'x'],
  ['half of it', { format: 'dueline-directory', version: 1 }],
  ['a list', []],
])('a stored directory that is %s gives way to the last good one, and it is said', async (_, damage) => {
  await fresh();
  local.kept.set('directory', damage);
  background.forgetDirectory();
  const { book, problems } = await background.currentDirectory();
  expect(book?.directory.customers).toEqual(plainDirectory().customers);
  expect(problems).toEqual([{ code: 'directory-damaged', path: [], values: {} }]);
  // A newer one ends it.
  await background.replaceDirectory(JSON.stringify(plainDirectory()));
  expect((await background.currentDirectory()).problems).toEqual([]);
});

test('additions that are damaged do not take the directory with them', async () => {
  await fresh();
  local.kept.set('additions', 'gone');
  background.forgetDirectory();
  expect((await background.currentDirectory()).book?.directory.engagements.length).toBeGreaterThan(0);
});

test('a full storage is a problem with a way out, and the directory in use stays', async () => {
  await fresh();
  local.state.wrong = { kind: 'full', after: 1 };
  const other = {
    ...plainDirectory(),
    customers: plainDirectory().customers.map((one) => ({ ...one, name: 'Other' })),
  };
  const { book, problems } = await background.replaceDirectory(JSON.stringify(other));
  local.state.wrong = null;
  expect(book).toBeNull();
  expect(problems[0]?.code).toBe('storage-failed');
  const { book: now } = await background.currentDirectory();
  expect(now?.directory.customers).toEqual(plainDirectory().customers);
});

test('storage cleared: there is no directory, nothing is wrong, and the next import is all that it takes', async () => {
  await fresh();
  local.kept.clear();
  background.forgetDirectory();
  expect(await background.currentDirectory()).toEqual({ book: null, problems: [] });
  expect((await background.replaceDirectory(JSON.stringify(plainDirectory()))).book).not.toBeNull();
});

test('a damaged undo is refused, and what is in use stays', async () => {
  await fresh();
  local.kept.set('directory-before', { format: 7 });
  expect((await background.undoDirectory())?.code).toBeDefined();
  expect((await background.currentDirectory()).book).not.toBeNull();
});

async function fresh(): Promise<void> {
  local.kept.clear();
  local.state.wrong = null;
  background.forgetDirectory();
  const { book } = await background.replaceDirectory(JSON.stringify(plainDirectory()));
  if (book === null) throw new Killed();
}
