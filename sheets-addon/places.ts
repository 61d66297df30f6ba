/** Where the tracker's tabs and columns stand in the open spreadsheet, however people have arranged them. */
import { COLUMN_MARK, HELPER_MARK, headerRowOf, type Tab, type Workbook } from '#core/tracker/index.ts';
import { headersOf, titlesOf } from './former-words.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';
import type { OpenTab } from './spreadsheet-tab.ts';

export interface FoundTab {
  tab: Tab;
  sheet: OpenTab;
  /** Whether it was known by our mark; else its title has it adopted, as after an import of the .xlsx file. */
  isMarked: boolean;
  /** Position from 0 of each column that is there, by id. */
  positions: Map<string, number>;
  /** Ids of columns that are there and have no header: they were added by a run that broke off. */
  unheaded: ReadonlySet<string>;
}

export interface FindOptions {
  /** Whether the helper columns are looked for too: only who writes formulas needs them. */
  helpers: boolean;
}

/** The described tabs that the spreadsheet has: by their mark, else by their title of today or of before. */
export function findTabs(
  spreadsheet: OpenSpreadsheet,
  workbook: Workbook,
  options: FindOptions,
): Map<string, FoundTab> {
  const marked = spreadsheet.markedTabs();
  const found = new Map<string, FoundTab>();
  for (const tab of workbook.tabs) {
    const sheet = marked.get(tab.id) ?? titled(spreadsheet, titlesOf(workbook, tab));
    if (!sheet) continue;
    found.set(tab.id, {
      tab,
      sheet,
      isMarked: marked.has(tab.id),
      ...findColumns(sheet, tab, { ...options, workbook }),
    });
  }
  return found;
}

/** The first of these that is there and carries no mark. */
export function titled(spreadsheet: OpenSpreadsheet, titles: readonly string[]): OpenTab | null {
  for (const title of titles) {
    const sheet = spreadsheet.unmarkedTab(title);
    if (sheet) return sheet;
  }
  return null;
}

/** Columns by their mark, else by their header: that of today or, where people write, one of before. */
function findColumns(
  sheet: OpenTab,
  tab: Tab,
  { helpers, workbook }: FindOptions & { workbook: Workbook },
): Pick<FoundTab, 'positions' | 'unheaded'> {
  const positions = sheet.markedColumns(COLUMN_MARK);
  if (helpers) for (const [id, position] of sheet.markedColumns(HELPER_MARK)) positions.set(id, position);
  const row = headerRowOf(tab);
  if (sheet.rowCount < row) return { positions, unheaded: new Set(positions.keys()) };
  const [headers = []] = sheet.values({ row, column: 1, rows: 1, columns: sheet.columnCount });
  const taken = new Set(positions.values());
  for (const { id, header, role, formula } of tab.columns) {
    if (positions.has(id) || (role === 'helper' && !helpers)) continue;
    const called: unknown[] = formula ? [header] : headersOf(workbook, tab, id);
    const position = headers.findIndex((text, index) => called.includes(text) && !taken.has(index));
    if (position < 0) continue;
    positions.set(id, position);
    taken.add(position);
  }
  const unheaded = [...positions].filter(([, position]) => (headers[position] ?? '') === '');
  return { positions, unheaded: new Set(unheaded.map(([id]) => id)) };
}
