/** The cells of a service review on its tab: the choices above it, a hint, and the page. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { PAGE_LOOKS, type Page, type PageCell } from '#core/report/index.ts';
import { LOOK } from '#core/tracker/index.ts';
import { listEntries } from '../../list-entries.ts';
import { type CellFormat, colour, literal, numberFormat } from './cells.ts';
import type { Request } from './change.ts';

/** A choice above the page, which the add-on's menu goes by. */
export interface ReportInput {
  label: string;
  value: string;
  name: string;
  offered: readonly string[];
}

export interface ReportTab {
  title: string;
  page: Page;
  inputs: readonly ReportInput[];
  hint: string;
  /** Tells this run's writing from every other. */
  run: string;
}

/** Choices that Google takes in one list. */
const MOST_OFFERED = 500;

/** Every cell of the page and above it, whatever stood there. */
export function filled(sheetId: number, { page, inputs, hint }: ReportTab): Request {
  const width = page.columns.length;
  const top = emptyRow(width);
  for (const [index, { label, value, offered }] of inputs.entries()) {
    top[index * 3] = { ...literal(label), userEnteredFormat: formatOf('label') };
    top[index * 3 + 1] = {
      ...literal(value),
      userEnteredFormat: {
        ...formatOf('value'),
        ...numberFormat('text'),
        backgroundColorStyle: colour(LOOK.inputGround),
      },
      dataValidation: {
        condition: {
          type: 'ONE_OF_LIST',
          values: listEntries(offered)
            .slice(0, MOST_OFFERED)
            .map((userEnteredValue) => ({ userEnteredValue })),
        },
        strict: false,
        showCustomUi: true,
      },
    };
  }
  const about = emptyRow(width);
  about[0] = { ...literal(hint), userEnteredFormat: { ...formatOf('quiet'), wrapStrategy: 'OVERFLOW_CELL' } };
  return {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [top, about, emptyRow(width), ...page.rows.map(({ cells }) => rowOf(cells, width))].map(
        (values) => ({
          values,
        }),
      ),
      fields: 'userEnteredValue,userEnteredFormat,dataValidation,note',
    },
  };
}

const emptyRow = (width: number): sheets_v4.Schema$CellData[] => Array.from({ length: width }, () => ({}));

function rowOf(cells: readonly PageCell[], width: number): sheets_v4.Schema$CellData[] {
  const row = emptyRow(width);
  for (const { column, span, value, look, align, format } of cells) {
    const userEnteredFormat: CellFormat = {
      ...formatOf(look),
      horizontalAlignment: align === 'right' ? 'RIGHT' : 'LEFT',
      ...numberFormat(typeof value === 'string' ? 'text' : format),
    };
    for (let at = column; at < column + span; at++) {
      row[at] = { ...(at === column ? literal(value) : {}), userEnteredFormat };
    }
  }
  return row;
}

function formatOf(look: PageCell['look']): CellFormat {
  const { ink, bold, ground, size, line, wrap } = PAGE_LOOKS[look];
  return {
    verticalAlignment: 'MIDDLE',
    wrapStrategy: wrap ? 'WRAP' : 'OVERFLOW_CELL',
    textFormat: { foregroundColorStyle: colour(ink), bold, fontSize: size ?? 10 },
    ...(ground === undefined ? {} : { backgroundColorStyle: colour(ground) }),
    ...(line === undefined ? {} : { borders: { bottom: { style: 'SOLID', colorStyle: colour(line) } } }),
  };
}
