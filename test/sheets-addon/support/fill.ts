/** What people do in the spreadsheet by hand: type rows, and read what stands there. */
import {
  describedPosition,
  firstRowOf,
  type Row,
  type TrackerRows,
  type Workbook,
} from '#core/tracker/index.ts';
import { type RunningAddOn, runAddOn } from './add-on.ts';
import type { FakeSheet } from './stand-in/fake-sheet.ts';

/** The add-on in a spreadsheet that it has set up, with rows typed into it. */
export function setUpWith(script: string, workbook: Workbook, rows: TrackerRows): RunningAddOn {
  const addOn = runAddOn(script);
  addOn.call('setUp');
  typeRows(addOn, workbook, rows);
  return addOn;
}

/** Types rows into the tabs, columns in the described order. */
function typeRows(addOn: RunningAddOn, workbook: Workbook, rows: TrackerRows): void {
  for (const { id } of workbook.tabs) {
    for (const [place, row] of (rows[id] ?? []).entries()) typeRow(addOn, workbook, id, place, row);
  }
}

export function typeRow(addOn: RunningAddOn, workbook: Workbook, id: string, place: number, row: Row): void {
  const tab = workbook.tabs.find((candidate) => candidate.id === id)!;
  const sheet = addOn.sheet(tab.title);
  for (const column of tab.columns) {
    const value = row[column.id];
    if (column.role !== 'typed' || value === undefined || value === null) continue;
    sheet.at(firstRowOf(tab) + place, describedPosition(tab, column.id) + 1).value = value;
  }
}

/** The rows of a tab that hold anything in one of the columns. */
export function readRows(
  addOn: RunningAddOn,
  workbook: Workbook,
  id: string,
  columns: readonly string[],
): Row[] {
  const tab = workbook.tabs.find((candidate) => candidate.id === id)!;
  const sheet = addOn.sheet(tab.title);
  return Array.from({ length: tab.capacity }, (_, place) =>
    Object.fromEntries(
      columns.map((column) => [
        column,
        sheet.at(firstRowOf(tab) + place, describedPosition(tab, column) + 1).value as string,
      ]),
    ),
  ).filter((row) => Object.values(row).some((value) => value !== ''));
}

/** Everything that can be seen of a sheet or found in it. */
export function contentOf(sheet: FakeSheet): unknown {
  const { name, rows, columns, rules, filter, frozenRows, isHidden, protections } = sheet;
  return {
    name,
    rows,
    columns,
    rules,
    filter,
    frozenRows,
    isHidden,
    protections: [...protections],
    hidden: [...sheet.hidden],
    cells: sheet.cells(),
  };
}
