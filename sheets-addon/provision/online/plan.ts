/** What a spreadsheet lacks of the described tracker: the difference, as sentences and as requests. */
import { isProblem, zoneOf } from '#core';
import { type TrackerRows, tabOf, type Words, type Workbook, withLeads } from '#core/tracker/index.ts';
import type { Change } from './change.ts';
import { checkChanges, lookedAt } from './check-changes.ts';
import { bandChanges, fillChanges, headerChanges, ownRowChanges } from './content-changes.ts';
import { bandFormulaChanges, formulaChanges, notationOf } from './formula-changes.ts';
import { highlightChanges, protectionChanges } from './highlight-changes.ts';
import { listWordChanges } from './list-words.ts';
import { lookChanges } from './look-changes.ts';
import { orphanChanges } from './orphans.ts';
import { type PlacedTab, placeTabs, sheetOf } from './placed.ts';
import {
  type Access,
  type Remote,
  type RemoteSheet,
  readCells,
  readRemote,
  readValidations,
} from './remote.ts';
import { skeletonChanges } from './skeleton.ts';
import { tierCells, tierRowsOf } from './tier-lists.ts';

export interface Wanted {
  workbook: Workbook;
  words: Words;
  /** What the tabs of a new tracker are filled with. */
  rows: TrackerRows;
  /** Values of cells above the tables, by name. */
  named: Readonly<Record<string, number>>;
  nowMs: number;
  /** For a spreadsheet of our own making: what it is set to, and that its first empty sheet may go. */
  fresh?: { locale: string; timeZone: string } | undefined;
}

export interface Plan {
  remote: Remote;
  placed: readonly PlacedTab[];
  /** Before everything else, in one request. */
  skeleton: Change[];
  /** One request for each tab. */
  tabs: { tab: PlacedTab; changes: Change[] }[];
  /** What goes once nothing else is missing. */
  leftovers: Change[];
}

export function changesOf({ skeleton, tabs, leftovers }: Plan): Change[] {
  return [...skeleton, ...tabs.flatMap(({ changes }) => changes), ...leftovers];
}

export async function planFor(access: Access, spreadsheetId: string, wanted: Wanted): Promise<Plan> {
  const { words, rows, named, fresh } = wanted;
  const remote = await readRemote(access, spreadsheetId);
  const workbook = inZone(wanted, fresh?.timeZone ?? remote.timeZone);
  const found = workbook.tabs.flatMap((tab) => sheetOf(workbook, tab, remote) ?? []);
  const candidate = fresh
    ? remote.sheets.find(({ id }) => id === 0 && !found.some((sheet) => sheet.id === 0))
    : undefined;
  const read = [...found, ...(candidate ? [candidate] : [])];
  const cells = await readCells(access, spreadsheetId, read, 'FORMULA');
  const placed = placeTabs(workbook, remote, cells);
  const tierRows = new Map(placed.map((entry) => [entry.tab.id, tierRowsOf(entry, placed, rows)]));
  const at = await readValidations(
    access,
    spreadsheetId,
    placed.flatMap((entry) => [
      ...lookedAt(entry).map((row) => ({ sheet: entry.sheet!, row })),
      ...tierCells(entry, tierRows.get(entry.tab.id)!),
    ]),
  );
  const tabs = placed
    .filter(({ sheet }) => sheet)
    .map((entry) => {
      const notation = notationOf(placed, entry);
      return {
        tab: entry,
        changes: [
          ...headerChanges(entry),
          ...bandChanges(entry, named),
          ...bandFormulaChanges(entry, notation),
          ...formulaChanges(entry, notation),
          ...ownRowChanges(entry),
          ...listWordChanges(entry, workbook),
          ...checkChanges(entry, placed, words, { at, tierRows: tierRows.get(entry.tab.id)! }),
          ...highlightChanges(entry, notation),
          ...protectionChanges(entry, words),
          ...lookChanges(entry),
          ...fillChanges(entry, ownRowsLeftOut(entry, rows)),
        ],
      };
    })
    .filter(({ changes }) => changes.length > 0);
  const spare = spareSheet(candidate, cells);
  return {
    remote,
    placed,
    skeleton: skeletonChanges(placed, remote, { spare, fresh }),
    tabs,
    leftovers: orphanChanges(placed, remote),
  };

  /** A tab whose rows are the description's gets no others. */
  function ownRowsLeftOut({ tab }: PlacedTab, given: TrackerRows) {
    return tabOf(workbook, tab.id).rows.length > 0 ? [] : (given[tab.id] ?? []);
  }
}

function inZone({ workbook, nowMs }: Wanted, name: string): Workbook {
  const zone = zoneOf(name);
  if (isProblem(zone)) return workbook;
  return withLeads(workbook, { offsetMs: (atMs) => zone.offsetMs(atMs), nowMs });
}

function spareSheet(
  candidate: RemoteSheet | undefined,
  cells: ReadonlyMap<number, unknown[][]>,
): RemoteSheet | undefined {
  return candidate && (cells.get(candidate.id) ?? []).length === 0 ? candidate : undefined;
}
