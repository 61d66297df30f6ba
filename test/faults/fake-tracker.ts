/**
 * A tracker as strict as the real one where it matters to the queue: rows are addressed by place, a change is carried
 * out whole or not at all, a mark that exists refuses the whole change. Its people move columns, delete them, bring them
 * back and type rows meanwhile.
 */
import {
  type Cells,
  isFailure,
  type Layout,
  type Pinned,
  type SheetFailure,
} from '../../extension/platform/sheets/tracker-sheet.ts';
import { TABS, type TabName, TYPED } from './world.ts';

type Cell = Cells[string];

export interface Written {
  mark: string;
  cells: Cells;
}

class FakeTab {
  /** Column ids by place; `null`: a column that people have put in between. */
  columns: (string | null)[];
  rows: Cell[][] = [];
  /** A column that people have deleted and can bring back, with what stood in it. */
  deleted: { id: string; place: number; cells: Map<Cell[], Cell> } | null = null;

  constructor(columns: readonly string[]) {
    this.columns = [...columns];
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

  deleteColumn(place: number): void {
    const id = this.columns[place];
    if (this.deleted || !id || Object.values(TYPED).includes(id)) return;
    this.deleted = { id, place, cells: new Map(this.rows.map((row) => [row, row[place] ?? null])) };
    for (const list of [this.columns, ...this.rows]) list.splice(place, 1);
  }

  bringColumnBack(): void {
    if (!this.deleted) return;
    const { id, cells } = this.deleted;
    const place = Math.min(this.deleted.place, this.columns.length);
    this.insertColumn(place);
    this.columns[place] = id;
    for (const row of this.rows) row[place] = cells.get(row) ?? null;
    this.deleted = null;
  }

  typeRow(text: string, column: string): void {
    this.rows.push(this.columns.map((id) => (id === column ? text : null)));
  }
}

export class FakeTracker {
  isDeleted = false;
  /** Signed in is somebody who never picked this file. */
  isElsewhere = false;
  isProtected = false;
  isSignedOut = false;
  isTabDeleted = false;
  readonly tabs: Record<TabName, FakeTab>;
  readonly marks = new Set<string>();
  /** Rows that bear a mark of their own, wherever they have moved. */
  readonly pins = new Map<string, Cell[]>();
  /** Changes of rows that were carried out, in order. */
  readonly changed: string[] = [];
  /** Every row that was carried out, in order. */
  readonly log: Written[] = [];

  constructor({
    activities = ['date', 'engagement', 'hours', 'note', 'id'],
    cases = [],
    decisions = [],
  }: Partial<Record<TabName, readonly string[]>> = {}) {
    this.tabs = {
      activities: new FakeTab(activities),
      cases: new FakeTab(cases),
      decisions: new FakeTab(decisions),
    };
  }

  get activities(): FakeTab {
    return this.tabs.activities;
  }

  layout(tab: string, columns: readonly string[]): Layout | SheetFailure {
    const gone = this.whyNot(false);
    if (gone) return gone;
    const { columns: placed, rows } = this.tabs[tab as TabName];
    const places: Record<string, number> = {};
    for (const column of columns) {
      const place = placed.indexOf(column);
      if (place < 0) return { failed: 'columns-gone' };
      places[column] = place;
    }
    const sheetId = TABS.indexOf(tab as TabName);
    return { sheetId, columns: places, freeRow: rows.length, rowCount: rows.length + 1, formulas: [] };
  }

  insert(layout: Layout, mark: string, cells: Cells): 'written' | 'already' | SheetFailure {
    const gone = this.whyNot(true);
    if (gone) return gone;
    if (this.marks.has(mark)) return 'already';
    const { rows } = Object.values(this.tabs)[layout.sheetId]!;
    if (layout.freeRow > rows.length) return { failed: 'refused', detail: 'Out of the grid' };
    const row: Cell[] = [];
    for (const [column, place] of Object.entries(layout.columns)) row[place] = cells[column] ?? null;
    this.marks.add(mark);
    rows.splice(layout.freeRow, 0, row);
    this.log.push({ mark, cells });
    return 'written';
  }

  rowOf(
    tab: string,
    columns: readonly string[],
    by: { column: string; text: string },
  ): Cells | null | SheetFailure {
    const layout = this.layout(tab, [...columns, by.column]);
    if (isFailure(layout)) return layout;
    const row = this.tabs[tab as TabName].rows.find((cells) => cells[layout.columns[by.column]!] === by.text);
    if (!row) return null;
    return Object.fromEntries(columns.map((column) => [column, row[layout.columns[column]!] ?? null]));
  }

  pin(
    tab: string,
    columns: readonly string[],
    by: { column: string; text: string },
    mark: string,
  ): Pinned | null | SheetFailure {
    const layout = this.layout(tab, [...columns, by.column]);
    if (isFailure(layout)) return layout;
    if (this.isProtected) return { failed: 'protected' };
    const { rows, columns: placed } = this.tabs[tab as TabName];
    const found = rows.find((cells) => cells[layout.columns[by.column]!] === by.text);
    if (!found) return null;
    this.pins.set(mark, found);
    const hasMore = found.some((cell, place) => placed[place] === null && (cell ?? null) !== null);
    const row = Object.fromEntries(columns.map((column) => [column, found[layout.columns[column]!] ?? null]));
    return { row, layout, hasMore };
  }

  rewrite(layout: Layout, mark: string, cells: Cells): 'written' | SheetFailure {
    const gone = this.whyNot(true);
    if (gone) return gone;
    const found = this.pins.get(mark);
    const { rows } = Object.values(this.tabs)[layout.sheetId]!;
    // As with Google: where no row bears the mark nothing is written, and that is no failure.
    if (!found || !rows.includes(found)) return 'written';
    for (const [column, cell] of Object.entries(cells)) found[layout.columns[column]!] = cell;
    this.changed.push(mark);
    return 'written';
  }

  forget(marks: readonly string[]): null | SheetFailure {
    const gone = this.whyNot(true);
    if (gone) return gone;
    for (const mark of marks) {
      this.marks.delete(mark);
      this.pins.delete(mark);
    }
    return null;
  }

  /** How often a text stands anywhere in the tracker. */
  count(text: string): number {
    return Object.values(this.tabs)
      .flatMap(({ rows, deleted }) => [...rows.flat(), ...(deleted?.cells.values() ?? [])])
      .filter((cell) => cell === text).length;
  }

  /** The rows of a tab by the columns that they stand in now. */
  read(tab: TabName): Record<string, Cell>[] {
    const { columns, rows, deleted } = this.tabs[tab];
    return rows.map((row) => ({
      ...Object.fromEntries(columns.flatMap((id, place) => (id === null ? [] : [[id, row[place] ?? null]]))),
      ...(deleted && { [deleted.id]: deleted.cells.get(row) ?? null }),
    }));
  }

  sort(): void {
    for (const { rows } of Object.values(this.tabs)) rows.reverse();
  }

  private whyNot(writing: boolean): SheetFailure | null {
    if (this.isSignedOut) return { failed: 'signed-out' };
    if (this.isDeleted || this.isElsewhere) return { failed: 'not-picked' };
    if (this.isTabDeleted) return { failed: 'tab-gone' };
    if (writing && this.isProtected) return { failed: 'protected' };
    return null;
  }
}
