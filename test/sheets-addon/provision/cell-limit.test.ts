/** A spreadsheet holds ten million cells at Google. What would not fit is said before anything of it is written. */
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import { describeTracker } from '#core/tracker/index.ts';
import { settle } from '../../../sheets-addon/provision/online/settle.ts';
import type { Book } from '../../support/google/book.ts';
import { builtAddOn, runAddOn } from '../support/add-on.ts';
import { FakeSheet } from '../support/stand-in/fake-sheet.ts';
import { QUIET, wantedTracker } from './account.ts';
import { GERMAN, importWorld } from './import-world.ts';
import { snapshotOf } from './snapshot.ts';
import { trackerWorld } from './world.ts';

vi.setConfig({ testTimeout: 3 * 60_000 });

const LIMIT = 10_000_000;
const cellsIn = ({ sheets }: Pick<Book, 'sheets'>) =>
  sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);

/** A tab of somebody's own, so that so many cells are left. */
function leave(book: Book, left: number): void {
  const rowCount = LIMIT - cellsIn(book) - left;
  book.add({ title: 'Own', gridProperties: { rowCount, columnCount: 1 } });
}

test('50,000 cases with an inquiry each and 200,000 activities leave a twentieth of the cells for their readers', () => {
  const capacity = { cases: 50_000, inquiries: 50_000, activities: 200_000, contacts: 4000 };
  const { tabs } = describeTracker({ language: 'en', rulebook: serviceManagement, capacity });
  const cells = tabs.map((tab) => (tab.bandRows + 1 + tab.capacity) * tab.columns.length);
  expect(tabs.some(({ id, hidden }) => id === 'weeks' && hidden)).toBe(true);
  expect(cells.reduce((sum, count) => sum + count)).toBeLessThan(LIMIT * 0.95);
});

test('an update that would need more says how many, and writes nothing', async () => {
  const world = await trackerWorld();
  const wanted = wantedTracker('en', {}, { activities: 400_000 });
  const before = snapshotOf(world.book());
  // Activities alone are beyond it: 400,001 rows of 27 columns.
  const failure = await settle(world.account, world.id, wanted, QUIET).catch((error: unknown) => error);
  expect(Number((failure as { cells?: number }).cells)).toBeGreaterThan(400_001 * 27);
  expect(snapshotOf(world.book())).toEqual(before);
});

test('an import comes in down to the last cell; one that would need more is refused as a whole, in words', async () => {
  const world = await importWorld();
  try {
    const [cases, keys] = ['Cases', 'Keys'].map((title) => world.book().titled(title).columnCount);
    const needed = 3 * (cases! + keys!);
    leave(world.book(), needed - 1);
    const path = world.file('vorgaenge.csv', GERMAN);
    const before = snapshotOf(world.book());
    const importing = () => world.importing('--into', 'cases', '--from', path, '--apply');
    expect(await importing()).toBe(1);
    expect(world.terminal.notes.join('\n')).toMatch(
      /The tracker would need 10,000,001 cells, and Google Sheets holds at most 10,000,000 .+ Nothing was written\./,
    );
    expect(snapshotOf(world.book())).toEqual(before);
    const own = world.book().titled('Own').properties.gridProperties!;
    own.rowCount!--;
    expect(await importing()).toBe(0);
    expect(world.rowsOf('Cases')).toHaveLength(4);
  } finally {
    await world.end();
  }
});

test('set-up in a spreadsheet that is nearly full says so and adds no tab', async () => {
  const running = runAddOn((await builtAddOn()).script);
  const { world } = running;
  const own = new FakeSheet('Own', () => {});
  own.rows = LIMIT - 100_000;
  own.columns = 1;
  world.sheets.push(own);
  running.call('setUp');
  expect(world.sheets).toEqual([own]);
  expect(world.metadata).toEqual([]);
  expect(world.alerts.at(-1)!.text).toMatch(/The tracker would need 10,\d{3},\d{3} cells/);
});
