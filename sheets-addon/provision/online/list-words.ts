/**
 * What people chose from a list whose words have changed since is put into today's. Google looks for the former words
 * itself: whoever sorts or inserts in the same moment finds no other cell written over.
 */
import { type Column, firstRowOf, headerRowOf, type Workbook } from '#core/tracker/index.ts';
import { formerEntries, listOf } from '../../former-words.ts';
import { grid } from './cells.ts';
import type { Change } from './change.ts';
import type { PlacedTab } from './placed.ts';

const TIER = /^tier:/;

export function listWordChanges(entry: PlacedTab, workbook: Workbook): Change[] {
  const { tab, isNew } = entry;
  if (isNew) return [];
  const [header, first] = [headerRowOf(tab) - 1, firstRowOf(tab) - 1];
  return tab.columns.flatMap((column) => {
    const list = listOf(column);
    if (list) return replaced(entry, column, { list, row: first, count: tab.capacity }, workbook);
    if (tab.id !== 'rules' || !TIER.test(column.id)) return [];
    return replaced(entry, column, { list: 'tier', row: header, count: 1 }, workbook);
  });
}

function replaced(
  { tab, sheetId, positions, missing, cells }: PlacedTab,
  { id, header }: Column,
  { list, row, count }: { list: string; row: number; count: number },
  workbook: Workbook,
): Change[] {
  if (missing.has(id)) return [];
  const position = positions.get(id)!;
  const standing = cells.slice(row, row + count).map((line) => line[position]);
  return formerEntries(workbook, list).flatMap(({ former, today }): Change[] => {
    const found = standing.filter((cell) => cell === former).length;
    if (found === 0) return [];
    const findReplace = {
      find: former,
      replacement: today,
      range: grid(sheetId, row, position, count, 1),
      matchCase: true,
      matchEntireCell: true,
    };
    const values = { tab: tab.title, column: header, count: found, former, today };
    return [{ says: 'provision.change-list-words', values, requests: [{ findReplace }] }];
  });
}
