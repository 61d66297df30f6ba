/** Cells that are protected against whoever is signed in: where one stands in the way, nothing is written at all. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters, quotedTitle } from '#core/tracker/index.ts';
import { type Area, isLocked } from '../../area.ts';
import { CallFailed } from '../google/failure.ts';
import type { Request } from './change.ts';
import type { Remote } from './remote.ts';

interface Rect extends Area {
  sheetId: number;
}

type Bounds = Record<string, unknown>;
type Protection = sheets_v4.Schema$ProtectedRange;

/** Ends the work before anything of it is written. */
export function refuseLocked(remote: Remote, requests: readonly Request[]): void {
  const places = lockedPlaces(remote, [{ requests }]);
  if (places.length > 0) throw new CallFailed('locked', places.join(', '));
}

/** The protected places that changes would write into, as a spreadsheet names them: `'Cases'!B2:B500`. */
export function lockedPlaces(remote: Remote, changes: readonly { requests: readonly Request[] }[]): string[] {
  const locked = remote.sheets.flatMap(({ protections, title }) =>
    protections.filter(isForOthers).map((protection) => ({ ...protection, title })),
  );
  // Most trackers have none, and their changes may be of many rows.
  if (locked.length === 0) return [];
  const requests = changes.flatMap((change) => change.requests);
  const touched = requests.flatMap(rectsIn);
  const grown = new Set(
    requests.map(
      ({ appendDimension, insertDimension }) => (appendDimension ?? insertDimension?.range)?.sheetId,
    ),
  );
  return locked
    .filter(({ range, unprotectedRanges }) => {
      // Whatever parts of a protected tab are open, it gets no rows and no columns.
      const isTab = !hasBounds(range!) && grown.has(range!.sheetId ?? 0);
      return isTab || isInTheWay({ range, unprotectedRanges }, touched);
    })
    .map(({ range, title }) => quotedTitle(title) + placeOf(range!));
}

const isForOthers = ({ range, requestingUserCanEdit, warningOnly }: Protection) =>
  requestingUserCanEdit === false && !warningOnly && range;

function isInTheWay({ range, unprotectedRanges }: Protection, touched: readonly Rect[]): boolean {
  const locked = rectOf(range as Bounds);
  const open = (unprotectedRanges ?? []).map((part) => rectOf(part as Bounds));
  return touched.some((rect) => rect.sheetId === locked.sheetId && isLocked(rect, locked, open));
}

/** Every place that a request names: ranges, rows or columns, or a first cell with the rows from there on. */
function rectsIn(request: unknown): Rect[] {
  if (typeof request !== 'object' || request === null) return [];
  const { start, rows } = request as { start?: Bounds; rows?: { values?: unknown[] }[] };
  if (start && rows) return [writtenFrom(start, rows)];
  const inner = Object.values(request).flatMap(rectsIn);
  return 'sheetId' in request && hasBounds(request) ? [rectOf(request as Bounds), ...inner] : inner;
}

function writtenFrom(
  { sheetId, rowIndex, columnIndex }: Bounds,
  rows: readonly { values?: unknown[] }[],
): Rect {
  const columns = rows.reduce((most, { values }) => Math.max(most, values?.length ?? 0), 1);
  return {
    sheetId: Number(sheetId ?? 0),
    row: Number(rowIndex ?? 0) + 1,
    column: Number(columnIndex ?? 0) + 1,
    rows: rows.length,
    columns,
  };
}

const hasBounds = (range: object) =>
  Object.entries(range).some(([name, edge]) => edge != null && /^(start|end)\w*Index$/.test(name));

function rectOf(range: Bounds): Rect {
  const { dimension, sheetId, startIndex, endIndex } = range;
  const edge = (name: string, kind: string, otherwise: number) =>
    Number(
      range[name] ??
        (dimension === kind ? (name.startsWith('start') ? startIndex : endIndex) : null) ??
        otherwise,
    );
  const [top, left] = [edge('startRowIndex', 'ROWS', 0), edge('startColumnIndex', 'COLUMNS', 0)];
  return {
    sheetId: Number(sheetId ?? 0),
    row: top + 1,
    column: left + 1,
    rows: edge('endRowIndex', 'ROWS', Number.POSITIVE_INFINITY) - top,
    columns: edge('endColumnIndex', 'COLUMNS', Number.POSITIVE_INFINITY) - left,
  };
}

/** `!B2:B500`; without what is not bounded, and nothing for a whole sheet. */
function placeOf({
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
}: sheets_v4.Schema$GridRange): string {
  const first = `${letters(startColumnIndex)}${startRowIndex == null ? '' : startRowIndex + 1}`;
  const last = `${letters(endColumnIndex == null ? null : endColumnIndex - 1)}${endRowIndex ?? ''}`;
  return first === '' && last === '' ? '' : `!${first}:${last}`;
}

const letters = (column: number | null | undefined) => (column == null ? '' : columnLetters(column));
