/** Sets the tracker up, or repairs it: what is missing is added, what people made stays. */

import { isProblem, zoneOf } from '#core';
import {
  CELL_LIMIT,
  HELPER_MARK,
  headerRowOf,
  lastRowOf,
  markOf,
  type Tab,
  type Words,
  type Workbook,
  withLeads,
} from '#core/tracker/index.ts';
import type { Area } from './area.ts';
import { refuseLocked, wholeColumns } from './failure.ts';
import { holdsFormulasOnly, isOrphan } from './orphans.ts';
import type { PlacedTab } from './placed-tab.ts';
import { type FoundTab, findTabs } from './places.ts';
import { writeTab } from './set-up-tab.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';

export function setUpTracker(
  spreadsheet: OpenSpreadsheet,
  plain: Workbook,
  words: Words,
  nowMs: number,
): void {
  const zone = zoneOf(spreadsheet.zone);
  const described = isProblem(zone)
    ? plain
    : withLeads(plain, { offsetMs: (atMs) => zone.offsetMs(atMs), nowMs });
  const found = findTabs(spreadsheet, described, { helpers: true });
  refuseBeyondLimit(spreadsheet, described, { found, words });
  refuseLocked(found.values(), (tab) => [...wholeColumns(tab), ...added(tab)]);
  const unfinished = spreadsheet.unfinishedTabs();
  const placed: PlacedTab[] = [];
  for (const [index, tab] of described.tabs.entries()) {
    const known = found.get(tab.id);
    const isNew = !known || unfinished.has(tab.id) || (!known.isMarked && known.sheet.isEmpty);
    placed.push(place(spreadsheet, tab, { index, known, isNew }));
  }
  for (const entry of placed) followLeader(entry, placed);
  // People may have renamed a tab or added rows: formulas go by what is there.
  const workbook = { ...described, tabs: placed.map(({ tab }) => tab) };
  for (const tab of placed) {
    writeTab({ spreadsheet, workbook, words, placed, tab });
    if (tab.isNew) tab.sheet.finish();
  }
  for (const tab of placed) dropOrphans(tab);
  spreadsheet.flush();
}

function followLeader(entry: PlacedTab, placed: readonly PlacedTab[]): void {
  const { tab, sheet } = entry;
  const leader = placed.find((candidate) => candidate.tab.id === tab.follows);
  if (!leader || leader.tab.capacity <= tab.capacity) return;
  entry.tab = { ...tab, capacity: leader.tab.capacity };
  sheet.growTo(lastRowOf(entry.tab), 1);
}

/** Once every formula is today's. From the last on, so that none moves before its turn. */
function dropOrphans({ tab, sheet, positions }: PlacedTab): void {
  if (![...positions.keys()].some((id) => isOrphan(tab, id))) return;
  const orphans = [...sheet.markedColumns(HELPER_MARK)].filter(([id]) => isOrphan(tab, id));
  for (const [id, position] of orphans.sort(([, a], [, b]) => b - a)) {
    const column = { row: 1, column: position + 1, rows: sheet.rowCount, columns: 1 };
    if (holdsFormulasOnly(sheet.typedIn(column), { id, row: headerRowOf(tab) })) sheet.dropColumn(position);
  }
}

/** Rows below the last one, and columns at the end, that a tab is to get. */
function added({ tab, sheet, positions }: FoundTab): Area[] {
  const rows = Math.max(lastRowOf(tab), sheet.rowCount);
  const missing = tab.columns.filter(({ id }) => !positions.has(id));
  const below = { row: rows, column: 1, rows: 1, columns: 1 };
  const beside = { row: 1, column: sheet.usedColumns + 1, rows, columns: missing.length };
  return [...(rows > sheet.rowCount ? [below] : []), ...(missing.length > 0 ? [beside] : [])];
}

/** What Google would refuse half-way is not begun. */
function refuseBeyondLimit(
  spreadsheet: OpenSpreadsheet,
  { tabs }: Workbook,
  { found, words }: { found: ReadonlyMap<string, FoundTab>; words: Words },
): void {
  const more = tabs.map((tab) => {
    const known = found.get(tab.id);
    const [rows, columns] = [known?.sheet.rowCount ?? 0, known?.sheet.columnCount ?? 0];
    const missing = tab.columns.filter(({ id }) => !known?.positions.has(id));
    const rowCount = Math.max(lastRowOf(tab), rows);
    return rowCount * (columns + missing.length) - rows * columns;
  });
  const cells = more.reduce((sum, count) => sum + count, spreadsheet.cellCount);
  if (cells > CELL_LIMIT) throw new Error(words.text('tracker.too-large', { cells }));
}

interface Place {
  index: number;
  known: FoundTab | undefined;
  isNew: boolean;
}

function place(spreadsheet: OpenSpreadsheet, tab: Tab, { index, known, isNew }: Place): PlacedTab {
  const sheet = known?.sheet ?? spreadsheet.addTab(tab.title, index);
  const positions = new Map(known?.positions);
  const missing = tab.columns.filter(({ id }) => !positions.has(id));
  // A new tab has the described order; into one that people use, columns come at its end.
  const end = isNew ? 0 : Math.max(sheet.usedColumns, ...[...positions.values()].map((at) => at + 1));
  for (const [offset, column] of missing.entries()) {
    positions.set(column.id, isNew ? tab.columns.indexOf(column) : end + offset);
  }
  // The grid may be longer than what is described: a row typed at its end has its status too.
  const rows = Math.max(lastRowOf(tab), sheet.rowCount);
  sheet.growTo(rows, Math.max(...positions.values()) + 1);
  if (isNew) sheet.begin(tab.id);
  if (!known?.isMarked) sheet.mark(tab.id);
  for (const column of missing) sheet.markColumn(positions.get(column.id)!, markOf(column), column.id);
  const added = isNew
    ? tab.columns
    : [...missing, ...tab.columns.filter(({ id }) => known!.unheaded.has(id))];
  return {
    tab: { ...tab, title: sheet.title, capacity: rows - headerRowOf(tab) },
    sheet,
    positions,
    isMarked: known?.isMarked ?? false,
    isNew,
    added: new Set(added.map(({ id }) => id)),
  };
}
