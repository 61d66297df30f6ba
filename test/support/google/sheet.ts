/** One sheet of the stand-in: its grid, and what is bound to its rows and columns. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';
import { movedSpan } from './formulas.ts';
import { refuse } from './refused.ts';

export type Cell = sheets.Schema$CellData;
export type Dimension = 'COLUMNS' | 'ROWS';

/** A rectangle whose ends are all known: first inside, last outside. */
export interface Rect {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const PROTECTED = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner.';
const isWhole = ({ sheetId: _, ...edges }: sheets.Schema$GridRange) =>
  Object.values(edges).every((edge) => edge == null);

export class Sheet {
  readonly rows: (Cell | undefined)[][] = [];
  readonly rules: sheets.Schema$ConditionalFormatRule[] = [];
  readonly protections: sheets.Schema$ProtectedRange[] = [];
  readonly columns: sheets.Schema$DimensionProperties[] = [];
  /** Rows of a height of their own. */
  readonly heights: sheets.Schema$DimensionProperties[] = [];
  readonly merges: sheets.Schema$GridRange[] = [];
  readonly charts: sheets.Schema$EmbeddedChart[] = [];
  filter: sheets.Schema$BasicFilter | null = null;

  constructor(readonly properties: sheets.Schema$SheetProperties) {
    properties.gridProperties = { rowCount: 1000, columnCount: 26, ...properties.gridProperties };
  }

  get id(): number {
    return this.properties.sheetId!;
  }

  get title(): string {
    return this.properties.title!;
  }

  get rowCount(): number {
    return this.properties.gridProperties!.rowCount!;
  }

  get columnCount(): number {
    return this.properties.gridProperties!.columnCount!;
  }

  at(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }

  /** The cell, to be changed: one of its own, as a copy of the sheet shares the others. */
  cell(row: number, column: number): Cell {
    const cells = this.rows[row] ?? [];
    this.rows[row] = cells;
    const cell = { ...cells[column] };
    cells[column] = cell;
    return cell;
  }

  /** The rows as they are now, whatever cells are changed later. */
  get rowsNow(): (Cell | undefined)[][] {
    return this.rows.map((cells) => cells?.slice());
  }

  rect(range: sheets.Schema$GridRange): Rect {
    const rect = {
      top: range.startRowIndex ?? 0,
      bottom: range.endRowIndex ?? this.rowCount,
      left: range.startColumnIndex ?? 0,
      right: range.endColumnIndex ?? this.columnCount,
    };
    this.check(rect);
    return rect;
  }

  check({ top, bottom, left, right }: Rect): void {
    const isWhole = [top, bottom, left, right].every((edge) => Number.isInteger(edge) && edge >= 0);
    if (!isWhole || top >= bottom || left >= right || bottom > this.rowCount || right > this.columnCount) {
      refuse(`Range [${top}, ${bottom}) × [${left}, ${right}) is empty or exceeds the grid of ${this.title}`);
    }
  }

  /** A range to write into: refused where somebody has protected a cell of it against whoever is signed in. */
  writable(range: sheets.Schema$GridRange): Rect {
    const rect = this.rect(range);
    for (const { range: locked, requestingUserCanEdit, unprotectedRanges } of this.protections) {
      if (requestingUserCanEdit !== false) continue;
      const { top, bottom, left, right } = this.rect(locked ?? {});
      const open = (unprotectedRanges ?? []).map((part) => this.rect(part));
      const isLocked = (row: number, column: number) =>
        !open.some(
          (part) => row >= part.top && row < part.bottom && column >= part.left && column < part.right,
        );
      let touched = false;
      for (let row = Math.max(top, rect.top); row < Math.min(bottom, rect.bottom); row++)
        for (let column = Math.max(left, rect.left); column < Math.min(right, rect.right); column++)
          touched ||= isLocked(row, column);
      if (touched) refuse(PROTECTED);
    }
    return rect;
  }

  /** A tab that is protected as a whole gets and loses no rows or columns, whatever parts of it are open. */
  checkShape(): void {
    const isLocked = this.protections.some(
      ({ range, requestingUserCanEdit }) => requestingUserCanEdit === false && isWhole(range ?? {}),
    );
    if (isLocked) refuse(PROTECTED);
  }

  append(dimension: Dimension, length: number): void {
    const name = dimension === 'ROWS' ? 'rowCount' : 'columnCount';
    this.properties.gridProperties![name]! += length;
  }

  /** Rows or columns come in before `index`, or go from there: cells and everything bound to them go along. */
  shift(dimension: Dimension, index: number, by: number): void {
    this.append(dimension, by);
    if (dimension === 'ROWS') splice(this.rows, index, by);
    else {
      for (const row of this.rows) if (row) splice(row, index, by);
      splice(this.columns, index, by);
    }
    const keep = (range: sheets.Schema$GridRange) => shiftedRange(range, dimension, index, by);
    for (const rule of this.rules.splice(0)) {
      const ranges = (rule.ranges ?? []).flatMap((range) => keep(range) ?? []);
      if (ranges.length > 0) this.rules.push({ ...rule, ranges });
    }
    for (const protection of this.protections.splice(0)) {
      const range = keep(protection.range!);
      if (range) this.protections.push({ ...protection, range });
    }
    if (this.filter) {
      const range = keep(this.filter.range!);
      this.filter = range ? { ...this.filter, range } : null;
    }
  }
}

function splice<T>(list: (T | undefined)[], index: number, by: number): void {
  if (list.length <= index) return;
  if (by < 0) list.splice(index, -by);
  else list.splice(index, 0, ...Array.from<undefined>({ length: by }));
}

/** A range after the shift; `null` when all of it went. */
export function shiftedRange(
  range: sheets.Schema$GridRange,
  dimension: Dimension,
  index: number,
  by: number,
): sheets.Schema$GridRange | null {
  const [start, end] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  if (range[start] === undefined || range[end] === undefined) return range;
  const [first, last] = movedSpan(range[start]!, range[end]! - 1, { index, by });
  return last < first ? null : { ...range, [start]: first, [end]: last + 1 };
}
