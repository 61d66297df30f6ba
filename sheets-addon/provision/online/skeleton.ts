/** Tabs, columns, rows and names that are missing: they come first, so that every formula finds what it refers to. */
import {
  type Column,
  headerRowOf,
  lastRowOf,
  markOf,
  steadyId,
  TAB_MARK,
  UNFINISHED_MARK,
} from '#core/tracker/index.ts';
import { colour, grid, sameRange } from './cells.ts';
import type { Change, Request } from './change.ts';
import type { PlacedTab } from './placed.ts';
import type { Remote, RemoteSheet } from './remote.ts';

export interface SkeletonOptions {
  /** The empty sheet that Google put into a spreadsheet of our own making. */
  spare: RemoteSheet | undefined;
  fresh: { locale: string; timeZone: string } | undefined;
}

export function skeletonChanges(
  placed: readonly PlacedTab[],
  remote: Remote,
  { spare, fresh }: SkeletonOptions,
): Change[] {
  const taken = new Set(remote.marks.map(({ metadataId }) => metadataId));
  return [
    ...(fresh ? settings(fresh, remote) : []),
    ...placed.flatMap((entry, index) => (entry.sheet ? growth(entry, taken) : addition(entry, index))),
    ...placed.flatMap((entry) => nameChanges(entry, remote)),
    ...(spare ? [removal(spare)] : []),
  ];
}

function addition({ tab, sheetId, positions }: PlacedTab, index: number): Change[] {
  const requests: Request[] = [
    {
      addSheet: {
        properties: {
          sheetId,
          title: tab.title,
          index,
          hidden: tab.hidden,
          tabColorStyle: colour(tab.colour),
          gridProperties: {
            rowCount: lastRowOf(tab),
            columnCount: tab.columns.length,
            frozenRowCount: headerRowOf(tab),
            frozenColumnCount: tab.frozenColumns,
            hideGridlines: true,
          },
        },
      },
    },
    sheetMark(sheetId, TAB_MARK, tab.id),
    sheetMark(sheetId, UNFINISHED_MARK, tab.id),
    ...tab.columns.map((column) => columnMark(sheetId, positions.get(column.id)!, tab.id, column)),
  ];
  return [{ says: 'provision.change-tab', values: { tab: tab.title }, requests }];
}

function growth(entry: PlacedTab, taken: ReadonlySet<number | null | undefined>): Change[] {
  const { tab, sheetId, positions, missing, unmarked, sheet } = entry;
  const changes: Change[] = [];
  const marks = (ids: ReadonlySet<string>) =>
    tab.columns
      .filter(({ id }) => ids.has(id))
      .map((column) =>
        columnMark(
          sheetId,
          positions.get(column.id)!,
          tab.id,
          column,
          !taken.has(steadyId(`${tab.id}.${column.id}`)),
        ),
      );
  if (sheet!.tabId === undefined) {
    const requests = [sheetMark(sheetId, TAB_MARK, tab.id, !taken.has(steadyId(`${TAB_MARK} ${tab.id}`)))];
    changes.push({ says: 'provision.change-adopted', values: { tab: tab.title }, requests });
  }
  if (unmarked.size > 0) {
    const values = { tab: tab.title, count: unmarked.size };
    changes.push({ says: 'provision.change-marks', values, requests: marks(unmarked) });
  }
  const width = Math.max(...positions.values()) + 1 - sheet!.columnCount;
  if (missing.size > 0) {
    const append = { appendDimension: { sheetId, dimension: 'COLUMNS', length: width } };
    const headers = tab.columns.filter(({ id }) => missing.has(id)).map(({ header }) => header);
    changes.push({
      says: 'provision.change-columns',
      values: { tab: tab.title, columns: headers.join(', '), count: missing.size },
      requests: [...(width > 0 ? [append] : []), ...marks(missing)],
    });
  }
  const length = lastRowOf(tab) - sheet!.rowCount;
  if (length > 0) {
    const requests = [{ appendDimension: { sheetId, dimension: 'ROWS', length } }];
    changes.push({ says: 'provision.change-rows', values: { tab: tab.title, count: length }, requests });
  }
  return changes;
}

function sheetMark(sheetId: number, key: string, value: string, isSteady = true): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        ...(isSteady ? { metadataId: steadyId(`${key} ${value}`) } : {}),
        metadataKey: key,
        metadataValue: value,
        visibility: 'DOCUMENT',
        location: { sheetId },
      },
    },
  };
}

function columnMark(
  sheetId: number,
  position: number,
  tab: string,
  column: Column,
  isSteady = true,
): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        ...(isSteady ? { metadataId: steadyId(`${tab}.${column.id}`) } : {}),
        metadataKey: markOf(column),
        metadataValue: column.id,
        visibility: 'DOCUMENT',
        location: {
          dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: position, endIndex: position + 1 },
        },
      },
    },
  };
}

function nameChanges({ tab, sheetId, positions }: PlacedTab, remote: Remote): Change[] {
  return tab.band.flatMap((entry): Change[] => {
    if (entry.name === undefined) return [];
    const name = `Dueline_${entry.name}`;
    const range = grid(sheetId, entry.row - 1, positions.get(entry.column)!, 1, 1);
    const known = remote.names.find((candidate) => candidate.name?.toLowerCase() === name.toLowerCase());
    if (known && sameRange(known.range, range)) return [];
    const request: Request = known
      ? {
          updateNamedRange: {
            namedRange: { namedRangeId: known.namedRangeId!, name, range },
            fields: 'range',
          },
        }
      : { addNamedRange: { namedRange: { namedRangeId: `dueline_${entry.name}`, name, range } } };
    return [{ says: 'provision.change-name', values: { name, tab: tab.title }, requests: [request] }];
  });
}

function removal({ id, title }: RemoteSheet): Change {
  return {
    says: 'provision.change-spare',
    values: { tab: title },
    requests: [{ deleteSheet: { sheetId: id } }],
  };
}

function settings(fresh: { locale: string; timeZone: string }, { locale, timeZone }: Remote): Change[] {
  if (locale === fresh.locale && timeZone === fresh.timeZone) return [];
  return [
    {
      says: 'provision.change-settings',
      values: fresh,
      requests: [{ updateSpreadsheetProperties: { properties: fresh, fields: 'locale,timeZone' } }],
    },
  ];
}
