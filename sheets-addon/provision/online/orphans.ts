/**
 * Hidden helper columns of an earlier description, which today's has no use for: they are taken away once every formula
 * is today's. Only our own mark tells one, and only one in which nothing but its formulas stands goes.
 */
import { HELPER_MARK, headerRowOf, steadyId } from '#core/tracker/index.ts';
import type { Change, Request } from './change.ts';
import type { PlacedTab } from './placed.ts';
import { type CellValue, type Mark, REMOVED_KEY, type Remote } from './remote.ts';

interface Orphan {
  id: string;
  position: number;
}

export function orphanChanges(placed: readonly PlacedTab[], { marks }: Remote): Change[] {
  return placed.flatMap((entry): Change[] => {
    const orphans = orphansOf(entry, marks);
    if (orphans.length === 0) return [];
    const { tab, sheetId } = entry;
    const ids = orphans.map(({ id }) => id);
    return [
      {
        says: 'provision.change-orphans',
        values: { tab: tab.title, count: ids.length, columns: ids.join(', ') },
        requests: [
          onceOnly(`${tab.id}: ${ids.join(', ')}`, marks),
          // From the last on, so that none moves before its turn.
          ...orphans.map(({ position }) => ({
            deleteDimension: {
              range: { sheetId, dimension: 'COLUMNS', startIndex: position, endIndex: position + 1 },
            },
          })),
        ],
      },
    ];
  });
}

function orphansOf({ tab, sheet, sheetId, isNew, cells }: PlacedTab, marks: readonly Mark[]): Orphan[] {
  if (!sheet || isNew) return [];
  const wanted = new Set(tab.columns.map(({ id }) => id));
  return marks
    .flatMap(({ metadataKey, metadataValue, location }): Orphan[] => {
      const place = location?.dimensionRange;
      const isHere = place?.sheetId === sheetId && place.dimension === 'COLUMNS';
      if (metadataKey !== HELPER_MARK || !metadataValue || wanted.has(metadataValue) || !isHere) return [];
      return [{ id: metadataValue, position: place.startIndex ?? 0 }];
    })
    .filter(({ id, position }) => {
      const column = cells.map((row) => row[position] ?? '');
      const header = headerRowOf(tab) - 1;
      return column[header] === id && isOurs([...column.slice(0, header), ...column.slice(header + 1)]);
    })
    .sort((a, b) => b.position - a.position);
}

/** Formulas alone, or one and the numbers that it fills the rows below it with. */
function isOurs(column: readonly CellValue[]): boolean {
  const filled = column.filter((cell) => cell !== '');
  const others = filled.filter((cell) => !(typeof cell === 'string' && cell.startsWith('=')));
  const isSpilled = filled.length - others.length === 1 && others.every((cell) => typeof cell === 'number');
  return filled.length > 0 && (others.length === 0 || isSpilled);
}

/** Of two that come at once the second is refused as a whole: in the place of a column that has gone stands another. */
function onceOnly(what: string, marks: readonly Mark[]): Request {
  const before = marks.filter(
    ({ metadataKey, metadataValue }) => metadataKey === REMOVED_KEY && metadataValue === what,
  );
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: steadyId(`${REMOVED_KEY} ${what} ${before.length}`),
        metadataKey: REMOVED_KEY,
        metadataValue: what,
        visibility: 'DOCUMENT',
        location: { spreadsheet: true },
      },
    },
  };
}
