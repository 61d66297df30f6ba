/** Cells that are protected against whoever is signed in: where one stands in the way, nothing is written at all. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters, quotedTitle } from '#core/tracker/index.ts';
import type { Change } from './change.ts';
import type { Remote } from './remote.ts';

/** Rows and columns from 0, the last ones outside. */
interface Rect {
  sheetId: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

type Bounds = Record<string, unknown>;
type Protection = sheets_v4.Schema$ProtectedRange;

/** The protected places that changes would write into, as a spreadsheet names them: `'Cases'!B2:B500`. */
export function lockedPlaces(remote: Remote, changes: readonly Change[]): string[] {
  const locked = remote.sheets.flatMap(({ protections, title }) =>
    protections.filter(isLocked).map((protection) => ({ ...protection, title })),
  );
  // Most trackers have none, and their changes may be of many rows.
  if (locked.length === 0) return [];
  const touched = changes.flatMap(({ requests }) => requests.flatMap(rectsIn));
  return locked
    .filter((protection) => isInTheWay(protection, touched))
    .map(({ range, title }) => quotedTitle(title) + placeOf(range!));
}

const isLocked = ({ range, requestingUserCanEdit, warningOnly }: Protection) =>
  requestingUserCanEdit === false && !warningOnly && range;

function isInTheWay({ range, unprotectedRanges }: Protection, touched: readonly Rect[]): boolean {
  const locked = rectOf(range as Bounds);
  const open = (unprotectedRanges ?? []).map((part) => rectOf(part as Bounds));
  return touched.some((rect) => overlap(rect, locked) && !open.some((part) => holds(part, rect)));
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
  const [top, left] = [Number(rowIndex ?? 0), Number(columnIndex ?? 0)];
  const width = Math.max(1, ...rows.map(({ values }) => values?.length ?? 0));
  return { sheetId: Number(sheetId ?? 0), top, left, bottom: top + rows.length, right: left + width };
}

const hasBounds = (range: object) => Object.keys(range).some((name) => /^(start|end)\w*Index$/.test(name));

function rectOf(range: Bounds): Rect {
  const { dimension, sheetId, startIndex, endIndex } = range;
  const edge = (name: string, kind: string, otherwise: number) =>
    Number(
      range[name] ??
        (dimension === kind ? (name.startsWith('start') ? startIndex : endIndex) : null) ??
        otherwise,
    );
  return {
    sheetId: Number(sheetId ?? 0),
    top: edge('startRowIndex', 'ROWS', 0),
    bottom: edge('endRowIndex', 'ROWS', Number.POSITIVE_INFINITY),
    left: edge('startColumnIndex', 'COLUMNS', 0),
    right: edge('endColumnIndex', 'COLUMNS', Number.POSITIVE_INFINITY),
  };
}

function overlap(one: Rect, other: Rect): boolean {
  return (
    one.sheetId === other.sheetId &&
    one.top < other.bottom &&
    other.top < one.bottom &&
    one.left < other.right &&
    other.left < one.right
  );
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.sheetId === inner.sheetId &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
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
