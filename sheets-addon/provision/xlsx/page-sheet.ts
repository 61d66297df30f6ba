/** A page as a worksheet's XML, laid out for A4. */
import { PAGE_LOOKS, type Page, type PageCell, type PageLook, type PageRow } from '#core/report/index.ts';
import { columnLetters, type Words } from '#core/tracker/index.ts';
import { valueCell } from './cells.ts';
import type { Styles } from './styles.ts';
import { escapeXml, MAIN_NAMESPACE, RELATIONS_NAMESPACE, XML_HEAD } from './xml.ts';

const ROW_HEIGHT = 18;
const TITLE_HEIGHT = 32;
const LINE_HEIGHT = 15;
/** Per cent at which the columns of a page fill A4 upright. Fitting to the width would undo the page breaks. */
const SCALE = 74;

/** Cells of a table keep a little room from their neighbours. */
const INDENTED: readonly PageLook[] = ['header', 'body', 'over', 'good'];

export interface PageSheet {
  page: Page;
  words: Words;
  styles: Styles;
  /** Whether the file opens on it: two sheets that are both marked so are edited together. */
  active: boolean;
}

export function pageSheetXml({ page, words, styles, active }: PageSheet): string {
  const { columns, rows, charts } = page;
  const widths = columns.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merged = rows.flatMap(({ cells }, index) =>
    cells.flatMap(({ column, span }) =>
      span > 1
        ? [
            `<mergeCell ref="${columnLetters(column)}${index + 1}:${columnLetters(column + span - 1)}${index + 1}"/>`,
          ]
        : [],
    ),
  );
  const breaks = rows.flatMap(({ breakBefore }, index) =>
    breakBefore ? [`<brk id="${index}" max="16383" man="1"/>`] : [],
  );
  const footer = `&R${words.text('tracker.page', { page: '&P', pages: '&N' })}`;
  return [
    XML_HEAD,
    `<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS_NAMESPACE}">`,
    `<dimension ref="A1:${columnLetters(columns.length - 1)}${rows.length}"/>`,
    `<sheetViews><sheetView showGridLines="0"${active ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}" customHeight="1"/>`,
    `<cols>${widths.join('')}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index + 1, styles)).join('')}</sheetData>`,
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" scale="${SCALE}" orientation="portrait"/>`,
    `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`,
    breaks.length > 0
      ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</rowBreaks>`
      : '',
    charts.length > 0 ? '<drawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('');
}

function rowXml({ cells, lines }: PageRow, number: number, styles: Styles): string {
  const height = cells.some(({ look }) => look === 'title')
    ? TITLE_HEIGHT
    : ROW_HEIGHT + LINE_HEIGHT * (lines - 1);
  const all = cells.flatMap((cell) => {
    const style = styleOf(cell, styles);
    return Array.from({ length: cell.span }, (_, offset) =>
      valueCell(`${columnLetters(cell.column + offset)}${number}`, style, offset === 0 ? cell.value : null),
    );
  });
  return `<row r="${number}" ht="${height}" customHeight="1">${all.join('')}</row>`;
}

function styleOf({ look, format, align, value }: PageCell, styles: Styles): number {
  const { ink, ground, bold, size, line, wrap } = PAGE_LOOKS[look];
  return styles.of({
    ink,
    bold,
    align,
    ...(INDENTED.includes(look) ? { indent: true } : {}),
    ...(ground === undefined ? {} : { ground }),
    ...(size === undefined ? {} : { size }),
    ...(line === undefined ? {} : { line }),
    ...(wrap ? { wrap: true } : {}),
    // A text that looks like a formula stays text when it is edited.
    ...(typeof value === 'string' ? { format: 'text', literal: true } : { format }),
  });
}
