/** What the people of a spreadsheet do to it by hand, at the stand-in for Google. */
import { COLUMN_MARK, TAB_MARK } from '#core/tracker/marks.ts';
import type { Cells } from '../../extension/platform/sheets/tracker-sheet.ts';
import type { Dice } from '../fuzz/mutate.ts';
import { type Book, keepOnly, sheetOfMark } from '../support/google/book.ts';
import type { Cell, Sheet } from '../support/google/sheet.ts';
import { TABS, type TabName, TYPED } from './world.ts';

/** The header of a column that is its people's own. */
export const OWN_COLUMN = 'Remarks';

type Marks = Book['marks'];
interface DeletedColumn {
  sheet: number;
  id: string;
  place: number;
  /** Rows move meanwhile: each is known by the cells that stayed in it. */
  rows: { beside: ReadonlySet<Cell>; cell: Cell }[];
}

export class GooglePeople {
  isDeleted = false;
  /** Signed in is somebody who never picked this file. */
  isElsewhere = false;
  isProtected = false;
  isSignedOut = false;
  private deletedTab: { sheet: Sheet; marks: Marks } | null = null;
  private deletedColumn: DeletedColumn | null = null;
  private renamed = 0;

  readonly deeds: Readonly<Record<string, (dice: Dice) => void>> = {
    move: (dice) =>
      this.onCalmTab(dice, (sheet) => this.move(sheet, placeIn(sheet, dice), placeIn(sheet, dice))),
    insert: (dice) =>
      this.onCalmTab(dice, (sheet) => this.now.shift(sheet, 'COLUMNS', placeIn(sheet, dice), 1)),
    'delete a column': (dice) =>
      this.onCalmTab(dice, (sheet) => this.deleteColumn(sheet, placeIn(sheet, dice))),
    'rename a tab': (dice) =>
      this.onTab(dice, (sheet) =>
        this.now.rename(sheet, `${dice.pick(['Tab', "Mira's tab", 'Übersicht!'])} ${this.renamed++}`),
      ),
    'rename the file': () => {
      this.now.properties.title = `Tracker ${this.renamed++}`;
    },
    sort: (dice) => this.onCalmTab(dice, sortRows),
    protect: () => {
      this.isProtected = true;
    },
    delete: () => {
      this.isDeleted = true;
    },
    'delete a tab': (dice) => this.onTab(dice, (sheet) => this.deleteTab(sheet)),
    'sign in as somebody else': () => {
      this.isElsewhere = true;
    },
    restore: () => this.restore(),
  };

  constructor(private readonly book: () => Book) {}

  /** A change that is carried out leaves another book in the place of this one. */
  private get now(): Book {
    return this.book();
  }

  /** A row of its own, or a remark beside the last row. */
  type(tab: TabName, text: string, { chance }: Dice): void {
    const sheet = this.tab(tab);
    if (!sheet) return;
    const isRemark = chance(0.5);
    const own = sheet.rows[0]!.findIndex((cell) => contentOf(cell) === OWN_COLUMN);
    const place = isRemark ? own : this.placesOn(sheet)[TYPED[tab]]!;
    const last = sheet.rows.findLastIndex(isFilled);
    const row = isRemark && contentOf(sheet.at(last, own)) === null ? last : last + 1;
    if (row >= sheet.rowCount) sheet.append('ROWS', 1);
    sheet.cell(row, place).userEnteredValue = { stringValue: text };
  }

  heal(): void {
    this.isSignedOut = false;
    this.restore();
  }

  isWhole(): boolean {
    return !this.isDeleted && !this.isElsewhere && !this.deletedTab && !this.deletedColumn;
  }

  read(tab: TabName): Cells[] {
    const { sheet, marks } = this.tabEvenDeleted(tab);
    const places = Object.entries(placesBy(marks, sheet));
    const column = this.deletedColumn?.sheet === sheet.id ? this.deletedColumn : null;
    return Array.from(sheet.rows, (cells) => cells ?? [])
      .slice(1)
      .filter(isFilled)
      .map((cells) => ({
        ...Object.fromEntries(places.map(([id, place]) => [id, contentOf(cells[place])])),
        ...(column && { [column.id]: contentOf(cellBeside(cells, column)) }),
      }));
  }

  count(text: string): number {
    const sheets = [...this.now.sheets, ...(this.deletedTab ? [this.deletedTab.sheet] : [])];
    const cells = [
      ...sheets.flatMap(({ rows }) => Array.from(rows, (row) => row ?? []).flat()),
      ...(this.deletedColumn?.rows ?? []).map(({ cell }) => cell),
    ];
    return cells.filter((cell) => contentOf(cell) === text).length;
  }

  private tab(id: TabName): Sheet | undefined {
    const mark = this.now.marks.find(
      ({ metadataKey, metadataValue }) => metadataKey === TAB_MARK && metadataValue === id,
    );
    return mark && this.now.sheet(mark.location?.sheetId);
  }

  private tabEvenDeleted(id: TabName): { sheet: Sheet; marks: Marks } {
    const sheet = this.tab(id);
    return sheet ? { sheet, marks: this.now.marks } : this.deletedTab!;
  }

  /** Not in the second in which a row is being changed: ARCHITECTURE.md says what nobody can see then. */
  private onCalmTab(dice: Dice, deed: (sheet: Sheet) => void): void {
    const isPin = ({ location }: Marks[number]) => location?.dimensionRange?.dimension === 'ROWS';
    if (!this.now.marks.some(isPin)) this.onTab(dice, deed);
  }

  private onTab({ pick }: Dice, deed: (sheet: Sheet) => void): void {
    const sheet = this.tab(pick(TABS));
    if (sheet) deed(sheet);
  }

  private placesOn(sheet: Sheet): Record<string, number> {
    return placesBy(this.now.marks, sheet);
  }

  private move(sheet: Sheet, from: number, to: number): void {
    const order = Array.from({ length: sheet.columnCount }, (_, place) => place);
    order.splice(to, 0, ...order.splice(from, 1));
    for (const [row, cells] of sheet.rows.entries())
      if (cells) sheet.rows[row] = order.map((place) => cells[place]);
    for (const { location } of columnMarks(this.now.marks, sheet)) {
      const range = location!.dimensionRange!;
      range.startIndex = order.indexOf(range.startIndex!);
      range.endIndex = range.startIndex + 1;
    }
  }

  private deleteColumn(sheet: Sheet, place: number): void {
    const id = Object.entries(this.placesOn(sheet)).find(([, at]) => at === place)?.[0];
    if (this.deletedColumn || id === undefined || Object.values(TYPED).includes(id)) return;
    const rows = Array.from(sheet.rows, (cells) => cells ?? []).map((cells) => ({
      beside: new Set(cells.filter((cell, at) => at !== place && cell !== undefined) as Cell[]),
      cell: cells[place] ?? {},
    }));
    this.deletedColumn = { sheet: sheet.id, id, place, rows };
    this.now.shift(sheet, 'COLUMNS', place, -1);
  }

  private bringColumnBack(): void {
    if (!this.deletedColumn) return;
    const { sheet: sheetId, id, rows, place: before } = this.deletedColumn;
    const sheet = this.now.sheet(sheetId);
    const place = Math.min(before, sheet.columnCount);
    this.now.shift(sheet, 'COLUMNS', place, 1);
    for (const [row, cells] of sheet.rows.entries()) {
      const cell = cellBeside(cells ?? [], { rows });
      if (cell) sheet.rows[row]![place] = cell;
    }
    const dimensionRange = { sheetId, dimension: 'COLUMNS', startIndex: place, endIndex: place + 1 };
    const location = { locationType: 'COLUMN', dimensionRange };
    this.now.marks.push({
      metadataId: this.now.newId(),
      metadataKey: COLUMN_MARK,
      metadataValue: id,
      location,
    });
    this.deletedColumn = null;
  }

  private deleteTab(sheet: Sheet): void {
    if (this.deletedTab) return;
    const marks = this.now.marks.filter(({ location }) => sheetOfMark(location) === sheet.id);
    this.deletedTab = { sheet, marks };
    this.now.remove(sheet.id);
  }

  private restore(): void {
    Object.assign(this, { isDeleted: false, isElsewhere: false, isProtected: false });
    if (this.deletedTab) {
      this.now.sheets.push(this.deletedTab.sheet);
      keepOnly(this.now.marks, ({ location }) => sheetOfMark(location) !== this.deletedTab!.sheet.id);
      this.now.marks.push(...this.deletedTab.marks);
      this.now.reindex();
      this.deletedTab = null;
    }
    this.bringColumnBack();
  }
}

function columnMarks(marks: Marks, sheet: Sheet): Marks {
  return marks.filter(
    ({ metadataKey, location }) => metadataKey === COLUMN_MARK && sheetOfMark(location) === sheet.id,
  );
}

function placesBy(marks: Marks, sheet: Sheet): Record<string, number> {
  return Object.fromEntries(
    columnMarks(marks, sheet).map(({ metadataValue, location }) => [
      metadataValue!,
      location!.dimensionRange!.startIndex!,
    ]),
  );
}

function cellBeside(
  cells: readonly (Cell | undefined)[],
  { rows }: Pick<DeletedColumn, 'rows'>,
): Cell | undefined {
  return rows.find(({ beside }) => cells.some((cell) => cell && beside.has(cell)))?.cell;
}

function placeIn({ columnCount }: Sheet, { below }: Dice): number {
  return below(columnCount);
}

function isFilled(cells: readonly (Cell | undefined)[] | undefined): boolean {
  return (cells ?? []).some((cell) => contentOf(cell) !== null);
}

function sortRows(sheet: Sheet): void {
  const filled = Array.from(sheet.rows.slice(1)).filter(isFilled).reverse();
  sheet.rows.splice(1, sheet.rows.length, ...filled);
}

function contentOf(cell: Cell | undefined): string | number | boolean | null {
  const { stringValue, numberValue, boolValue } = cell?.userEnteredValue ?? {};
  return stringValue ?? numberValue ?? boolValue ?? null;
}
