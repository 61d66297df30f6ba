/** A sheet of the stand-in: its cells as they were written, and what people do to it by hand. */
import { columnLetters } from '#core/tracker/index.ts';
import type { FakeChart } from './page.ts';

export interface FakeCell {
  value: unknown;
  formula: string;
  format: string;
  validation: unknown;
  note: string;
  ground: string;
  ink: string;
  weight: string;
}

export const EMPTY: FakeCell = {
  value: '',
  formula: '',
  format: '',
  validation: null,
  note: '',
  ground: '',
  ink: '',
  weight: '',
};

export interface FakeRule {
  formula: string;
  ranges: string[];
  background: string;
}

export interface FakeProtection {
  range: string;
  description: string;
  isWarning: boolean;
  /** Whether whoever is at work may not write there. */
  isLocked?: boolean;
  /** Whether it is a whole sheet's. */
  isOfSheet?: boolean;
  /** Parts of a protected sheet in which everybody may write. */
  open?: string[];
}

let made = 0;

export class FakeSheet {
  /** The number by which Google knows the sheet. */
  readonly gridId = ++made;
  protections: FakeProtection[] = [];
  rows = 1000;
  columns = 26;
  rules: FakeRule[] = [];
  filter: string | null = null;
  frozenRows = 0;
  frozenColumns = 0;
  hidden = new Set<number>();
  isHidden = false;
  writes = 0;
  charts: FakeChart[] = [];
  /** Cells that stand across several columns. */
  merged = new Set<string>();
  showsGridlines = true;
  private grid = new Map<string, FakeCell>();

  constructor(
    public name: string,
    private readonly columnsMoved: (from: (column: number) => number) => void,
  ) {}

  at(row: number, column: number): FakeCell {
    const key = `${row},${column}`;
    const cell = this.grid.get(key) ?? { ...EMPTY };
    this.grid.set(key, cell);
    return cell;
  }

  /** Cells in which something is, by `row,column`. */
  cells(): Record<string, FakeCell> {
    const filled = [...this.grid].filter(([, cell]) => JSON.stringify(cell) !== JSON.stringify(EMPTY));
    return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The last row (0) or column (1) in which a value or a formula stands; 0 where there is none. */
  lastUsed(axis: 0 | 1): number {
    let last = 0;
    for (const [key, { value, formula }] of this.grid) {
      if (value !== '' || formula !== '') last = Math.max(last, Number(key.split(',')[axis]));
    }
    return last;
  }

  checkColumn(column: number): void {
    this.checkArea(1, column, 1, 1);
  }

  checkArea(row: number, column: number, rows: number, columns: number): void {
    const isInside =
      [row, column, rows, columns].every((value) => Number.isInteger(value) && value >= 1) &&
      row + rows - 1 <= this.rows &&
      column + columns - 1 <= this.columns;
    if (!isInside) throw new Error(`Outside the grid of ${this.name}: ${a1(row, column, rows, columns)}`);
  }

  /** Keeps what the sheet holds now; gives what brings it back. */
  keep(): () => void {
    const cells = [...this.grid].map(([key, cell]) => [key, { ...cell }] as const);
    const { rows, columns } = this;
    return () => {
      this.grid = new Map(cells.map(([key, cell]) => [key, { ...cell }]));
      Object.assign(this, { rows, columns });
    };
  }

  addRows(count: number): void {
    this.rows += count;
  }

  addColumns(count: number): void {
    this.columns += count;
  }

  /** As a person does it: the cells and what is bound to the column go along. */
  moveColumn(from: number, to: number): void {
    this.rearrange((column) => {
      if (column === from) return to;
      if (from < to) return column > from && column <= to ? column - 1 : column;
      return column >= to && column < from ? column + 1 : column;
    });
  }

  insertColumn(before: number): void {
    this.columns++;
    this.rearrange((column) => (column >= before ? column + 1 : column));
  }

  deleteColumn(gone: number): void {
    this.rearrange((column) => (column === gone ? 0 : column > gone ? column - 1 : column));
    this.columns--;
  }

  /** As a person does it; formulas are kept as they were written, for nothing here works them out. */
  deleteRow(gone: number): void {
    const left = [...this.grid].flatMap(([key, cell]) => {
      const [row, column] = key.split(',').map(Number) as [number, number];
      return row === gone ? [] : [[`${row > gone ? row - 1 : row},${column}`, cell] as const];
    });
    this.grid = new Map(left);
    this.rows--;
  }

  /** Rows come in before a place from 0, or as many go from there on where `by` is below 0; its own cells alone. */
  shiftRows(index: number, by: number): void {
    const shifted = [...this.grid].flatMap(([key, cell]) => {
      const [row, column] = key.split(',').map(Number) as [number, number];
      if (row <= index) return [[key, cell] as const];
      return row > index - by ? [[`${row + by},${column}`, cell] as const] : [];
    });
    this.grid = new Map(shifted);
    this.rows += by;
  }

  private rearrange(from: (column: number) => number): void {
    const moved = new Map<string, FakeCell>();
    for (const [key, cell] of this.grid) {
      const [row, column] = key.split(',').map(Number) as [number, number];
      if (from(column) > 0) moved.set(`${row},${from(column)}`, cell);
    }
    this.grid = moved;
    this.columnsMoved(from);
  }
}

export function a1(row: number, column: number, rows: number, columns: number): string {
  const corner = (r: number, c: number) => `${columnLetters(c - 1)}${r}`;
  return `${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
}

/** A formula as it reads some rows further down: rows without a dollar sign go along. */
export function shiftRows(formula: string, by: number): string {
  return rowShifter(formula)(by);
}

/** The same for many rows: the formula is taken apart once. */
export function rowShifter(formula: string): (by: number) => string {
  // Between texts that stay, the numbers of the rows that go along.
  const parts = formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'!)/)
    .flatMap((part, index): (string | number)[] => {
      if (index % 2 === 1) return [part];
      return part
        .split(/(\$?[A-Z]{1,3})(\d+)\b(?!\()/g)
        .map((piece, place) => (place % 3 === 2 ? Number(piece) : piece));
    });
  return (by) => parts.map((part) => (typeof part === 'number' ? part + by : part)).join('');
}
