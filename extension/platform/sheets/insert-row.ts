/** What is asked of Google to write one row once. */
import type { Cell } from '#core/tracker/rows.ts';
import { checksOf } from './row-lists.ts';
import type { Cells, Layout } from './tracker-sheet.ts';

/** Left with each row that we write. */
export const WRITTEN_MARK = 'dueline-written';

/** A prepared row takes the new one's place below it, so that nothing anybody types meanwhile is written over. */
export function insertRequests(layout: Layout, mark: string, cells: Cells): object[] {
  const { sheetId, columns, freeRow, rowCount, formulas, lists } = layout;
  const isFull = freeRow >= rowCount;
  const model = isFull ? freeRow - 1 : freeRow + 1;
  /** What is like in the model's row; whoever typed something there typed it for that row alone. */
  const like = (pasteType: string, place: object = {}) => {
    const row = (start: number) => ({ sheetId, startRowIndex: start, endRowIndex: start + 1, ...place });
    return { copyPaste: { source: row(model), destination: row(freeRow), pasteType } };
  };
  const cell = (at: number) => ({
    ...{ sheetId, startRowIndex: freeRow, endRowIndex: freeRow + 1 },
    ...{ startColumnIndex: at, endColumnIndex: at + 1 },
  });
  const checks = lists ? [...checksOf(lists, cells)] : [];
  const location = { spreadsheet: true };
  return [
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: markId(mark),
          metadataKey: WRITTEN_MARK,
          metadataValue: mark,
          visibility: 'DOCUMENT',
          location,
        },
      },
    },
    isFull
      ? { appendDimension: { sheetId, dimension: 'ROWS', length: 1 } }
      : {
          insertDimension: {
            range: { sheetId, dimension: 'ROWS', startIndex: freeRow, endIndex: freeRow + 1 },
            inheritFromBefore: false,
          },
        },
    like('PASTE_FORMAT'),
    ...formulas.map((place) => like('PASTE_FORMULA', { startColumnIndex: place, endColumnIndex: place + 1 })),
    ...checks.map(([column, rule]) => ({ setDataValidation: { range: cell(columns[column]!), rule } })),
    ...Object.entries(cells).map(([column, cell]) => ({
      updateCells: {
        start: { sheetId, rowIndex: freeRow, columnIndex: columns[column] },
        rows: [{ values: [cell === null ? {} : { userEnteredValue: enteredValue(cell) }] }],
        fields: 'userEnteredValue',
      },
    })),
  ];
}

/** Text goes in as text: nothing that anybody wrote becomes a formula. */
export function enteredValue(cell: NonNullable<Cell>): object {
  if (typeof cell === 'number') return { numberValue: cell };
  return typeof cell === 'boolean' ? { boolValue: cell } : { stringValue: cell };
}

/** A number of its own for each mark: the server takes a second one with the same number for an error (FNV-1a). */
export function markId(mark: string): number {
  let hash = 0x811c9dc5;
  for (const letter of mark) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash & 0x7fffffff || 1;
}
