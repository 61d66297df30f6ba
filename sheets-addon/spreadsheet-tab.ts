/// <reference types="google-apps-script" />
/** One tab of the open spreadsheet; every range in one call, so that the number of calls does not grow with the rows. */
import type { Page } from '#core/report/index.ts';
import {
  type Cell,
  COLUMN_MARK,
  type Format,
  HELPER_MARK,
  NUMBER_FORMATS,
  TAB_MARK,
  UNFINISHED_MARK,
} from '#core/tracker/index.ts';
import type { Area } from './area.ts';
import type { CheckRule } from './spreadsheet-checks.ts';
import { type Highlight, setHighlights } from './spreadsheet-highlights.ts';
import { mark, marksIn } from './spreadsheet-marks.ts';
import { drawPage, literal, makeRoom, type PageInput } from './spreadsheet-page.ts';
import { lockedPlaces, warnOfChanges } from './spreadsheet-warnings.ts';

export type DrawnPage = [page: Page, inputs: readonly PageInput[], hint: string];

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export type { Area };

export interface Paint {
  ground?: string;
  ink?: string;
  bold?: boolean;
  size?: number;
  wrap?: boolean;
}

export class OpenTab {
  constructor(private readonly sheet: Sheet) {}

  get title(): string {
    return this.sheet.getName();
  }

  range({ row, column, rows, columns }: Area): Range {
    return this.sheet.getRange(row, column, rows, columns);
  }

  mark(id: string): void {
    mark(this.sheet, TAB_MARK, id);
  }

  /** Notes that its contents are still to come, until `finish`: what breaks off in between is begun again. */
  begin(id: string): void {
    if (this.unfinished().length === 0) mark(this.sheet, UNFINISHED_MARK, id);
  }

  finish(): void {
    for (const entry of this.unfinished()) entry.remove();
  }

  private unfinished() {
    return marksIn(this.sheet, UNFINISHED_MARK);
  }

  get isEmpty(): boolean {
    return this.sheet.getLastRow() === 0;
  }

  /** Columns up to the last in which anything stands. */
  get usedColumns(): number {
    return this.sheet.getLastColumn();
  }

  /** The id of the tab that carries our mark; `null` where it is none of ours. */
  get id(): string | null {
    return marksIn(this.sheet, TAB_MARK)[0]?.getValue() ?? null;
  }

  /** Position from 0 of one marked column, without looking for the others; -1 where it is not there. */
  positionOf(id: string): number {
    const found = marksIn(this.sheet, COLUMN_MARK, id);
    return (found[0]?.getLocation().getColumn()?.getColumn() ?? 0) - 1;
  }

  /** Columns that carry a mark: their position from 0, by id. */
  markedColumns(key: string): Map<string, number> {
    const found = marksIn(this.sheet, key);
    return new Map(
      found.flatMap((entry) => {
        const [id, column] = [entry.getValue(), entry.getLocation().getColumn()];
        return id && column ? [[id, column.getColumn() - 1] as const] : [];
      }),
    );
  }

  markColumn(position: number, key: string, id: string): void {
    mark(this.sheet.getRange(1, position + 1, this.sheet.getMaxRows(), 1), key, id);
  }

  get rowCount(): number {
    return this.sheet.getMaxRows();
  }

  get columnCount(): number {
    return this.sheet.getMaxColumns();
  }

  /** Makes the grid at least this large; nothing is ever taken away. */
  growTo(rows: number, columns: number): void {
    makeRoom(this.sheet, rows, columns);
  }

  /** Makes it longer from before its last row, so that ranges which end there reach the new rows, in formulas as well. */
  lengthenTo(rows: number, withFormulas: boolean): void {
    const row = this.rowCount;
    this.sheet.insertRowsBefore(row, rows - row);
    for (const position of withFormulas ? this.markedColumns(HELPER_MARK).values() : []) {
      const own = { row: rows, column: position + 1, rows: 1, columns: 1 };
      this.copyFormulas(own, { ...own, row, rows: rows - row });
    }
  }

  values(area: Area): unknown[][] {
    return this.range(area).getValues();
  }

  /** What has been put into a column's cells: a formula as its text; a text that looks like one never like it. */
  typedIn(area: Area): unknown[] {
    const formulas = this.range(area).getFormulas();
    return this.values(area).map(
      ([value], row) => formulas[row]![0] || (typeof value === 'string' ? value.replace(/^=/, "'=") : value),
    );
  }

  dropColumn(position: number): void {
    this.sheet.deleteColumn(position + 1);
  }

  /** Writes values; a text stays that text, whatever it begins with. */
  write(area: Area, cells: readonly (readonly Cell[])[]): void {
    this.range(area).setValues(cells.map((row) => row.map(literal)));
  }

  /** Writes one row of formulas, and the same below it down to the end of the area. */
  writeFormulas(area: Area, formulas: readonly string[]): void {
    const first = { ...area, rows: 1 };
    this.range(first).setFormulas([[...formulas]]);
    if (area.rows > 1) this.copyFormulas(first, { ...area, row: area.row + 1, rows: area.rows - 1 });
  }

  private copyFormulas(from: Area, to: Area): void {
    this.range(from).copyTo(this.range(to), SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false);
  }

  setFormat(area: Area, format: Format): void {
    this.range(area).setNumberFormat(NUMBER_FORMATS[format]);
  }

  paint(area: Area, { ground, ink, bold, size, wrap }: Paint): void {
    const range = this.range(area);
    if (ground !== undefined) range.setBackground(ground);
    if (ink !== undefined) range.setFontColor(ink);
    if (bold) range.setFontWeight('bold');
    if (size !== undefined) range.setFontSize(size);
    if (wrap) range.setWrap(true);
  }

  note(area: Area, text: string): void {
    this.range(area).setNote(text);
  }

  /** One check for all cells of an area. */
  check(area: Area, rule: CheckRule): void {
    this.range(area).setDataValidation(rule);
  }

  /** A check for each cell, or none. */
  checkEach(area: Area, rules: readonly (readonly (CheckRule | null)[])[]): void {
    this.range(area).setDataValidations(rules.map((row) => [...row]));
  }

  checksOf(area: Area): (CheckRule | null)[][] {
    return this.range(area).getDataValidations();
  }

  /** Puts our highlights after people's own rules, in place of those of ours that are there. */
  setHighlights(
    rules: readonly (Highlight & { areas: readonly Area[] })[],
    isOurs: (formula: string) => boolean,
  ): void {
    setHighlights(
      this.sheet,
      rules.map(({ areas, ...rule }) => ({ ...rule, ranges: areas.map((area) => this.range(area)) })),
      isOurs,
    );
  }

  /** Warns whoever changes these cells; nothing is locked, and what people have protected themselves stays. */
  warnOfChanges(areas: readonly Area[], why: string): void {
    warnOfChanges(
      this.sheet,
      areas.map((area) => this.range(area)),
      why,
    );
  }

  /** Of these areas what is protected against whoever is at work, as a spreadsheet names it. */
  lockedPlaces(areas: readonly Area[]): string[] {
    return lockedPlaces(this.sheet, areas);
  }

  freeze(rows: number, columns: number): void {
    this.sheet.setFrozenRows(rows);
    this.sheet.setFrozenColumns(columns);
  }

  /** Adds a filter where there is none; a filter that people have set stays. */
  offerFilter(area: Area): void {
    if (!this.sheet.getFilter()) this.range(area).createFilter();
  }

  /** Shows a range of the tab to its user. */
  show(area: Area): void {
    this.range(area).activate();
  }

  /** Draws a page in place of all that the tab holds, and shows it to its user. */
  drawPage(...drawn: DrawnPage): void {
    drawPage(this.sheet, ...drawn);
    this.sheet.activate();
  }

  setWidth(position: number, pixels: number): void {
    this.sheet.setColumnWidth(position + 1, pixels);
  }

  hideColumns(position: number, count: number): void {
    this.sheet.hideColumns(position + 1, count);
  }

  hide(): void {
    this.sheet.hideSheet();
  }

  setColour(colour: string): void {
    this.sheet.setTabColor(colour);
  }
}
