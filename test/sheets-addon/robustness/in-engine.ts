/** The workbook's own formulas, worked out by another engine: what somebody sees who has nothing of ours. */
import { serviceManagement } from '#core';
import {
  describedPosition,
  describeTracker,
  firstRowOf,
  headerRowOf,
  type Tab,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { capacityFor } from '../provision/world.ts';
import { fixtureT } from '../support/fixture-t.ts';
import { openInIronCalc } from '../support/iron-calc.ts';
import { firstNumber, type OpenOptions, type Rendering, type Tracker } from './tracker.ts';

const FEW = { calendar: 2, decisions: 2, deliverables: 2, inquiries: 2, violations: 2 };
const ENGAGEMENTS = 4;
const MANAGERS = 2;
const WEEK = /\d{4}-W\d{2}/;

export const inEngine: Rendering = { name: 'the formulas alone', open: async (options) => opened(options) };

function opened({ language }: OpenOptions): Tracker {
  const rows = fixtureT(wordsOf(language));
  const workbook = describeTracker({
    language,
    rulebook: serviceManagement,
    capacity: { ...FEW, ...capacityFor(rows) },
  });
  const book = openInIronCalc(workbook, rows);
  const { model, sheetOf } = book;
  const columnOf = (tab: Tab, id: string) => {
    const { header } = tab.columns.find((column) => column.id === id)!;
    const columns = Array.from({ length: tab.columns.length + 1 }, (_, index) => index + 1);
    const row = headerRowOf(tab);
    return columns.find((column) => model.getFormattedCellValue(sheetOf(tab.id), row, column) === header)!;
  };
  const type: Tracker['type'] = (id, column, place, cell) => {
    const tab = tabOf(workbook, id);
    const input = typeof cell === 'string' ? `'${cell}` : String(cell ?? '').toUpperCase();
    model.setUserInput(sheetOf(id), firstRowOf(tab) + place, columnOf(tab, column), input);
  };
  return {
    turnRound: (id) => {
      model.pauseEvaluation();
      for (const [place, row] of rows[id]!.toReversed().entries()) {
        for (const [column, cell] of Object.entries(row)) type(id, column, place, cell ?? null);
      }
      model.resumeEvaluation();
    },
    insertColumn: (id, before) => {
      const column = columnOf(tabOf(workbook, id), before);
      model.insertColumns(sheetOf(id), column, 1);
      for (const row of [1, 2, 3]) model.setUserInput(sheetOf(id), row, column, 'mine');
    },
    moveToFront: (id, column) => {
      const from = columnOf(tabOf(workbook, id), column);
      model.moveColumns(sheetOf(id), from, 1, 1 - from);
    },
    deleteRow: (id, place) => model.deleteRows(sheetOf(id), firstRowOf(tabOf(workbook, id)) + place, 1),
    rename: (id, title) => model.renameSheet(sheetOf(id), title),
    type,
    said: () => {
      model.evaluate();
      const shown = (id: string, column: string, place: number) => {
        const tab = tabOf(workbook, id);
        const at = describedPosition(tab, column) + 1;
        return model.getFormattedCellValue(sheetOf(id), firstRowOf(tab) + place, at);
      };
      const beyond = (rule: string, tab: string, column: string, count: number) =>
        Array.from({ length: count }, (_, place) => place)
          .filter((place) => shown(tab, `${column}Level`, place) === '3')
          .map((place) => `${rule} ${firstNumber(shown(tab, column, place).replace(WEEK, ''))}`);
      const unreadable = Array.from({ length: ENGAGEMENTS }, (_, place) =>
        Number(shown('overview', 'unreadable', place)),
      );
      return {
        over: [
          ...beyond('cases-in-hand', 'managers', 'status', MANAGERS),
          ...beyond('contacts', 'overview', 'contacts', ENGAGEMENTS),
          ...beyond('weekly-hours', 'overview', 'hours', ENGAGEMENTS),
        ].sort(),
        unread: unreadable.reduce((sum, count) => sum + count, 0),
      };
    },
  };
}
