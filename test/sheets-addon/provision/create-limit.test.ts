/** A new tracker near the ten million cells that Google allows: as much room as fits, and what fits in no way is not begun. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core';
import { cellsOf, describeTracker, tabOf } from '#core/tracker/index.ts';
import { describedWithRoom } from '../../../sheets-addon/provision/commands/room.ts';
import { plainDirectory } from '../../support/plain-directory.ts';
import { googleWorld } from './world.ts';

vi.setConfig({ testTimeout: 6 * 60_000 });

const LIMIT = 10_000_000;
const described = (capacity: Record<string, number>) =>
  describeTracker({ language: 'en', rulebook: serviceManagement, capacity });
const rowsOf = (count: number) => ({ activities: Array.from({ length: count }, () => ({})) });
const preparedFor = (count: number) =>
  tabOf(describedWithRoom(rowsOf(count), described), 'activities').capacity;

test('a quarter of room where it fits, less in a tracker that comes near the limit, and never none', () => {
  expect(preparedFor(100_000)).toBe(125_000);
  // Rows that would need just more than what is allowed with the room before.
  const perRow =
    (cellsOf(described({ activities: 20_000 })) - cellsOf(described({ activities: 10_000 }))) / 10_000;
  const rest = cellsOf(described({ activities: 2_000 })) - 2_000 * perRow;
  const most = Math.floor((LIMIT - rest) / perRow);
  expect(preparedFor(Math.floor(most / 1.25))).toBe(Math.ceil(Math.floor(most / 1.25) * 1.25));
  const over = Math.ceil((most + 10) / 1.25);
  expect(preparedFor(over)).toBe(Math.ceil(over * 1.1));
  const farOver = Math.ceil((most + 10) / 1.1);
  expect(preparedFor(farOver)).toBe(Math.ceil(farOver * 1.02));
  expect(cellsOf(describedWithRoom(rowsOf(farOver), described))).toBeLessThanOrEqual(LIMIT);
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
