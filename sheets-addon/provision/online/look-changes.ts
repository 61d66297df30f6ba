/** How a new tab, or a column that was added, looks. What people have made of the others stays. */
import {
  alignmentOf,
  type BandCell,
  type Column,
  firstRowOf,
  headerRowOf,
  LOOK,
} from '#core/tracker/index.ts';
import { type CellFormat, colour, grid, numberFormat } from './cells.ts';
import type { Change, Request } from './change.ts';
import { addedColumns, formatOf } from './content-changes.ts';
import type { PlacedTab } from './placed.ts';
import { columnRuns, type Run } from './runs.ts';

/** Pixels of one character's width. */
const CHARACTER = 8;
const isHidden = ({ role }: Column) => role === 'helper' || role === 'fixed';

export function lookChanges(entry: PlacedTab): Change[] {
  const { tab, isNew } = entry;
  const isAdded = addedColumns(entry);
  const requests = [
    ...columnRuns(entry, isAdded).flatMap((run) => columnLooks(entry, run)),
    ...(isNew ? tab.band.flatMap((cell) => bandLook(entry, cell)) : []),
    ...(isNew ? filterOf(entry) : []),
  ];
  return requests.length === 0
    ? []
    : [{ says: 'provision.change-looks', values: { tab: tab.title }, requests }];
}

function columnLooks({ tab, sheetId, positions }: PlacedTab, { columns }: Run): Request[] {
  const [header, first] = [headerRowOf(tab), firstRowOf(tab)];
  return columns.flatMap((column): Request[] => {
    const position = positions.get(column.id)!;
    const isTyped = column.role === 'typed';
    const width = {
      pixelSize: column.width * CHARACTER,
      // Of a hidden tab nobody sees a column; one of all hidden columns Google may refuse.
      ...(isHidden(column) && !tab.hidden ? { hiddenByUser: true } : {}),
    };
    const ground = isTyped ? LOOK.typedHeader : LOOK.computedHeader;
    const side = alignmentOf(column) === 'right' ? { horizontalAlignment: 'RIGHT' } : {};
    const body: CellFormat = {
      ...side,
      ...(isTyped
        ? {}
        : {
            backgroundColorStyle: colour(LOOK.computedGround),
            textFormat: { foregroundColorStyle: colour(LOOK.quiet) },
          }),
      ...(column.wrap ? { wrapStrategy: 'WRAP' } : {}),
    };
    return [
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: position, endIndex: position + 1 },
          properties: width,
          fields: Object.keys(width).join(','),
        },
      },
      formatted(grid(sheetId, header - 1, position, 1, 1), {
        backgroundColorStyle: colour(ground),
        textFormat: { foregroundColorStyle: colour(LOOK.onHeader), bold: true },
        wrapStrategy: 'WRAP',
        verticalAlignment: 'MIDDLE',
        ...side,
      }),
      ...(column.note === undefined ? [] : [noted(grid(sheetId, header - 1, position, 1, 1), column.note)]),
      ...formatOf(sheetId, first, tab.capacity, position, column),
      ...(Object.keys(body).length > 0
        ? [formatted(grid(sheetId, first - 1, position, tab.capacity, 1), body)]
        : []),
    ];
  });
}

function bandLook(
  { sheetId, positions }: PlacedTab,
  { row, column, look, format, note }: BandCell,
): Request[] {
  const range = grid(sheetId, row - 1, positions.get(column)!, 1, 1);
  const text: Record<BandCell['look'], CellFormat> = {
    title: { textFormat: { foregroundColorStyle: colour(LOOK.title), bold: true, fontSize: 18 } },
    label: { textFormat: { foregroundColorStyle: colour(LOOK.quiet) } },
    value: { textFormat: { foregroundColorStyle: colour(LOOK.title), bold: true } },
    input: {
      textFormat: { foregroundColorStyle: colour(LOOK.title), bold: true },
      backgroundColorStyle: colour(LOOK.inputGround),
    },
  };
  return [
    formatted(range, { ...text[look], ...(format === 'text' ? {} : numberFormat(format)) }),
    ...(note === undefined ? [] : [noted(range, note)]),
  ];
}

function filterOf({ tab, sheetId, sheet }: PlacedTab): Request[] {
  if (!tab.filter || sheet?.hasFilter) return [];
  const range = grid(sheetId, headerRowOf(tab) - 1, 0, tab.capacity + 1, tab.columns.length);
  return [{ setBasicFilter: { filter: { range } } }];
}

type GridRange = ReturnType<typeof grid>;

function formatted(range: GridRange, format: CellFormat): Request {
  const fields = Object.keys(format).map((name) => `userEnteredFormat.${name}`);
  return { repeatCell: { range, cell: { userEnteredFormat: format }, fields: fields.join(',') } };
}

function noted(range: GridRange, note: string): Request {
  return { repeatCell: { range, cell: { note }, fields: 'note' } };
}
