/** A tracker as it stands: in which language it was made, how long its tabs are, and the rows in them. */
import { LANGUAGES, type Language } from '#core';
import type { Rulebook } from '#core/rulebook/schema.ts';
import {
  type Cell,
  describeTracker,
  firstRowOf,
  headerRowOf,
  type Row,
  type TrackerRows,
  tabOf,
  type Workbook,
} from '#core/tracker/index.ts';
import { type PlacedTab, placeTabs, sheetOf } from './placed.ts';
import { type Access, type CellValue, type Remote, readCells, readRemote } from './remote.ts';

export interface Standing {
  remote: Remote;
  /** Described in the tracker's own language, with the calendars that it offers. */
  workbook: Workbook;
  language: Language;
  placed: readonly PlacedTab[];
  rows: TrackerRows;
  calendars: readonly string[];
  /** Values of named cells above the tables. */
  named: Readonly<Record<string, Cell>>;
}

export interface StandingOptions {
  rulebook: Rulebook;
  /** Where nothing of the tracker tells it. */
  language: Language;
}

type Cells = ReadonlyMap<number, readonly (readonly CellValue[])[]>;

export async function readStanding(
  access: Access,
  spreadsheetId: string,
  { rulebook, language: otherwise }: StandingOptions,
): Promise<Standing> {
  const remote = await readRemote(access, spreadsheetId);
  const candidates = LANGUAGES.map((language) => describeTracker({ language, rulebook }));
  const found = candidates.flatMap((workbook) =>
    workbook.tabs.flatMap((tab) => sheetOf(workbook, tab, remote) ?? []),
  );
  const cells = await readCells(access, spreadsheetId, [...new Set(found)], 'UNFORMATTED_VALUE');
  const language = languageOf(candidates, remote, cells) ?? otherwise;
  const plain = describeTracker({ language, rulebook });
  const listed = rowsOf(placeTabs({ ...plain, tabs: [tabOf(plain, 'lists')] }, remote, cells)[0]!);
  const calendars = listed.flatMap(({ calendar }) => (typeof calendar === 'string' ? [calendar] : []));
  const workbook = describeTracker({ language, rulebook, calendars });
  const placed = placeTabs(workbook, remote, cells);
  const rows = Object.fromEntries(placed.map((entry) => [entry.tab.id, rowsOf(entry)]));
  return { remote, workbook, language, placed, rows, calendars, named: namedOf(placed) };
}

/** The language whose headers and lists it has most of; a few may have been renamed. */
function languageOf(candidates: readonly Workbook[], remote: Remote, cells: Cells): Language | undefined {
  const scored = candidates.map((workbook) => {
    const score = placeTabs(workbook, remote, cells).reduce((sum, entry) => sum + headersFound(entry), 0);
    return { language: workbook.language, score };
  });
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.language : undefined;
}

function headersFound({ tab, sheet, cells }: PlacedTab): number {
  const headers = new Set(cells[headerRowOf(tab) - 1] ?? []);
  const own = sheet?.title === tab.title ? 1 : 0;
  return own + tab.columns.filter(({ role, header }) => role !== 'helper' && headers.has(header)).length;
}

/** Rows below the header, empty ones too: a row's place is its number in the sheet. */
function rowsOf({ tab, cells, positions, missing }: PlacedTab): Row[] {
  const wanted = tab.columns.filter(({ formula, id }) => formula === undefined && !missing.has(id));
  return cells
    .slice(firstRowOf(tab) - 1)
    .map((row) => Object.fromEntries(wanted.map(({ id }) => [id, cellOf(row[positions.get(id)!])])));
}

function namedOf(placed: readonly PlacedTab[]): Record<string, Cell> {
  return Object.fromEntries(
    placed.flatMap(({ tab, cells, positions }) =>
      tab.band.flatMap(({ name, row, column }) =>
        name === undefined ? [] : [[name, cellOf(cells[row - 1]?.[positions.get(column)!])]],
      ),
    ),
  );
}

function cellOf(value: CellValue | undefined): Cell {
  return value === undefined || value === '' ? null : value;
}
