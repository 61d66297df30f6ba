/** Named ranges: the cells and lists that people and dropdowns find by name. */
import type { Page } from '#core/report/index.ts';
import {
  columnLetters,
  describedPosition,
  firstRowOf,
  headerRowOf,
  lastRowOf,
  quotedTitle,
  type Tab,
  tabOf,
  type Workbook,
} from '#core/tracker/index.ts';
import { escapeAttribute, escapeXml } from './xml.ts';

/** Rows beyond the data that are printed, so that a page shows room to write. */
const PRINTED_BEYOND = 8;

/** Name of a column's range: `Lists_caseStatus`. Ids, not titles: a name is the same in every language. */
export function listName(workbook: Workbook, path: string): string {
  const [id, column] = path.split('.') as [string, string];
  describedPosition(tabOf(workbook, id), column);
  return `${id[0]!.toUpperCase()}${id.slice(1)}_${column}`;
}

/** How far a list reaches: a list of the description to its last entry, a column that people fill to its end. */
function lastListRow(tab: Tab, column: string): number {
  const filled = tab.rows.filter((row) => (row[column] ?? null) !== null).length;
  return tab.rows.length > 0 ? firstRowOf(tab) + Math.max(filled, 1) - 1 : lastRowOf(tab);
}

interface DefinedName {
  name: string;
  attributes?: string;
  text: string;
}

export function tabNames(workbook: Workbook, filledRows: (tab: Tab) => number): DefinedName[] {
  const lists = new Set(
    workbook.tabs.flatMap((tab) =>
      tab.columns.flatMap(({ dropdown }) =>
        dropdown ? [dropdown.from, ...(dropdown.perTier?.lists ?? [])] : [],
      ),
    ),
  );
  return [
    ...[...lists].map((path) => {
      const [id, column] = path.split('.') as [string, string];
      const tab = tabOf(workbook, id);
      const letters = columnLetters(describedPosition(tab, column));
      const range = `$${letters}$${firstRowOf(tab)}:$${letters}$${lastListRow(tab, column)}`;
      return { name: listName(workbook, path), text: `${quotedTitle(tab.title)}!${range}` };
    }),
    ...workbook.tabs.flatMap((tab) =>
      tab.band.flatMap((entry) =>
        entry.name === undefined
          ? []
          : [
              {
                name: `Dueline_${entry.name}`,
                text: `${quotedTitle(tab.title)}!$${columnLetters(describedPosition(tab, entry.column))}$${entry.row}`,
              },
            ],
      ),
    ),
    ...workbook.tabs.flatMap((tab, sheet) => perTab(tab, sheet, filledRows(tab))),
  ];
}

/** What is printed of a page, and what each printed page repeats. */
export function pageNames(
  { columns, rows, repeatedRows }: Page,
  sheetTitle: string,
  sheet: number,
): DefinedName[] {
  const title = quotedTitle(sheetTitle);
  const last = columnLetters(columns.length - 1);
  const attributes = `localSheetId="${sheet}"`;
  return [
    { name: '_xlnm.Print_Area', attributes, text: `${title}!$A$1:$${last}$${rows.length}` },
    { name: '_xlnm.Print_Titles', attributes, text: `${title}!$1:$${repeatedRows}` },
  ];
}

export function namesXml(names: readonly DefinedName[]): string {
  const sorted = [...names].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const all = sorted.map(({ name, text, attributes = '' }) => {
    const start = `<definedName name="${escapeAttribute(name)}"${attributes && ` ${attributes}`}>`;
    return `${start}${escapeXml(text)}</definedName>`;
  });
  return `<definedNames>${all.join('')}</definedNames>`;
}

function perTab(tab: Tab, sheet: number, filled: number) {
  const title = quotedTitle(tab.title);
  const header = headerRowOf(tab);
  const last = columnLetters(tab.columns.length - 1);
  const attributes = `localSheetId="${sheet}"`;
  const printed = Math.min(lastRowOf(tab), header + filled + PRINTED_BEYOND);
  return [
    { name: '_xlnm.Print_Area', attributes, text: `${title}!$A$1:$${last}$${printed}` },
    { name: '_xlnm.Print_Titles', attributes, text: `${title}!$${header}:$${header}` },
    ...(tab.filter
      ? [
          {
            name: '_xlnm._FilterDatabase',
            attributes: `${attributes} hidden="1"`,
            text: `${title}!$A$${header}:$${last}$${lastRowOf(tab)}`,
          },
        ]
      : []),
  ];
}
