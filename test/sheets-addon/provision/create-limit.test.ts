/** A new tracker near the ten million cells that Google allows: as much room as fits, and what fits in no way is not begun. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core';
import { cellsOf, describeTracker, tabOf } from '#core/tracker/index.ts';
import { describedWithRoom } from '../../../sheets-addon/provision/room.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { googleWorld } from './world.ts';

vi.setConfig({ testTimeout: 6 * 60_000 });

const LIMIT = 10_000_000;
const options = { language: 'en', rulebook: serviceManagement } as const;
const rowsOf = (count: number) => ({ activities: Array.from({ length: count }, () => ({})) });
const preparedFor = (count: number) =>
  tabOf(describedWithRoom(rowsOf(count), options), 'activities').capacity;

test('a quarter of room, at most 5,000 rows; less in a tracker that comes near the limit, and never none', () => {
  expect(preparedFor(10_000)).toBe(12_500);
  expect(preparedFor(20_000)).toBe(25_000);
  expect(preparedFor(100_000)).toBe(105_000);
  const cellsWith = (activities: number) =>
    cellsOf(describeTracker({ ...options, capacity: { activities } }));
  const perRow = (cellsWith(20_000) - cellsWith(10_000)) / 10_000;
  const rest = cellsWith(2_000) - 2_000 * perRow;
  const most = Math.floor((LIMIT * 0.98 - rest) / perRow);
  expect(preparedFor(most - 5_000)).toBe(most);
  expect(preparedFor(most - 4_999)).toBe(most - 2_499);
  expect(preparedFor(most - 2_499)).toBe(most - 1_499);
  expect(preparedFor(most - 999)).toBe(most - 899);
  expect(cellsOf(describedWithRoom(rowsOf(most - 999), options))).toBeLessThanOrEqual(LIMIT);
});

test('a tracker of full size, with room below each of its tabs, fits into a spreadsheet at Google', () => {
  const counts = {
    engagements: 500,
    managers: 60,
    customers: 500,
    contacts: 4000,
    cases: 50_000,
    inquiries: 50_000,
    activities: 200_000,
    decisions: 2000,
    // Fifteen deliverables and the weekly call of each engagement: nobody has checked them yet.
    deliverables: 500 * 16,
    violations: 5000,
  };
  const rows = Object.fromEntries(
    Object.entries(counts)
      .filter(([tab]) => tab !== 'deliverables')
      .map(([tab, length]) => [tab, Array.from({ length }, () => ({}))]),
  );
  const workbook = describedWithRoom(rows, options);
  expect(cellsOf(workbook)).toBeLessThan(LIMIT * 0.98);
  for (const [tab, count] of Object.entries(counts)) {
    expect(tabOf(workbook, tab).capacity - count).toBeGreaterThanOrEqual(Math.min(count / 4, 2500));
  }
});

test('a directory that fits in no way is refused with the number, and Google is asked for nothing', async () => {
  const { google, terminal } = await googleWorld();
  const directory = plainDirectory();
  const activities = Array.from({ length: 400_000 }, (_, place) => ({
    id: `A-${place}`,
    engagement: 'E-1',
    date: '2026-06-08',
    hours: 1,
  }));
  const path = join(terminal.folder, 'large.json');
  writeFileSync(path, JSON.stringify({ ...directory, activities }));
  expect(await terminal.tracker('create', '--title', 'Large', '--directory', path)).toBe(1);
  expect(terminal.notes.join('\n')).toMatch(
    /The tracker would need 1\d,\d{3},\d{3} cells, and Google Sheets holds at most 10,000,000 .+ Nothing was written\./,
  );
  expect(google.calls).toEqual([]);
});
