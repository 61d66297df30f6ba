/** A tracker in Google Sheets. Tabs and columns are found by their marks, wherever people have moved or renamed them. */
import { COLUMN_MARK, TAB_MARK } from '#core/tracker/marks.ts';
import { quotedTitle } from '#core/tracker/notation.ts';
import type { Cell, TrackerRows } from '#core/tracker/rows.ts';
import { type Caller, call } from './google-call.ts';
import { insertRequests, markId, WRITTEN_MARK } from './insert-row.ts';
import { type FoundRows, pinFilter, pinnedRow, pinRequest, rowValues } from './pin-row.ts';
import {
  cellOf,
  cellRange,
  columnRange,
  FIRST_ROW,
  type FoundCells,
  type FoundMarks,
  type FoundValues,
  type ModelCell,
  type Place,
  type Properties,
  placesOf,
  rowPath,
  rowsOf,
  valuesPath,
} from './places.ts';
import { listSources, rowLists, sourceRanges } from './row-lists.ts';
import { isFailure, type SheetFailure, type TrackerSheet } from './tracker-sheet.ts';

export const SHEETS_ADDRESS = 'https://sheets.googleapis.com/';

export interface GoogleSheet extends TrackerSheet {
  /** Every row that people have typed, by tab; tabs that a workbook may lack are read where they are there. */
  rows(tabs: readonly string[], ifThere?: readonly string[]): Promise<TrackerRows | SheetFailure>;
}

export function googleSheet(caller: Caller, spreadsheet: string, address = SHEETS_ADDRESS): GoogleSheet {
  const base = `${address}v4/spreadsheets/${encodeURIComponent(spreadsheet)}`;
  const get = <T>(path: string) => call<T>(caller, { method: 'GET', url: `${base}${path}` });
  const post = <T>(path: string, body: unknown) =>
    call<T>(caller, { method: 'POST', url: `${base}${path}`, body });

  const places = async (): Promise<Map<string, Place> | SheetFailure> => {
    const fields = 'sheets(properties(sheetId,title,gridProperties(rowCount)))';
    const found = await get<{ sheets?: { properties?: Properties }[] }>(
      `?fields=${encodeURIComponent(fields)}`,
    );
    if (isFailure(found)) return found;
    const dataFilters = [TAB_MARK, COLUMN_MARK].map((metadataKey) => ({
      developerMetadataLookup: { metadataKey },
    }));
    const marked = await post<FoundMarks>('/developerMetadata:search', { dataFilters });
    if (isFailure(marked)) return marked;
    const marks = (marked.matchedDeveloperMetadata ?? []).flatMap(
      ({ developerMetadata }) => developerMetadata ?? [],
    );
    return placesOf(
      (found.sheets ?? []).flatMap(({ properties }) => properties ?? []),
      marks,
    );
  };
  /** Of cells on one tab, or on several; a tab that was renamed since it was looked for is looked for again, later. */
  const values = async (
    tabs: readonly Place[],
    ranges: readonly string[],
  ): Promise<Cell[][][] | SheetFailure> => {
    const found = await unlessRenamed(await get<FoundValues>(valuesPath(ranges)), tabs);
    if (isFailure(found)) return found;
    return ranges.map((_, index) => found.valueRanges?.[index]?.values ?? []);
  };
  /** What Google holds of a whole row, cell by cell. */
  const modelOf = async (place: Place, row: number): Promise<ModelCell[] | SheetFailure> => {
    const found = await unlessRenamed(await get<FoundCells>(rowPath(place, row)), [place]);
    return isFailure(found) ? found : (found.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? []);
  };
  const unlessRenamed = async <T>(found: T | SheetFailure, tabs: readonly Place[]) =>
    isFailure(found) && (await isRenamed(found, tabs)) ? ({ failed: 'no-answer' } as const) : found;
  /** The place of a row by a text in it; people may move columns between the look at where they are and the look into them. */
  const indexOf = async (
    tab: string,
    place: Place,
    { column, text }: { column: string; text: string },
  ): Promise<number | null | SheetFailure> => {
    const known = await values([place], [columnRange(place, column)]);
    if (isFailure(known)) return known;
    const index = known[0]!.findIndex(([cell]) => cell === text);
    if (index >= 0) return index;
    const now = await placeOf(tab, [column]);
    if (isFailure(now)) return now;
    return now.columns[column] === place.columns[column] ? null : { failed: 'no-answer' };
  };
  const isRenamed = async ({ failed }: SheetFailure, tabs: readonly Place[]): Promise<boolean> => {
    if (failed !== 'refused') return false;
    const now = await places();
    const titles = isFailure(now) ? [] : [...now.values()].map(({ title }) => title);
    return tabs.some(({ title }) => !titles.includes(title));
  };
  const placeOf = async (tab: string, columns: readonly string[]): Promise<Place | SheetFailure> => {
    const all = await places();
    return isFailure(all) ? all : placeIn(all, tab, columns);
  };

  return {
    async layout(tab, columns) {
      const all = await places();
      if (isFailure(all)) return all;
      const place = placeIn(all, tab, columns);
      if (isFailure(place)) return place;
      const sources = listSources(all, tab);
      const read = await values(sources ? [place, sources.lists, sources.engagements] : [place], [
        ...columns.map((column) => columnRange(place, column)),
        ...(sources ? sourceRanges(sources) : []),
      ]);
      if (isFailure(read)) return read;
      const typed = read.slice(0, columns.length);
      const { sheetId, columns: positions, rowCount } = place;
      // Before the first row no formula's range would reach a new one: it stays, and the new one comes below it.
      const filled = Math.max(1, ...typed.map((rows) => rows.length));
      const freeRow = Math.min(FIRST_ROW + filled, rowCount);
      const model = await modelOf(place, Math.min(freeRow, rowCount - 1));
      if (isFailure(model)) return model;
      const formulas = model.flatMap(({ userEnteredValue }, at) =>
        userEnteredValue?.formulaValue === undefined ? [] : [at],
      );
      const lists = sources && rowLists(sources, read.slice(columns.length), { tab, place, model });
      return { sheetId, columns: positions, freeRow, rowCount, formulas, ...(lists && { lists }) };
    },

    async insert(layout, mark, cells) {
      const outcome = await post<object>(':batchUpdate', { requests: insertRequests(layout, mark, cells) });
      if (!isFailure(outcome)) return 'written';
      if (outcome.failed !== 'refused') return outcome;
      // Refused as a whole where the mark exists; whether it does is asked, not guessed from the words of a refusal.
      const lookup = { metadataId: markId(mark), metadataKey: WRITTEN_MARK, metadataValue: mark };
      const found = await post<FoundMarks>('/developerMetadata:search', {
        dataFilters: [{ developerMetadataLookup: lookup }],
      });
      if (isFailure(found)) return found;
      return (found.matchedDeveloperMetadata ?? []).length > 0 ? 'already' : outcome;
    },

    async rowOf(tab, columns, by) {
      const place = await placeOf(tab, [...columns, by.column]);
      if (isFailure(place)) return place;
      const index = await indexOf(tab, place, by);
      if (index === null || isFailure(index)) return index;
      const row = FIRST_ROW + index + 1;
      const found = await values(
        [place],
        columns.map((column) => cellRange(place, column, row)),
      );
      if (isFailure(found)) return found;
      return Object.fromEntries(columns.map((column, at) => [column, cellOf(found[at]![0]?.[0])]));
    },

    async pin(tab, columns, by, mark) {
      const place = await placeOf(tab, [...columns, by.column]);
      if (isFailure(place)) return place;
      const index = await indexOf(tab, place, by);
      if (index === null || isFailure(index)) return index;
      const left = await post<object>(':batchUpdate', {
        requests: [pinRequest(place.sheetId, FIRST_ROW + index, mark)],
      });
      if (isFailure(left)) return left;
      const found = await post<FoundRows>('/values:batchGetByDataFilter', {
        dataFilters: [pinFilter(mark)],
        majorDimension: 'ROWS',
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      });
      return isFailure(found) ? found : pinnedRow(found, place, columns, by);
    },

    async rewrite(layout, mark, cells) {
      const data = {
        dataFilter: pinFilter(mark),
        majorDimension: 'ROWS',
        values: [rowValues(layout, cells)],
      };
      const outcome = await post<object>('/values:batchUpdateByDataFilter', {
        valueInputOption: 'RAW',
        data: [data],
      });
      return isFailure(outcome) ? outcome : 'written';
    },

    async forget(marks) {
      const requests = marks.map((mark) => ({
        deleteDeveloperMetadata: {
          dataFilter: { developerMetadataLookup: { metadataId: markId(mark), metadataValue: mark } },
        },
      }));
      const outcome = await post<object>(':batchUpdate', { requests });
      return isFailure(outcome) ? outcome : null;
    },

    async rows(needed, ifThere = []) {
      const all = await places();
      if (isFailure(all)) return all;
      if (needed.some((tab) => !all.has(tab))) return { failed: 'tab-gone' };
      const tabs = [...needed, ...ifThere.filter((tab) => all.has(tab))];
      const read = tabs.map((tab) => all.get(tab)!);
      const found = await values(
        read,
        read.map(({ title }) => quotedTitle(title)),
      );
      if (isFailure(found)) return found;
      return Object.fromEntries(tabs.map((tab, index) => [tab, rowsOf(all.get(tab)!, found[index]!)]));
    },
  };
}

function placeIn(
  all: ReadonlyMap<string, Place>,
  tab: string,
  columns: readonly string[],
): Place | SheetFailure {
  const place = all.get(tab);
  if (!place) return { failed: 'tab-gone' };
  return columns.every((column) => column in place.columns) ? place : { failed: 'columns-gone' };
}
