/** Sets the tracker up, or repairs it: what is missing is added, what people made stays. */

import { headerRowOf, lastRowOf, markOf, type Tab, type Words, type Workbook } from '#core/tracker/index.ts';
import type { PlacedTab } from './placed-tab.ts';
import { type FoundTab, findTabs } from './places.ts';
import { writeTab } from './set-up-tab.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';

export function setUpTracker(spreadsheet: OpenSpreadsheet, described: Workbook, words: Words): void {
  const found = findTabs(spreadsheet, described, { helpers: true });
  const placed: PlacedTab[] = [];
  for (const [index, tab] of described.tabs.entries()) {
    const leader = placed.find((entry) => entry.tab.id === tab.follows);
    const capacity = Math.max(tab.capacity, leader?.tab.capacity ?? 0);
    placed.push(place(spreadsheet, { ...tab, capacity }, index, found.get(tab.id)));
  }
  // People may have renamed a tab or added rows: formulas go by what is there.
  const workbook = { ...described, tabs: placed.map(({ tab }) => tab) };
  for (const tab of placed) writeTab({ spreadsheet, workbook, words, placed, tab });
  spreadsheet.flush();
}

function place(
  spreadsheet: OpenSpreadsheet,
  tab: Tab,
  index: number,
  found: FoundTab | undefined,
): PlacedTab {
  const sheet = found?.sheet ?? spreadsheet.addTab(tab.title, index);
  const positions = new Map(found?.positions);
  const missing = tab.columns.filter(({ id }) => !positions.has(id));
  // A new tab has the described order; into one that people use, columns come at its end.
  const first = positions.size === 0 ? 0 : sheet.columnCount;
  for (const [offset, { id }] of missing.entries()) positions.set(id, first + offset);
  // The grid may be longer than what is described: a row typed at its end has its status too.
  const rows = Math.max(lastRowOf(tab), sheet.rowCount);
  sheet.growTo(rows, first + missing.length);
  if (!found?.isMarked) sheet.mark(tab.id);
  for (const column of missing) sheet.markColumn(positions.get(column.id)!, markOf(column), column.id);
  return {
    tab: { ...tab, title: sheet.title, capacity: rows - headerRowOf(tab) },
    sheet,
    positions,
    isNew: !found,
    added: new Set(missing.map(({ id }) => id)),
  };
}
