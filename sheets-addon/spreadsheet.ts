/// <reference types="google-apps-script" />
/**
 * The open spreadsheet: the only file that knows SpreadsheetApp. Everything is read and written in whole
 * ranges, so that the number of calls does not grow with the rows.
 */
import type { Cell, Format } from '#core/tracker/index.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Developer metadata by which a tab and a column are found again, wherever people move or rename them. */
const TAB_KEY = 'dueline-tab';
const COLUMN_KEY = 'dueline-column';

/** A rectangle of cells: rows and columns counted from 1. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Paint {
  ground?: string;
  ink?: string;
  bold?: boolean;
  size?: number;
  wrap?: boolean;
}

export interface HighlightRule {
  formula: string;
  areas: readonly Area[];
  ground: string;
  ink: string;
  bold: boolean;
}

const FORMATS: Record<Format, string> = {
  text: '@',
  date: 'yyyy-mm-dd',
  'date-time': 'yyyy-mm-dd hh:mm',
  hours: '0.00',
  number: 'General',
  integer: '0',
  limit: 'General;-General;"–"',
  percent: '0%',
};

export class OpenSpreadsheet {
  private readonly spreadsheet = SpreadsheetApp.getActiveSpreadsheet();

  /** IANA name of the zone in which the sheet's dates are meant. */
  get zone(): string {
    return this.spreadsheet.getSpreadsheetTimeZone();
  }

  /** The tabs that carry our mark, by their id. */
  markedTabs(): Map<string, OpenTab> {
    const found = this.spreadsheet.createDeveloperMetadataFinder().withKey(TAB_KEY).find();
    return new Map(
      found.flatMap((entry) => {
        const [id, sheet] = [entry.getValue(), entry.getLocation().getSheet()];
        return id && sheet ? [[id, new OpenTab(sheet)] as const] : [];
      }),
    );
  }

  tabNamed(title: string): OpenTab | null {
    const sheet = this.spreadsheet.getSheetByName(title);
    return sheet ? new OpenTab(sheet) : null;
  }

  addTab(title: string, position: number): OpenTab {
    return new OpenTab(this.spreadsheet.insertSheet(title, position));
  }

  nameArea(name: string, tab: OpenTab, area: Area): void {
    this.spreadsheet.setNamedRange(name, tab.range(area));
  }

  /** What formulas have been told to work out is worked out before anything is read. */
  flush(): void {
    SpreadsheetApp.flush();
  }
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
    this.sheet.addDeveloperMetadata(TAB_KEY, id, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  }

  /** Columns that carry our mark: their position from 0, by id. */
  markedColumns(): Map<string, number> {
    const found = this.sheet.createDeveloperMetadataFinder().withKey(COLUMN_KEY).find();
    return new Map(
      found.flatMap((entry) => {
        const [id, column] = [entry.getValue(), entry.getLocation().getColumn()];
        return id && column ? [[id, column.getColumn() - 1] as const] : [];
      }),
    );
  }

  markColumn(position: number, id: string): void {
    const whole = this.sheet.getRange(1, position + 1, this.sheet.getMaxRows(), 1);
    whole.addDeveloperMetadata(COLUMN_KEY, id, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  }

  get rowCount(): number {
    return this.sheet.getMaxRows();
  }

  get columnCount(): number {
    return this.sheet.getMaxColumns();
  }

  /** Makes the grid at least this large; nothing is ever taken away. */
  growTo(rows: number, columns: number): void {
    const [hasRows, hasColumns] = [this.rowCount, this.columnCount];
    if (hasRows < rows) this.sheet.insertRowsAfter(hasRows, rows - hasRows);
    if (hasColumns < columns) this.sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
  }

  values(area: Area): unknown[][] {
    return this.range(area).getValues();
  }

  /** Writes values; a text stays that text, whatever it begins with. */
  write(area: Area, cells: readonly (readonly Cell[])[]): void {
    this.range(area).setValues(cells.map((row) => row.map(literal)));
  }

  /** Writes one row of formulas, and the same below it down to the end of the area. */
  writeFormulas(area: Area, formulas: readonly string[]): void {
    const first = this.range({ ...area, rows: 1 });
    first.setFormulas([[...formulas]]);
    if (area.rows === 1) return;
    const rest = this.range({ ...area, row: area.row + 1, rows: area.rows - 1 });
    first.copyTo(rest, SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false);
  }

  setFormat(area: Area, format: Format): void {
    this.range(area).setNumberFormat(FORMATS[format]);
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

  offerList(
    area: Area,
    list: { tab: OpenTab; area: Area },
    { strict, help }: { strict: boolean; help: string },
  ) {
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInRange(list.tab.range(list.area), true)
      .setAllowInvalid(!strict)
      .setHelpText(help)
      .build();
    this.range(area).setDataValidation(rule);
  }

  expectNumber(area: Area, least: number, help: string): void {
    const rule = SpreadsheetApp.newDataValidation()
      .requireNumberGreaterThanOrEqualTo(least)
      .setAllowInvalid(true)
      .setHelpText(help)
      .build();
    this.range(area).setDataValidation(rule);
  }

  expectDate(area: Area, help: string): void {
    const rule = SpreadsheetApp.newDataValidation()
      .requireDate()
      .setAllowInvalid(true)
      .setHelpText(help)
      .build();
    this.range(area).setDataValidation(rule);
  }

  /** Puts our highlights after people's own rules, in place of those of ours that are there. */
  setHighlights(rules: readonly HighlightRule[], isOurs: (formula: string) => boolean): void {
    const theirs = this.sheet.getConditionalFormatRules().filter((rule) => !isOurs(formulaOf(rule)));
    const ours = rules.map(({ formula, areas, ground, ink, bold }) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(formula)
        .setBackground(ground)
        .setFontColor(ink)
        .setBold(bold)
        .setRanges(areas.map((area) => this.range(area)))
        .build(),
    );
    this.sheet.setConditionalFormatRules([...theirs, ...ours]);
  }

  freeze(rows: number, columns: number): void {
    this.sheet.setFrozenRows(rows);
    this.sheet.setFrozenColumns(columns);
  }

  /** Adds a filter where there is none; a filter that people have set stays. */
  offerFilter(area: Area): void {
    if (!this.sheet.getFilter()) this.range(area).createFilter();
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

function formulaOf(rule: Rule): string {
  return String(rule.getBooleanCondition()?.getCriteriaValues()[0] ?? '');
}

/** An apostrophe before a text keeps it text: Sheets takes it off, and reads no formula, date or number in it. */
function literal(cell: Cell): string | number | boolean {
  if (cell === null || cell === '') return '';
  return typeof cell === 'string' ? `'${cell}` : cell;
}

/** The spreadsheet's menus and messages. */
export class UserInterface {
  private readonly ui = SpreadsheetApp.getUi();

  addMenu(title: string, entries: readonly { label: string; call: string }[]): void {
    const menu = this.ui.createMenu(title);
    for (const { label, call } of entries) menu.addItem(label, call);
    menu.addToUi();
  }

  tell(title: string, text: string): void {
    this.ui.alert(title, text, this.ui.ButtonSet.OK);
  }
}
