/** What each typed column offers and expects, in Google Sheets. */
import {
  type Column,
  DATE_HELP,
  firstRowOf,
  listHelp,
  listNumbers,
  type Row,
  type Words,
} from '#core/tracker/index.ts';
import { columnRows } from './column-rows.ts';
import type { PlacedTab } from './placed-tab.ts';
import {
  type CheckRule,
  dateCheck,
  keepingOthers,
  listCheck,
  numberCheck,
  withLists,
} from './spreadsheet-checks.ts';
import type { Area } from './spreadsheet-tab.ts';

/** Of a tab with more rows, those alone that want a list of their own are looked at for checks that people have made. */
const MOST_ROWS = 20_000;

export function writeChecks(owner: PlacedTab, placed: readonly PlacedTab[], words: Words): void {
  for (const column of owner.tab.columns) {
    const check = column.role === 'typed' ? checkOf(column, placed, words) : null;
    if (check) writeCheck(owner, column, check, placed);
  }
}

/** One check for the whole column, but for rows whose tier is known, and for those in which somebody has made another. */
function writeCheck(owner: PlacedTab, column: Column, check: CheckRule, placed: readonly PlacedTab[]): void {
  const { tab, sheet, isMarked } = owner;
  const lists = column.dropdown?.perTier?.lists ?? [];
  const numbers = lists.length > 0 ? numbersOf(owner, placed)[column.id]! : [];
  const rules = [
    check,
    ...withLists(
      check,
      lists.map((path) => listOf(placed, path)),
    ),
  ];
  const rows = tab.capacity > MOST_ROWS ? numbers.findLastIndex((number) => number > 0) + 1 : tab.capacity;
  const area = columnArea(owner, column.id, rows);
  const kept = keepingOthers(check);
  // What came with a file is nobody's own.
  const standing = rows > 0 && isMarked ? sheet.checksOf(area) : [];
  const wanted = Array.from({ length: rows }, (_, place) =>
    kept(rules[numbers[place] ?? 0]!, standing[place]?.[0]),
  );
  // Each cell is written once: a run that is cut off has taken nobody's check away.
  const isMixed = wanted.some((rule) => rule !== check);
  if (isMixed) {
    sheet.checkEach(
      area,
      wanted.map((rule) => [rule]),
    );
  }
  const done = isMixed ? rows : 0;
  if (done < tab.capacity) {
    sheet.check({ ...area, row: area.row + done, rows: tab.capacity - done }, check);
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
