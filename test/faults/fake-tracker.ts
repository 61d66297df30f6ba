/**
 * A tracker as strict as the real one where it matters to the queue: rows are addressed by place, a change is carried
 * out whole or not at all, a mark that exists refuses the whole change. Its people move columns and type rows meanwhile.
 */
import {
  type Cells,
  isFailure,
  type Layout,
  type SheetFailure,
} from '../../extension/platform/sheets/tracker-sheet.ts';

type Cell = Cells[string];

export interface Written {
  mark: string;
  cells: Cells;
}

export class FakeTracker {
  isDeleted = false;
  isProtected = false;
  isSignedOut = false;
  isTabDeleted = false;
  /** Column ids by place; `null`: a column that people have put in between. */
  columns: (string | null)[] = ['date', 'engagement', 'hours', 'note', 'id'];
  rows: Cell[][] = [];
  readonly marks = new Set<string>();
  /** Every row that was carried out, in order. */
  readonly log: Written[] = [];

  layout(columns: readonly string[]): Layout | SheetFailure {
    const gone = this.whyNot(false);
    if (gone) return gone;
    const places: Record<string, number> = {};
    for (const column of columns) {
      const place = this.columns.indexOf(column);
      if (place < 0) return { failed: 'columns-gone' };
      places[column] = place;
    }
    return { sheetId: 7, columns: places, freeRow: this.rows.length, rowCount: this.rows.length + 1 };
  }

  insert(layout: Layout, mark: string, cells: Cells): 'written' | 'already' | SheetFailure {
    const gone = this.whyNot(true);
    if (gone) return gone;
    if (this.marks.has(mark)) return 'already';
    if (layout.freeRow > this.rows.length) return { failed: 'refused', detail: 'Out of the grid' };
    const row: Cell[] = [];
    for (const [column, place] of Object.entries(layout.columns)) row[place] = cells[column] ?? null;
    this.marks.add(mark);
    this.rows.splice(layout.freeRow, 0, row);
    this.log.push({ mark, cells });
    return 'written';
  }

  rowOf(columns: readonly string[], id: string): Cells | null | SheetFailure {
    const layout = this.layout(columns);
    if (isFailure(layout)) return layout;
    const row = this.rows.find((cells) => cells[layout.columns.id!] === id);
    if (!row) return null;
    return Object.fromEntries(columns.map((column) => [column, row[layout.columns[column]!] ?? null]));
  }

  forget(marks: readonly string[]): null | SheetFailure {
    const gone = this.whyNot(true);
    if (gone) return gone;
    for (const mark of marks) this.marks.delete(mark);
    return null;
  }

  /** How often a text stands anywhere in the tab. */
  count(text: string): number {
    return this.rows.flat().filter((cell) => cell === text).length;
  }

  moveColumn(from: number, to: number): void {
    const move = <T>(list: T[]) => {
      // Rows may be shorter than the grid.
      while (list.length <= Math.max(from, to)) list.push(null as T);
      list.splice(to, 0, ...list.splice(from, 1));
    };
    move(this.columns);
    this.rows.forEach(move);
  }

  insertColumn(at: number): void {
    this.columns.splice(at, 0, null);
    for (const row of this.rows) {
      while (row.length < at) row.push(null);
      row.splice(at, 0, null);
    }
  }

  typeRow(text: string): void {
    this.rows.push(this.columns.map((column) => (column === 'note' ? text : null)));
  }

  sort(): void {
    this.rows.reverse();
  }

  private whyNot(writing: boolean): SheetFailure | null {
    if (this.isSignedOut) return { failed: 'signed-out' };
    if (this.isDeleted) return { failed: 'not-picked' };
    if (this.isTabDeleted) return { failed: 'tab-gone' };
    if (writing && this.isProtected) return { failed: 'protected' };
    return null;
  }
}
