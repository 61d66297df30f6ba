/** What each typed column offers and expects, in Google Sheets. */
import {
  type Column,
  DATE_HELP,
  firstRowOf,
  listHelp,
  listNumbers,
  type Row,
  type TierLists,
  type Words,
} from '#core/tracker/index.ts';
import { columnRows } from './column-rows.ts';
import type { PlacedTab } from './placed-tab.ts';
import { type CheckRule, dateCheck, listCheck, numberCheck } from './spreadsheet-checks.ts';
import type { Area } from './spreadsheet-tab.ts';

export function writeChecks(owner: PlacedTab, placed: readonly PlacedTab[], words: Words): void {
  const { tab, sheet } = owner;
  for (const column of tab.columns) {
    const check = column.role === 'typed' ? checkOf(column, placed, words) : null;
    if (check === null) continue;
    sheet.check(columnArea(owner, column.id, tab.capacity), check);
    if (column.dropdown?.perTier) narrow(owner, column, column.dropdown.perTier, placed, words);
  }
}

function checkOf({ dropdown, format, least }: Column, placed: readonly PlacedTab[], words: Words) {
  if (dropdown) {
    const help = words.text(listHelp(dropdown));
    return listCheck(listOf(placed, dropdown.from), { strict: dropdown.strict, help });
  }
  const dateHelp = DATE_HELP[format];
  if (dateHelp) return dateCheck(words.text(dateHelp));
  return least === undefined ? null : numberCheck(least, words.text('tracker.number-text', { least }));
}

/** Rows whose tier is known are offered what goes with it, as long as a sheet can say so only cell by cell. */
function narrow(
  owner: PlacedTab,
  column: Column,
  { lists }: TierLists,
  placed: readonly PlacedTab[],
  words: Words,
): void {
  const numbers = numbersOf(owner, placed)[column.id]!;
  const count = numbers.reduce((last, number, place) => (number > 0 ? place + 1 : last), 0);
  if (count === 0) return;
  const { strict, from } = column.dropdown!;
  const help = words.text(listHelp(column.dropdown!));
  const rules = [from, ...lists].map((path) => listCheck(listOf(placed, path), { strict, help }));
  owner.sheet.checkEach(
    columnArea(owner, column.id, count),
    numbers.slice(0, count).map((number): CheckRule[] => [rules[number]!]),
  );
}

function numbersOf(owner: PlacedTab, placed: readonly PlacedTab[]) {
  const tabAt = (wanted: string) => placed.find(({ tab }) => tab.id === wanted)!;
  return listNumbers({
    rows: rowsOf(owner, ['engagement', 'deliverable']),
    engagements: rowsOf(tabAt('engagements'), ['id', 'tier']),
    lists: tabAt('lists').tab.rows,
  });
}

function rowsOf({ tab, sheet, positions }: PlacedTab, ids: readonly string[]): Row[] {
  const columns = Object.fromEntries(ids.map((id) => [id, positions.get(id)!]));
  return columnRows(sheet, columns, firstRowOf(tab), tab.capacity);
}

function listOf(placed: readonly PlacedTab[], path: string) {
  const [id, column] = path.split('.') as [string, string];
  const owner = placed.find(({ tab }) => tab.id === id)!;
  const filled = owner.tab.rows.filter((row) => (row[column] ?? null) !== null).length;
  const rows = owner.tab.rows.length > 0 ? Math.max(filled, 1) : owner.tab.capacity;
  return owner.sheet.range(columnArea(owner, column, rows));
}

function columnArea({ tab, positions }: PlacedTab, id: string, rows: number): Area {
  return { row: firstRowOf(tab), column: positions.get(id)! + 1, rows, columns: 1 };
}
