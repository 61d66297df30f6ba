/** A row put in by hand has no formulas and counts nowhere: the overview says so, for people without the add-on too. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { serviceManagement } from '#core/index.ts';
import {
  columnLetters,
  describedPosition,
  describeTracker,
  firstRowOf,
  lastRowOf,
  tabOf,
  wordsOf,
} from '#core/tracker/index.ts';
import { writeRows } from '../../sheets-addon/provision/write-tracker.ts';
import { SMALL } from './support/compare.ts';
import { fixtureT } from './support/fixture-t.ts';
import { openInIronCalc } from './support/iron-calc.ts';
import { openInOffice } from './support/office.ts';

// The engine looks each cell of a range up, every time.
vi.setConfig({ testTimeout: 6 * 60_000 });

const ROW = 3;
const options = { language: 'en', rulebook: serviceManagement, capacity: SMALL } as const;
const workbook = describeTracker(options);
const at = (tab: string, column: string) => describedPosition(tabOf(workbook, tab), column);
const SAID =
  /^Rows without formulas, which count nowhere: (\d+)\. Type them into free rows below, or repair the tracker\.$/;

test('a row above the first, and one between two; moved to where formulas are, nothing is left to be said', () => {
  const few = { calendar: 2, deliverables: 2, decisions: 2, inquiries: 2, violations: 2 };
  const rows = fixtureT(wordsOf('en'));
  const capacity = Object.fromEntries(Object.entries(rows).map(([id, own]) => [id, own.length + 2]));
  const described = describeTracker({ ...options, capacity: { ...few, ...capacity } });
  const { model, sheetOf } = openInIronCalc(described, rows);
  const said = () => {
    model.evaluate();
    return model.getFormattedCellValue(sheetOf('overview'), ROW, at('overview', 'status') + 1);
  };
  const putIn = (tab: string, place: number, column: string, text: string) => {
    const row = firstRowOf(tabOf(described, tab)) + place;
    model.insertRows(sheetOf(tab), row, 1);
    model.setUserInput(sheetOf(tab), row, at(tab, column) + 1, text);
  };
  expect(said()).toBe('');
  putIn('activities', 0, 'engagement', 'E-1');
  expect(SAID.exec(said())?.[1]).toBe('1');
  putIn('contacts', 2, 'engagement', 'E-1');
  putIn('contacts', 0, 'engagement', 'nobody’s');
  expect(SAID.exec(said())?.[1]).toBe('3');
  // A row with nothing in it is no row yet.
  model.insertRows(sheetOf('cases'), firstRowOf(tabOf(described, 'cases')), 1);
  expect(SAID.exec(said())?.[1]).toBe('3');
  for (const [tab, place] of [
    ['activities', 0],
    ['contacts', 0],
    ['contacts', 2],
  ] as const) {
    model.deleteRows(sheetOf(tab), firstRowOf(tabOf(described, tab)) + place, 1);
  }
  expect(said()).toBe('');
  // Below the last row that is prepared, where nobody has copied a formula to.
  const addBelow = (tab: string, column: string, text: string) =>
    model.setUserInput(sheetOf(tab), lastRowOf(tabOf(described, tab)) + 1, at(tab, column) + 1, text);
  addBelow('deliverables', 'deliverable', 'Service reviews');
  expect(SAID.exec(said())?.[1]).toBe('1');
  addBelow('activities', 'engagement', 'E-1');
  expect(SAID.exec(said())?.[1]).toBe('2');
});

test('LibreOffice: rows that were added below those of Deliverables', async () => {
  const parts = unzipSync(
    writeRows(fixtureT(wordsOf('en')), { ...options, capacity: { ...SMALL, deliverables: 4 } }),
  );
  const title = tabOf(workbook, 'deliverables').title;
  const path = pathOf(parts, title);
  const last = firstRowOf(tabOf(workbook, 'deliverables')) + 4 - 1;
  const column = columnLetters(at('deliverables', 'deliverable'));
  const rows = [last + 1, last + 2].map(
    (row) => `<row r="${row}"><c r="${column}${row}" t="inlineStr"><is><t>Maintenance</t></is></c></row>`,
  );
  parts[path] = strToU8(strFromU8(parts[path]!).replace('</sheetData>', `${rows.join('')}</sheetData>`));
  const { values } = await openInOffice(zipSync(parts));
  const said = values.get(tabOf(workbook, 'overview').title)![ROW - 1]![at('overview', 'status')] ?? '';
  expect(SAID.exec(said)?.[1]).toBe('2');
});

const pathOf = (parts: Record<string, Uint8Array>, title: string) => {
  const titles = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]+)"/g)].map(
    ([, name]) => name,
  );
  return `xl/worksheets/sheet${titles.indexOf(title) + 1}.xml`;
};

test.each([
  [0, []],
  [1, ['activities']],
  [2, ['activities', 'cases']],
] as const)('LibreOffice: %i', async (count, tabs) => {
  const parts = unzipSync(writeRows(fixtureT(wordsOf('en')), options));
  for (const tab of tabs) {
    const path = pathOf(parts, tabOf(workbook, tab).title);
    const second = firstRowOf(tabOf(workbook, tab)) + 1;
    const xml = strFromU8(parts[path]!).replace(new RegExp(`<row r="${second}".*?</row>`, 's'), (row) =>
      row.replace(/<c [^>]*><f.*?<\/c>/gs, ''),
    );
    parts[path] = strToU8(xml);
  }
  const { values } = await openInOffice(zipSync(parts));
  const said = values.get(tabOf(workbook, 'overview').title)![ROW - 1]![at('overview', 'status')] ?? '';
  expect(count === 0 ? said : (SAID.exec(said)?.[1] ?? said)).toBe(count === 0 ? '' : String(count));
});
