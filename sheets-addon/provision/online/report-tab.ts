/**
 * A service review on a tab of its own, in one request: all of the tab is written anew, by whom ever it was filled
 * before. The add-on keeps the same tab.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { steadyId, TAB_MARK } from '#core/tracker/index.ts';
import { patiently } from '../google/patience.ts';
import { grid, sameRange } from './cells.ts';
import type { Request } from './change.ts';
import { freeTitle } from './placed.ts';
import { type Access, REPORT_KEY, type Remote, type RemoteSheet } from './remote.ts';
import { filled, type ReportInput, type ReportTab } from './report-cells.ts';
import { chartRequest } from './report-chart.ts';

const TAB = 'report';
const ABOVE = 3;
const CHARACTER_PIXELS = 8;
const LINE_PIXELS = 18;
const ROW_PIXELS = 24;
const TITLE_PIXELS = 36;

/** Whether this run has written the tab already, as an answer that was lost does not tell. */
export function isWrittenBy(run: string, { marks }: Remote): boolean {
  return marks.some(({ metadataKey, metadataValue }) => metadataKey === REPORT_KEY && metadataValue === run);
}

export async function chartsOn(
  { services, patience }: Access,
  spreadsheetId: string,
  sheet: RemoteSheet | undefined,
): Promise<number[]> {
  if (!sheet) return [];
  const fields = 'sheets(properties(sheetId),charts(chartId))';
  const { data } = await patiently(
    'read',
    () => services.sheets.spreadsheets.get({ spreadsheetId, fields }),
    patience,
  );
  const own = (data.sheets ?? []).find(({ properties }) => (properties?.sheetId ?? 0) === sheet.id);
  return (own?.charts ?? []).flatMap(({ chartId }) => chartId ?? []);
}

export function reportSheetIn({ sheets }: Remote): RemoteSheet | undefined {
  return sheets.find(({ tabId }) => tabId === TAB);
}

export function reportRequests(report: ReportTab, remote: Remote, charts: readonly number[]): Request[] {
  const sheet = reportSheetIn(remote);
  const sheetId = sheet?.id ?? steadyId(TAB);
  const { page } = report;
  const [rows, columns] = [ABOVE + page.rows.length, page.columns.length];
  const width = page.columns.reduce((sum, one) => sum + one, 0) * CHARACTER_PIXELS;
  const place = { sheetId, above: ABOVE, width, rowHeight: ROW_PIXELS };
  return [
    ...(sheet ? emptied(sheet, rows, columns, charts) : added(report, remote, sheetId, rows, columns)),
    ...page.columns.map((one, index) => sized(sheetId, 'COLUMNS', index, 1, one * CHARACTER_PIXELS)),
    ...page.rows.map(({ lines, cells }, index) => {
      const pixels = cells[0]?.look === 'title' ? TITLE_PIXELS : ROW_PIXELS + LINE_PIXELS * (lines - 1);
      return sized(sheetId, 'ROWS', ABOVE + index, 1, pixels);
    }),
    filled(sheetId, report),
    ...page.rows.flatMap(({ cells }, index) =>
      cells
        .filter(({ span }) => span > 1)
        .map(
          ({ column, span }): Request => ({
            mergeCells: { range: grid(sheetId, ABOVE + index, column, 1, span), mergeType: 'MERGE_ALL' },
          }),
        ),
    ),
    ...page.charts.map((chart, index) => chartRequest(page, chart, index + 1, place)),
    ...report.inputs.flatMap((input, index) => named(input, inputRange(sheetId, index), remote)),
    ...written(sheetId, report.run, remote),
  ];
}

function added(
  { title, page }: ReportTab,
  remote: Remote,
  sheetId: number,
  rowCount: number,
  columnCount: number,
): Request[] {
  const { sheets, marks } = remote;
  const metadataId = steadyId(`${TAB_MARK} ${TAB}`);
  const isSteady = marks.every((mark) => mark.metadataId !== metadataId);
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: freeTitle(title, remote),
          index: sheets.length,
          gridProperties: {
            rowCount,
            columnCount: Math.max(columnCount, page.columns.length),
            hideGridlines: true,
          },
        },
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          ...(isSteady ? { metadataId } : {}),
          metadataKey: TAB_MARK,
          metadataValue: TAB,
          visibility: 'DOCUMENT',
          location: { sheetId },
        },
      },
    },
  ];
}

/** Nothing of the review before may shine through: it may have been another customer's. */
function emptied(
  { id, rowCount, columnCount }: RemoteSheet,
  rows: number,
  columns: number,
  charts: readonly number[],
): Request[] {
  const append = (dimension: 'ROWS' | 'COLUMNS', length: number): Request[] =>
    length > 0 ? [{ appendDimension: { sheetId: id, dimension, length } }] : [];
  return [
    ...charts.map((objectId): Request => ({ deleteEmbeddedObject: { objectId } })),
    { unmergeCells: { range: { sheetId: id } } },
    // What the page does not cover; the page writes each of its own cells.
    ...(columnCount > columns ? [cleared(grid(id, 0, columns, rowCount, columnCount - columns))] : []),
    ...(rowCount > rows ? [cleared(grid(id, rows, 0, rowCount - rows, Math.min(columns, columnCount)))] : []),
    ...append('ROWS', rows - rowCount),
    ...append('COLUMNS', columns - columnCount),
  ];
}

function cleared(range: sheets_v4.Schema$GridRange): Request {
  return {
    repeatCell: { range, cell: {}, fields: 'userEnteredValue,userEnteredFormat,dataValidation,note' },
  };
}

function sized(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  startIndex: number,
  length: number,
  pixelSize: number,
): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex, endIndex: startIndex + length },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  };
}

const inputRange = (sheetId: number, index: number) => grid(sheetId, 0, index * 3 + 1, 1, 1);

function named({ name }: ReportInput, range: sheets_v4.Schema$GridRange, { names }: Remote): Request[] {
  const known = names.find((candidate) => candidate.name?.toLowerCase() === name.toLowerCase());
  if (!known) return [{ addNamedRange: { namedRange: { name, range } } }];
  if (sameRange(known.range, range)) return [];
  return [
    {
      updateNamedRange: { namedRange: { namedRangeId: known.namedRangeId!, name, range }, fields: 'range' },
    },
  ];
}

/** The sign of the run before makes way for ours. */
function written(sheetId: number, run: string, { marks }: Remote): Request[] {
  return [
    ...marks
      .filter(({ metadataKey }) => metadataKey === REPORT_KEY)
      .map(
        ({ metadataId }): Request => ({
          deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: metadataId! } } },
        }),
      ),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: REPORT_KEY,
          metadataValue: run,
          visibility: 'DOCUMENT',
          location: { sheetId },
        },
      },
    },
  ];
}
