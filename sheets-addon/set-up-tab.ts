/** One tab in Google Sheets: headers, formulas, dropdowns, highlights, looks. */
import {
  type BandCell,
  type Column,
  firstRowOf,
  HIGHLIGHT_MARK,
  headerRowOf,
  highlightFormula,
  LOOK,
  type Notation,
  notationFor,
  paintOf,
  type Words,
  type Workbook,
  writeFormula,
} from '#core/tracker/index.ts';
import type { PlacedTab } from './placed-tab.ts';
import { type Run, runsOf } from './runs.ts';
import { writeChecks } from './set-up-checks.ts';
import type { OpenSpreadsheet } from './spreadsheet.ts';
import type { Area, OpenTab, Paint } from './spreadsheet-tab.ts';

export interface TabSetUp {
  spreadsheet: OpenSpreadsheet;
  workbook: Workbook;
  words: Words;
  placed: readonly PlacedTab[];
  tab: PlacedTab;
}

/** Pixels of one character's width. */
const CHARACTER = 8;

export function writeTab(setUp: TabSetUp): void {
  const { tab: placed } = setUp;
  const notation = notationOf(setUp);
  writeBand(setUp, notation);
  writeHeaders(placed);
  writeFormulas(placed, notation);
  writeOwnRows(placed);
  writeChecks(placed, setUp.placed, setUp.words);
  warnOfFormulas(setUp);
  placed.sheet.setHighlights(highlightsOf(placed, notation), (formula) =>
    formula.includes(`"${HIGHLIGHT_MARK}"`),
  );
  writeLooks(placed);
}

/** Semicolons part arguments in every locale of Sheets, and function names are understood in English. */
function notationOf({ workbook, placed, tab }: TabSetUp): (row: number) => Notation {
  const positions = new Map(placed.map((entry) => [entry.tab.id, entry.positions]));
  return notationFor(workbook, tab.tab, {
    separator: ';',
    functionName: (name) => name,
    position: (owner, column) => positions.get(owner.id)!.get(column)!,
  });
}

function writeBand({ spreadsheet, tab: placed }: TabSetUp, notation: (row: number) => Notation): void {
  for (const entry of placed.tab.band) {
    const area = cellAt(entry.row, placed.positions.get(entry.column)!);
    writeBandCell(entry, area, placed, notation(entry.row));
    if (entry.name !== undefined) spreadsheet.nameArea(`Dueline_${entry.name}`, placed.sheet, area);
    if (placed.isNew) dressBandCell(entry, area, placed.sheet);
  }
}

function writeBandCell(
  { content, look }: BandCell,
  area: Area,
  { sheet, isNew }: PlacedTab,
  notation: Notation,
): void {
  // What stands above the table may have been changed by people: the day looked at, the share warned from.
  const isTheirs = look === 'input' && !isNew;
  if ('formula' in content && !isTheirs) {
    sheet.writeFormulas(area, [`=${writeFormula(content.formula, notation)}`]);
  }
  if (isNew && 'text' in content) sheet.write(area, [[content.text]]);
  if (isNew && 'number' in content) sheet.write(area, [[content.number]]);
}

const BAND_LOOKS: Record<BandCell['look'], Paint> = {
  title: { ink: LOOK.title, bold: true, size: 18 },
  label: { ink: LOOK.quiet },
  value: { ink: LOOK.title, bold: true },
  input: { ink: LOOK.title, bold: true, ground: LOOK.inputGround },
};

function dressBandCell({ format, note, look }: BandCell, area: Area, sheet: OpenTab): void {
  if (format !== 'text') sheet.setFormat(area, format);
  if (note !== undefined) sheet.note(area, note);
  sheet.paint(area, BAND_LOOKS[look]);
}

function writeHeaders({ tab, sheet, positions, added }: PlacedTab): void {
  for (const run of runsOf(tab, positions, ({ id }) => added.has(id))) {
    const area = { row: headerRowOf(tab), column: run.from + 1, rows: 1, columns: run.columns.length };
    sheet.write(area, [run.columns.map(({ header }) => header)]);
  }
}

function writeFormulas({ tab, sheet, positions }: PlacedTab, notation: (row: number) => Notation): void {
  const first = firstRowOf(tab);
  for (const spills of [false, true]) {
    const wanted = (column: Column) => column.formula !== undefined && (column.spills ?? false) === spills;
    for (const run of runsOf(tab, positions, wanted)) {
      sheet.writeFormulas(
        {
          row: first,
          column: run.from + 1,
          rows: spills ? 1 : tab.capacity,
          columns: run.columns.length,
        },
        run.columns.map(({ formula }) => `=${writeFormula(formula!, notation(first))}`),
      );
    }
  }
}

/** Rows that belong to the description: into a new tab, and wherever nobody types. */
function writeOwnRows({ tab, sheet, positions, isNew }: PlacedTab): void {
  if (tab.rows.length === 0 || !(isNew || tab.hidden)) return;
  // Of a list that was longer nothing stays below.
  const count = tab.hidden ? tab.capacity : tab.rows.length;
  for (const run of runsOf(tab, positions, () => true)) {
    const area = {
      row: firstRowOf(tab),
      column: run.from + 1,
      rows: count,
      columns: run.columns.length,
    };
    sheet.write(
      area,
      Array.from({ length: count }, (_, place) => run.columns.map(({ id }) => tab.rows[place]?.[id] ?? null)),
    );
  }
}

function warnOfFormulas({ words, tab: { tab, sheet, positions } }: TabSetUp): void {
  const areas = runsOf(tab, positions, ({ formula }) => formula !== undefined).map(
    (run): Area => ({
      row: firstRowOf(tab),
      column: run.from + 1,
      rows: tab.capacity,
      columns: run.columns.length,
    }),
  );
  sheet.warnOfChanges(areas, words.text('provision.formulas'));
}

function highlightsOf({ tab, positions }: PlacedTab, notation: (row: number) => Notation) {
  const first = firstRowOf(tab);
  return tab.highlights.map((highlight) => ({
    formula: `=${writeFormula(highlightFormula(highlight), notation(first))}`,
    areas: runsOf(tab, positions, ({ id }) => highlight.columns.includes(id)).map(
      (run): Area => ({ row: first, column: run.from + 1, rows: tab.capacity, columns: run.columns.length }),
    ),
    ...paintOf(highlight),
  }));
}

/** Of a tab that people use, only the columns that were added just now. */
function writeLooks({ tab, sheet, positions, isNew, added }: PlacedTab): void {
  const header = headerRowOf(tab);
  const runs = (wanted: (column: Column) => boolean) =>
    runsOf(tab, positions, (column) => (isNew || added.has(column.id)) && wanted(column));
  for (const run of runs(({ role }) => role === 'typed')) {
    paintHeader(run, LOOK.typedHeader);
  }
  for (const run of runs(({ role }) => role !== 'typed')) {
    paintHeader(run, LOOK.computedHeader);
    sheet.paint(
      { row: header + 1, column: run.from + 1, rows: tab.capacity, columns: run.columns.length },
      { ground: LOOK.computedGround, ink: LOOK.quiet },
    );
  }
  for (const run of runs((column) => !isHidden(column))) {
    for (const column of run.columns) dressColumn(column, positions.get(column.id)!, { tab, sheet });
  }
  if (!tab.hidden) for (const run of runs(isHidden)) sheet.hideColumns(run.from, run.columns.length);
  if (!isNew) return;
  sheet.freeze(header, tab.frozenColumns);
  sheet.setColour(tab.colour);
  if (tab.filter) {
    sheet.offerFilter({ row: header, column: 1, rows: tab.capacity + 1, columns: tab.columns.length });
  }
  if (tab.hidden) sheet.hide();

  function paintHeader(run: Run, ground: string): void {
    sheet.paint(
      { row: header, column: run.from + 1, rows: 1, columns: run.columns.length },
      { ground, ink: LOOK.onHeader, bold: true, wrap: true },
    );
  }
}

function dressColumn(column: Column, position: number, { tab, sheet }: Pick<PlacedTab, 'tab' | 'sheet'>) {
  const header = headerRowOf(tab);
  const below = { ...cellAt(header + 1, position), rows: tab.capacity };
  sheet.setWidth(position, column.width * CHARACTER);
  // A formula in a cell of plain text would show itself instead of its result.
  if (column.format !== 'number' && !(column.formula && column.format === 'text')) {
    sheet.setFormat(below, column.format);
  }
  if (column.wrap) sheet.paint(below, { wrap: true });
  if (column.note !== undefined) sheet.note(cellAt(header, position), column.note);
}

function isHidden({ role }: Column): boolean {
  return role === 'helper' || role === 'fixed';
}

function cellAt(row: number, position: number): Area {
  return { row, column: position + 1, rows: 1, columns: 1 };
}
