/** What is asked of Google to make a tracker's tabs in an empty spreadsheet: one change, carried out whole or not at all. */
import { LOOK, NUMBER_FORMATS } from '#core/tracker/look.ts';
import { COLUMN_MARK, steadyId, TAB_MARK } from '#core/tracker/marks.ts';
import { columnLetters, quotedTitle } from '#core/tracker/notation.ts';
import { preparedRows } from '#core/tracker/prepared-rows.ts';
import type { Cell, Row, TrackerRows } from '#core/tracker/rows.ts';
import type { ShapedColumn, ShapedTab } from '#core/tracker/shape.ts';
import { listNumbers } from '#core/tracker/verdict/list-numbers.ts';
import type { Format } from '#core/tracker/workbook.ts';
import { enteredValue } from './insert-row.ts';
import { FIRST_ROW } from './places.ts';

export interface NewTracker {
  tabs: readonly ShapedTab[];
  rows: TrackerRows;
  title(tab: string): string;
  header(tab: string, column: string): string;
  /** As Google writes it: `de_DE`. */
  locale: string;
  zone: string;
}

/** Pixels of one character's width. */
const CHARACTER = 8;
/** Of a column with more stretches of rows that have one list, the last ones: the rows that people work on. */
const MOST_RUNS = 2000;
const TYPES: Partial<Record<Format, string>> = { text: 'TEXT', date: 'DATE', 'date-time': 'DATE_TIME' };

/** `spare`: the empty sheet that Google began with, which goes. */
export function newTrackerRequests(tracker: NewTracker, spare: number | null): object[] {
  const { tabs, locale, zone } = tracker;
  return [
    {
      updateSpreadsheetProperties: { properties: { locale, timeZone: zone }, fields: 'locale,timeZone' },
    },
    ...tabs.flatMap((tab, index) => skeleton(tab, index, tracker)),
    ...(spare === null ? [] : [{ deleteSheet: { sheetId: spare } }]),
    ...tabs.flatMap((tab) => contents(tab, tracker)),
  ];
}

function lengthOf({ id, capacity }: ShapedTab, { rows }: NewTracker): number {
  return Math.max(capacity, preparedRows(rows[id]?.length ?? 0));
}

function skeleton(tab: ShapedTab, index: number, tracker: NewTracker): object[] {
  const { id, columns, colour, frozenColumns, hidden } = tab;
  const sheetId = steadyId(id);
  const mark = (key: string, value: string, name: string, location: object) => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: steadyId(name),
        metadataKey: key,
        metadataValue: value,
        visibility: 'DOCUMENT',
        location,
      },
    },
  });
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: tracker.title(id),
          index,
          hidden,
          tabColorStyle: colourOf(colour),
          gridProperties: {
            rowCount: FIRST_ROW + lengthOf(tab, tracker),
            columnCount: columns.length,
            frozenRowCount: FIRST_ROW,
            frozenColumnCount: frozenColumns,
            hideGridlines: true,
          },
        },
      },
    },
    mark(TAB_MARK, id, `${TAB_MARK} ${id}`, { sheetId }),
    ...columns.map((column, at) =>
      mark(COLUMN_MARK, column.id, `${id}.${column.id}`, { dimensionRange: columnAt(sheetId, at) }),
    ),
  ];
}

function contents(tab: ShapedTab, tracker: NewTracker): object[] {
  const { id, columns, hidden } = tab;
  const [sheetId, length, rows] = [steadyId(id), lengthOf(tab, tracker), tracker.rows[id] ?? []];
  const below = { sheetId, startRowIndex: FIRST_ROW, endRowIndex: FIRST_ROW + length };
  const headers = columns.map((column) => ({
    userEnteredValue: { stringValue: tracker.header(id, column.id) },
    userEnteredFormat: {
      backgroundColorStyle: colourOf(LOOK.typedHeader),
      textFormat: { foregroundColorStyle: colourOf(LOOK.onHeader), bold: true },
      wrapStrategy: 'WRAP',
      verticalAlignment: 'MIDDLE',
    },
  }));
  const written = (row: number, values: object[][], fields: string) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: 0 },
      rows: values.map((cells) => ({ values: cells })),
      fields,
    },
  });
  return [
    written(0, [headers], 'userEnteredValue,userEnteredFormat'),
    ...columns.flatMap((column, at) =>
      columnRequests(column, { ...below, startColumnIndex: at, endColumnIndex: at + 1 }, tracker),
    ),
    ...columns.flatMap((column, at) =>
      tierRequests(column, { ...below, startColumnIndex: at, endColumnIndex: at + 1 }, rows, tracker),
    ),
    ...(rows.length === 0
      ? []
      : [
          written(
            FIRST_ROW,
            rows.map((row) => columns.map((column) => cellData(row[column.id] ?? null))),
            'userEnteredValue',
          ),
        ]),
    ...(hidden
      ? []
      : [
          {
            setBasicFilter: {
              filter: {
                range: { ...below, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: columns.length },
              },
            },
          },
        ]),
  ];
}

interface Range {
  sheetId: number;
  startRowIndex: number;
  endRowIndex: number;
  startColumnIndex: number;
  endColumnIndex: number;
}

function columnRequests(
  { format, width, dropdown }: ShapedColumn,
  range: Range,
  tracker: NewTracker,
): object[] {
  return [
    {
      updateDimensionProperties: {
        range: columnAt(range.sheetId, range.startColumnIndex),
        properties: { pixelSize: width * CHARACTER },
        fields: 'pixelSize',
      },
    },
    {
      repeatCell: {
        range,
        cell: {
          userEnteredFormat: {
            numberFormat: { type: TYPES[format] ?? 'NUMBER', pattern: NUMBER_FORMATS[format] },
          },
        },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
    ...(dropdown ? offered(range, dropdown.from, dropdown.strict, tracker) : []),
  ];
}

function offered(range: Range, from: string, strict: boolean, tracker: NewTracker): object[] {
  const source = listOf(from, tracker);
  if (source === null) return [];
  const condition = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${source}` }] };
  return [{ setDataValidation: { range, rule: { condition, strict, showCustomUi: true } } }];
}

/** Rows that are there from the beginning are offered what goes with their engagement's tier. */
function tierRequests(
  { id, dropdown }: ShapedColumn,
  range: Range,
  rows: readonly Row[],
  tracker: NewTracker,
): object[] {
  if (!dropdown?.tierLists) return [];
  const { engagements = [], lists = [] } = tracker.rows;
  const runs = runsOf(listNumbers({ rows, engagements, lists })[id]!);
  return runs.slice(-MOST_RUNS).flatMap(({ number, first, end }) => {
    const from = dropdown.tierLists?.[number - 1];
    if (from === undefined) return [];
    const own = { ...range, startRowIndex: FIRST_ROW + first, endRowIndex: FIRST_ROW + end };
    return offered(own, from, dropdown.strict, tracker);
  });
}

/** Stretches of the same number: the first place of each, and the first after it. */
function runsOf(numbers: readonly number[]): { number: number; first: number; end: number }[] {
  const runs: { number: number; first: number; end: number }[] = [];
  for (const [place, number] of numbers.entries()) {
    const last = runs.at(-1);
    if (last?.number === number) last.end = place + 1;
    else runs.push({ number, first: place, end: place + 1 });
  }
  return runs;
}

/** The filled cells of a list, or the whole column where people fill it; `null` where it is worked out by a formula. */
function listOf(from: string, tracker: NewTracker): string | null {
  const [id, column] = from.split('.');
  const tab = tracker.tabs.find((one) => one.id === id);
  const place = tab?.columns.findIndex((one) => one.id === column) ?? -1;
  if (!tab || place < 0) return null;
  const filled = (tracker.rows[tab.id] ?? []).filter((row) => (row[column!] ?? null) !== null).length;
  const letters = columnLetters(place);
  const last = FIRST_ROW + (tab.hidden ? Math.max(filled, 1) : lengthOf(tab, tracker));
  return `${quotedTitle(tracker.title(tab.id))}!$${letters}$${FIRST_ROW + 1}:$${letters}$${last}`;
}

function columnAt(sheetId: number, at: number) {
  return { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 };
}

function cellData(cell: Cell): object {
  return cell === null || cell === '' ? {} : { userEnteredValue: enteredValue(cell) };
}

/** `#1e3a5f` as the API writes colours. */
function colourOf(hex: string): object {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}
