/** One tab as a worksheet's XML. */
import {
  type BandCell,
  type Column,
  columnLetters,
  firstRowOf,
  headerRowOf,
  highlightFormula,
  lastRowOf,
  notationFor,
  type Row,
  type Tab,
  type Words,
  type Workbook,
  writeFormula,
} from '#core/tracker/index.ts';
import { formulaCell, spillingCell, valueCell } from './cells.ts';
import { storedName } from './stored-name.ts';
import { argb, type Styles } from './styles.ts';
import { bandStyle, cellStyle, headerStyle } from './tab-styles.ts';
import { linesOf } from './text-lines.ts';
import { validationsOf } from './validations.ts';
import { escapeXml, MAIN_NAMESPACE, XML_HEAD } from './xml.ts';

const HEADER_HEIGHT = 32;
const TITLE_HEIGHT = 30;
const ROW_HEIGHT = 18;
const LINE_HEIGHT = 15;
/** Text that a spreadsheet would take for a formula if it were typed again. */
const FORMULA_LIKE = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export interface Sheet {
  workbook: Workbook;
  tab: Tab;
  rows: readonly Row[];
  /** Values of the cells above the table, by name. */
  named: Readonly<Record<string, number>>;
  words: Words;
  styles: Styles;
  active: boolean;
}

/** A tab piece by piece: its rows are too many to be held as one text. */
export function* worksheetXml(sheet: Sheet): Generator<string> {
  const { tab } = sheet;
  const last = columnLetters(tab.columns.length - 1);
  yield [
    XML_HEAD,
    `<worksheet xmlns="${MAIN_NAMESPACE}">`,
    `<sheetPr><tabColor rgb="${argb(tab.colour)}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}${lastRowOf(tab)}"/>`,
    view(sheet),
    `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}" customHeight="1" outlineLevelCol="1"/>`,
    columns(sheet),
    '<sheetData>',
  ].join('');
  yield* rows(sheet);
  yield [
    '</sheetData>',
    tab.filter ? `<autoFilter ref="A${headerRowOf(tab)}:${last}${lastRowOf(tab)}"/>` : '',
    highlights(sheet),
    validationsOf(sheet.workbook, tab, sheet.words),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>${escapeXml(`&L${tab.title.replaceAll('&', '&&')}&R${sheet.words.text('tracker.page', { page: '&P', pages: '&N' })}`)}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

function view({ tab, active }: Sheet): string {
  const corner = `${columnLetters(tab.frozenColumns)}${firstRowOf(tab)}`;
  const split = tab.frozenColumns > 0 ? `xSplit="${tab.frozenColumns}" ` : '';
  const pane = tab.frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  return `<sheetViews><sheetView showGridLines="0"${active ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ${split}ySplit="${headerRowOf(tab)}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`;
}

function columns({ tab }: Sheet): string {
  const all = tab.columns.map(({ width, role }, index) => {
    const hidden = role === 'helper' || role === 'fixed' ? ' hidden="1" outlineLevel="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"${hidden}/>`;
  });
  return `<cols>${all.join('')}</cols>`;
}

function* rows(sheet: Sheet): Generator<string> {
  const { tab, styles } = sheet;
  const header = tab.columns
    .map((column, index) =>
      valueCell(`${columnLetters(index)}${headerRowOf(tab)}`, headerStyle(column, styles), column.header),
    )
    .join('');
  yield* bandRows(sheet);
  yield `<row r="${headerRowOf(tab)}" ht="${HEADER_HEIGHT}" customHeight="1">${header}</row>`;
  yield* tableRows(sheet);
}

function bandRows({ workbook, tab, named, styles }: Sheet): string[] {
  const notation = notationFor(workbook, tab, { separator: ',', functionName: storedName });
  const content = (entry: BandCell, reference: string, style: number) => {
    const given = entry.name === undefined ? undefined : named[entry.name];
    if (given !== undefined) return valueCell(reference, style, given);
    if ('formula' in entry.content) {
      return formulaCell(
        reference,
        style,
        escapeXml(writeFormula(entry.content.formula, notation(entry.row))),
      );
    }
    if ('empty' in entry.content) return valueCell(reference, style, null);
    return valueCell(reference, style, 'text' in entry.content ? entry.content.text : entry.content.number);
  };
  const numbers = [...new Set(tab.band.map(({ row }) => row))].sort((a, b) => a - b);
  return numbers.map((number) => {
    const cells = tab.band
      .filter(({ row }) => row === number)
      .map((entry) => ({ entry, index: tab.columns.findIndex(({ id }) => id === entry.column) }))
      .sort((a, b) => a.index - b.index)
      .map(({ entry, index }) =>
        content(entry, `${columnLetters(index)}${number}`, bandStyle(entry, styles)),
      );
    const height = number === 1 ? TITLE_HEIGHT : ROW_HEIGHT;
    return `<row r="${number}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
  });
}

/**
 * The smallest for all places at once: SORT is too new for some of the applications that open the file. Of AGGREGATE's
 * functions 15 is SMALL; asked by its own name LibreOffice puts the whole range in order once for each place.
 */
const smallest = (range: string) => `_xlfn.AGGREGATE(15,6,${range},ROW(${range})-MIN(ROW(${range}))+1)`;

function* tableRows(sheet: Sheet): Generator<string> {
  const { tab, rows: given } = sheet;
  const writers = tab.columns.map((column, index) => cellWriter(sheet, column, index));
  for (let place = 0; place < tab.capacity; place++) {
    const row = given[place];
    const height = ROW_HEIGHT + LINE_HEIGHT * (linesOf(tab, row) - 1);
    let cells = '';
    for (const write of writers) cells += write(place, row);
    yield `<row r="${firstRowOf(tab) + place}" ht="${height}" customHeight="1">${cells}</row>`;
  }
}

type CellWriter = (place: number, row: Row | undefined) => string;

function cellWriter(sheet: Sheet, column: Column, index: number): CellWriter {
  const { tab, styles } = sheet;
  const letters = columnLetters(index);
  const first = firstRowOf(tab);
  const style = cellStyle(column, styles);
  if (column.formula) return formulaWriter(sheet, column, { letters, style, shared: index });
  const literal = cellStyle(column, styles, true);
  return (place, row) => {
    const value = row?.[column.id];
    const isLiteral = typeof value === 'string' && FORMULA_LIKE.test(value);
    return valueCell(`${letters}${first + place}`, isLiteral ? literal : style, value);
  };
}

/** A column's formula is written once; the rows below say that theirs is the same, a row further down. */
function formulaWriter(
  { workbook, tab }: Sheet,
  { formula, spills }: Column,
  { letters, style, shared }: { letters: string; style: number; shared: number },
): CellWriter {
  const notation = notationFor(workbook, tab, { separator: ',', functionName: storedName, sorted: smallest });
  const first = firstRowOf(tab);
  const top = `${letters}${first}`;
  const filled = `${top}:${letters}${lastRowOf(tab)}`;
  const text = escapeXml(writeFormula(formula!, notation(first)));
  if (spills) {
    const spilling = spillingCell(top, style, text, filled);
    return (place) => (place === 0 ? spilling : valueCell(`${letters}${first + place}`, style, null));
  }
  const [start, end] = [`<c r="${letters}`, `" s="${style}"><f t="shared" si="${shared}"/></c>`];
  const whole = `<c r="${top}" s="${style}"><f t="shared" ref="${filled}" si="${shared}">${text}</f></c>`;
  return (place) => (place === 0 ? whole : start + (first + place) + end);
}

function highlights({ workbook, tab, styles }: Sheet): string {
  const notation = notationFor(workbook, tab, { separator: ',', functionName: storedName });
  return tab.highlights
    .map((highlight, index) => {
      const formula = writeFormula(highlightFormula(highlight), notation(firstRowOf(tab)));
      return `<conditionalFormatting sqref="${stretches(tab, highlight.columns).join(' ')}"><cfRule type="expression" dxfId="${styles.highlight(highlight)}" priority="${index + 1}"><formula>${escapeXml(formula)}</formula></cfRule></conditionalFormatting>`;
    })
    .join('');
}

/** The ranges of some columns, neighbours taken together. */
export function stretches(tab: Tab, ids: readonly string[]): string[] {
  const wanted = tab.columns.flatMap(({ id }, index) => (ids.includes(id) ? [index] : []));
  const runs: [number, number][] = [];
  for (const index of wanted) {
    const run = runs.at(-1);
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs.map(
    ([from, to]) => `${columnLetters(from)}${firstRowOf(tab)}:${columnLetters(to)}${lastRowOf(tab)}`,
  );
}
