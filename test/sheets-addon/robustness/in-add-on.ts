/** The add-on in a spreadsheet, as people use it there. */
import { isProblem, serviceManagement, zoneOf } from '#core';
import { describeTracker, firstRowOf, headerRowOf, type Tab, tabOf, wordsOf } from '#core/tracker/index.ts';
import { runAddOn } from '../support/add-on.ts';
import { readRows } from '../support/fill.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { exceeded, type OpenOptions, type Rendering, type Tracker, unreadIn } from './tracker.ts';

const DAY_MS = 86_400_000;
/** Days from a spreadsheet's first one to 1970. */
const EPOCH = 25_569;

export function inAddOn(script: () => string): Rendering {
  return {
    name: 'the add-on in Google Sheets',
    open: async (options) => opened(script(), options),
  };
}

function opened(script: string, { language, zone }: OpenOptions): Tracker {
  const workbook = describeTracker({ language, rulebook: serviceManagement });
  const addOn = runAddOn(script, { zone, locale: language.replace('-', '_') });
  addOn.call('setUp');
  // Somebody else opens it, and reads English.
  addOn.world.locale = 'en';
  const rows = fixtureT(wordsOf(language));
  const sheets = new Map(workbook.tabs.map((tab) => [tab.id, addOn.sheet(tab.title)]));
  const sheetOf = (tab: string) => sheets.get(tab)!;
  const columnOf = (tab: Tab, id: string) => {
    const { header } = tab.columns.find((column) => column.id === id)!;
    const columns = Array.from({ length: sheetOf(tab.id).columns }, (_, index) => index + 1);
    return columns.find((column) => sheetOf(tab.id).at(headerRowOf(tab), column).value === header)!;
  };
  const cellAt = (id: string, column: string, place: number) => {
    const tab = tabOf(workbook, id);
    return sheetOf(id).at(firstRowOf(tab) + place, columnOf(tab, column));
  };
  const typeAll = (id: string, own: (typeof rows)[string]) => {
    const dates = tabOf(workbook, id).columns.filter(({ format }) => format === 'date');
    for (const [place, row] of own.entries()) {
      for (const [column, cell] of Object.entries(row)) {
        const isDate = typeof cell === 'number' && dates.some((date) => date.id === column);
        cellAt(id, column, place).value = isDate ? midnight(cell, zone) : cell;
      }
    }
  };
  for (const [id, own] of Object.entries(rows)) typeAll(id, own);
  return {
    turnRound: (id) => typeAll(id, rows[id]!.toReversed()),
    insertColumn: (id, before) => {
      const tab = tabOf(workbook, id);
      const column = columnOf(tab, before);
      sheetOf(id).insertColumn(column);
      for (const row of [1, 2, 3]) sheetOf(id).at(row, column).value = 'mine';
    },
    moveToFront: (id, column) => sheetOf(id).moveColumn(columnOf(tabOf(workbook, id), column), 1),
    deleteRow: (id, place) => sheetOf(id).deleteRow(firstRowOf(tabOf(workbook, id)) + place),
    rename: (id, title) => {
      sheetOf(id).name = title;
    },
    type: (id, column, place, cell) => {
      cellAt(id, column, place).value = cell;
    },
    repair: () => addOn.call('setUp'),
    said: () => {
      addOn.call('checkTrackerNow');
      const violations = readRows(addOn, workbook, 'violations', ['status', 'rule', 'finding']);
      return {
        over: exceeded(violations, language),
        unread: unreadIn(addOn.world.alerts.at(-1)!.text, wordsOf('en')),
      };
    },
  };
}

/** What is typed as a date is kept as an instant: midnight in the spreadsheet's own zone. */
function midnight(serial: number, zoneName: string): Date {
  const zone = zoneOf(zoneName);
  if (isProblem(zone)) throw new Error(zoneName);
  const wallMs = (serial - EPOCH) * DAY_MS;
  return new Date(wallMs - zone.offsetMs(wallMs - zone.offsetMs(wallMs)));
}
