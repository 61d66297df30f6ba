/** What a check found, into the tabs that hold it: in one request, and only what differs from what stands there. */
import { type Cell, firstRowOf, type Row, serialOfInstant } from '#core/tracker/index.ts';
import { followersOf, grownTo } from '../import/followers.ts';
import { grid, literal, numberFormat, writeRows } from './cells.ts';
import type { Request } from './change.ts';
import { rowsAt } from './content-changes.ts';
import type { PlacedTab } from './placed.ts';
import type { Standing } from './standing.ts';

export interface CheckResult {
  violations: readonly Row[];
  deliverables: readonly Row[];
  /** The spreadsheet's number for the moment of the check. */
  checkedAt: number;
}

/** The number of a moment, as the spreadsheet's wall shows it, in whole minutes. */
export function checkedAtSerial(nowMs: number, offsetMs: (atMs: number) => number): number {
  const MINUTE_MS = 60_000;
  return serialOfInstant(Math.floor(nowMs / MINUTE_MS) * MINUTE_MS, offsetMs);
}

/** `null` where all of it stands there already. */
export function resultRequests(result: CheckResult, standing: Standing): Request[] | null {
  const { placed, named } = standing;
  const tabOf = (id: string) => placed.find(({ tab }) => tab.id === id)!;
  const violations = tabOf('violations');
  const requests = [
    ...tableRequests(violations, result.violations, standing),
    ...tableRequests(tabOf('deliverables'), result.deliverables, standing),
  ];
  const isNoted = typeof named.lastCheck === 'number' && Math.abs(named.lastCheck - result.checkedAt) < 1e-6;
  if (requests.length === 0 && isNoted) return null;
  return [...requests, ...checkedAtRequests(violations, result.checkedAt)];
}

/** Rows from the top of the table; what stood below them is emptied. */
function tableRequests(
  entry: PlacedTab,
  rows: readonly Row[],
  { placed, rows: { [entry.tab.id]: before = [] } }: Standing,
): Request[] {
  const { tab } = entry;
  const columns = tab.columns.filter(({ formula }) => formula === undefined);
  const cell = (row: Row | undefined, id: string): Cell => row?.[id] ?? null;
  const height = Math.max(
    rows.length,
    before.findLastIndex((row) => columns.some(({ id }) => cell(row, id) !== null)) + 1,
  );
  const isSame = (place: number) =>
    columns.every(({ id }) => (cell(rows[place], id) || null) === (cell(before[place], id) || null));
  if (Array.from({ length: height }, (_, place) => place).every(isSame)) return [];
  const filled = Array.from({ length: height }, (_, place) => rows[place] ?? {});
  return [
    ...grownTo(entry, height),
    ...followersOf(entry, placed).flatMap((follower) => grownTo(follower, height)),
    ...rowsAt(entry, firstRowOf(tab), filled),
  ];
}

function checkedAtRequests({ tab, sheetId, positions }: PlacedTab, serial: number): Request[] {
  const { row, column } = tab.band.find(({ name }) => name === 'lastCheck')!;
  const at = positions.get(column)!;
  return [
    writeRows(sheetId, row - 1, at, [[literal(serial)]]),
    {
      repeatCell: {
        range: grid(sheetId, row - 1, at, 1, 1),
        cell: { userEnteredFormat: numberFormat('date-time') },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
  ];
}
