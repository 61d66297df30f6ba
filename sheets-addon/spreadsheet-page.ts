/// <reference types="google-apps-script" />
/** Draws a page on a tab of its own; the number of calls goes with the page's sections, not with the tracker's rows. */
import { PAGE_LOOKS, type Page, type PageCell, type PageChart } from '#core/report/index.ts';
import { type Cell, LOOK, NUMBER_FORMATS } from '#core/tracker/index.ts';
import { listEntries } from './list-entries.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const CHARACTER = 8;
const LINE = 18;
const TITLE = 36;
const EMPTY = {
  value: '',
  ground: null,
  ink: null,
  bold: 'normal',
  size: 10,
  align: 'left',
  format: NUMBER_FORMATS.number,
  wrap: true,
};
type Drawn = { [K in keyof typeof EMPTY]: (typeof EMPTY)[K] | string | number | boolean | null };

/** A dropdown above the page. */
export interface PageInput {
  label: string;
  value: string;
  /** Name by which it is found wherever people move it. */
  name: string;
  offered: readonly string[];
}

export function drawPage(sheet: Sheet, page: Page, inputs: readonly PageInput[], hint: string): void {
  const above = 3;
  const width = page.columns.length;
  // What is chosen above the page is written before the page goes, and so outlives a run that is broken off.
  makeRoom(sheet, above + page.rows.length, width);
  inputs.forEach((input, index) => {
    drawInput(sheet, input, index * 3 + 1);
  });
  sheet.getRange(2, 1).setValue(literal(hint)).setFontColor(PAGE_LOOKS.quiet.ink);
  clear(sheet, above);
  const all = sheet.getRange(above + 1, 1, page.rows.length, width);
  const drawn = page.rows.map(({ cells }) => rowOf(cells, width));
  const grid = <K extends keyof Drawn>(key: K) =>
    drawn.map((row) => row.map((cell) => cell[key])) as never[][];
  all.setNumberFormats(grid('format'));
  all.setValues(grid('value'));
  all.setBackgrounds(grid('ground'));
  all.setFontColors(grid('ink'));
  all.setFontWeights(grid('bold'));
  all.setFontSizes(grid('size'));
  all.setHorizontalAlignments(grid('align'));
  all.setWraps(grid('wrap'));
  all.setVerticalAlignment('middle');
  merge(sheet, page, above);
  heights(sheet, page, above);
  page.columns.forEach((columnWidth, index) => {
    sheet.setColumnWidth(index + 1, columnWidth * CHARACTER);
  });
  for (const chart of page.charts) insertChart(sheet, page, chart, above);
  sheet.setHiddenGridlines(true);
}

export function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const [hasRows, hasColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (hasRows < rows) sheet.insertRowsAfter(hasRows, rows - hasRows);
  if (hasColumns < columns) sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
}

function clear(sheet: Sheet, above: number): void {
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  const below = sheet.getRange(above + 1, 1, sheet.getMaxRows() - above, sheet.getMaxColumns());
  below.breakApart();
  below.clear();
  // What somebody has remarked on the review before is of another customer, or of another period.
  below.clearNote();
}

function rowOf(cells: readonly PageCell[], width: number): Drawn[] {
  const row: Drawn[] = Array.from({ length: width }, () => EMPTY);
  for (const { column, span, value, look, align, format } of cells) {
    const { ink, ground, bold, size, wrap } = PAGE_LOOKS[look];
    for (let at = column; at < column + span; at++) {
      row[at] = {
        value: literal(at === column ? value : null),
        ground: ground ?? null,
        ink,
        bold: bold ? 'bold' : 'normal',
        size: size ?? EMPTY.size,
        align,
        format: NUMBER_FORMATS[typeof value === 'string' ? 'number' : format],
        wrap,
      };
    }
  }
  return row;
}

/** Cells that stand across several columns, those of neighbouring rows in one call. */
function merge(sheet: Sheet, { rows }: Page, above: number): void {
  const key = (index: number) =>
    (rows[index]?.cells ?? [])
      .filter(({ span }) => span > 1)
      .map(({ column, span }) => `${column}:${span}`)
      .join();
  for (const [first, until] of runs(rows.length, key)) {
    for (const { column, span } of rows[first]!.cells) {
      if (span > 1) sheet.getRange(above + first + 1, column + 1, until - first, span).mergeAcross();
    }
  }
}

function heights(sheet: Sheet, { rows }: Page, above: number): void {
  const pixels = (index: number) =>
    rows[index]!.cells[0]?.look === 'title' ? TITLE : 6 + LINE * rows[index]!.lines;
  for (const [first, until] of runs(rows.length, (index) => String(pixels(index)))) {
    sheet.setRowHeightsForced(above + first + 1, until - first, pixels(first));
  }
}

/** Stretches of neighbouring rows with the same key, `[first, until)`. */
function runs(count: number, keyOf: (index: number) => string): [first: number, until: number][] {
  const found: [number, number][] = [];
  for (let index = 0; index < count; index++) {
    const last = found[found.length - 1];
    if (last && keyOf(last[0]) === keyOf(index)) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}

function insertChart(sheet: Sheet, { columns }: Page, chart: PageChart, above: number): void {
  const { firstRow, untilRow, series, atRow, rows, title, direction, valueTitle } = chart;
  const range = (column: number) => sheet.getRange(above + firstRow + 1, column + 1, untilRow - firstRow, 1);
  const isLying = direction === 'lying';
  const builder = sheet
    .newChart()
    .setChartType(isLying ? Charts.ChartType.BAR : Charts.ChartType.COMBO)
    .addRange(range(chart.categoryColumn))
    .setNumHeaders(0)
    .setPosition(above + atRow + 1, 1, 0, 0)
    .setOption('title', title)
    .setOption('width', columns.reduce((sum, width) => sum + width, 0) * CHARACTER)
    .setOption('height', rows * (LINE + 6))
    .setOption('legend', { position: series.length > 1 ? 'bottom' : 'none' })
    .setOption('seriesType', 'bars')
    .setOption(isLying ? 'hAxis' : 'vAxis', { title: valueTitle, minValue: 0 })
    .setOption(
      'series',
      Object.fromEntries(
        series.map(({ kind, name, colour }, index) => [
          index,
          { type: kind, color: colour, labelInLegend: name },
        ]),
      ),
    );
  for (const { column } of series) builder.addRange(range(column));
  sheet.insertChart(builder.build());
}

function drawInput(sheet: Sheet, { label, value, name, offered }: PageInput, column: number): void {
  sheet.getRange(1, column).setValue(literal(label)).setFontColor(PAGE_LOOKS.label.ink);
  const cell = sheet.getRange(1, column + 1);
  cell
    .setNumberFormat(NUMBER_FORMATS.text)
    .setValue(literal(value))
    .setFontWeight('bold')
    .setBackground(LOOK.inputGround);
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList(listEntries(offered), true)
    .setAllowInvalid(true);
  cell.setDataValidation(rule.build());
  sheet.getParent().setNamedRange(name, cell);
}

/** An apostrophe before a text keeps it text: Sheets takes it off, and reads no formula, date or number in it. */
export function literal(cell: Cell): string | number | boolean {
  if (cell === null || cell === '') return '';
  return typeof cell === 'string' ? `'${cell}` : cell;
}
