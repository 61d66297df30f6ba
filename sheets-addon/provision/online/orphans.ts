/** Hidden helper columns that are no longer used are taken away once every formula is today's. */
import { HELPER_MARK, headerRowOf, steadyId } from '#core/tracker/index.ts';
import { holdsFormulasOnly, isOrphan } from '../../orphans.ts';
import type { Change, Request } from './change.ts';
import type { PlacedTab } from './placed.ts';
import { type Mark, REMOVED_KEY, type Remote } from './remote.ts';

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
  return marks
    .flatMap(({ metadataKey, metadataValue, location }): Orphan[] => {
      const place = location?.dimensionRange;
      const isHere = place?.sheetId === sheetId && place.dimension === 'COLUMNS';
      if (metadataKey !== HELPER_MARK || !metadataValue || !isHere || !isOrphan(tab, metadataValue))
        return [];
      return [{ id: metadataValue, position: place.startIndex ?? 0 }];
    })
    .filter(({ id, position }) => {
      const column = cells.map((row) => row[position] ?? '');
      return holdsFormulasOnly(column, { id, row: headerRowOf(tab) });
    })
    .sort((a, b) => b.position - a.position);
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
