/** One spreadsheet of the stand-in. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';
import { moved, movedSpan, retitled, type Shift } from './formulas.ts';
import { Refused, refuse } from './refused.ts';
import { type Dimension, Sheet, shiftedRange } from './sheet.ts';

export class Book {
  readonly sheets: Sheet[] = [];
  readonly names: sheets.Schema$NamedRange[] = [];
  readonly marks: sheets.Schema$DeveloperMetadata[] = [];
  private lastId = 1000;

  constructor(
    readonly id: string,
    readonly properties: sheets.Schema$SpreadsheetProperties,
  ) {
    this.sheets.push(new Sheet({ sheetId: 0, title: 'Sheet1', index: 0, sheetType: 'GRID' }));
  }

  newId(): number {
    return ++this.lastId;
  }

  get titles(): string[] {
    return this.sheets.map(({ title }) => title);
  }

  sheet(id: number | null | undefined): Sheet {
    const found = this.sheets.find((sheet) => sheet.id === (id ?? 0));
    return found ?? refuse(`No grid with id: ${id}`);
  }

  titled(title: string): Sheet {
    return this.sheets.find((sheet) => sheet.title === title) ?? refuse(`Unable to parse range: ${title}`);
  }

  add(properties: sheets.Schema$SheetProperties): Sheet {
    const sheetId = properties.sheetId ?? this.newId();
    if (this.sheets.some(({ id }) => id === sheetId)) refuse(`Sheet with id ${sheetId} already exists`);
    const title = properties.title ?? `Sheet${this.sheets.length + 1}`;
    this.refuseTitle(title);
    const sheet = new Sheet({ sheetType: 'GRID', ...structuredClone(properties), sheetId, title });
    this.sheets.splice(Math.min(properties.index ?? this.sheets.length, this.sheets.length), 0, sheet);
    this.reindex();
    return sheet;
  }

  refuseTitle(title: string): void {
    // As in Sheets, titles that differ in case alone count as one.
    const isTaken = this.titles.some((other) => other.toLowerCase() === title.toLowerCase());
    if (isTaken) refuse(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }

  remove(id: number): void {
    const sheet = this.sheet(id);
    if (this.sheets.length === 1) refuse("You can't remove all the sheets in a document.");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.reindex();
    keepOnly(this.names, ({ range }) => (range!.sheetId ?? 0) !== id);
    keepOnly(this.marks, ({ location }) => sheetOfMark(location) !== id);
  }

  reindex(): void {
    for (const [index, sheet] of this.sheets.entries()) sheet.properties.index = index;
  }

  rename(sheet: Sheet, title: string): void {
    if (sheet.title === title) return;
    this.refuseTitle(title);
    const from = sheet.title;
    sheet.properties.title = title;
    this.eachFormula((formula) => retitled(formula, from, title));
  }

  shift(sheet: Sheet, dimension: Dimension, index: number, by: number): void {
    const shift: Shift = { title: sheet.title, dimension, index, by };
    sheet.shift(dimension, index, by);
    this.eachFormula((formula, own) => moved(formula, own, shift));
    for (const name of this.names.splice(0)) {
      const isHere = (name.range!.sheetId ?? 0) === sheet.id;
      const range = isHere ? shiftedRange(name.range!, dimension, index, by) : name.range!;
      if (range) this.names.push({ ...name, range });
    }
    for (const mark of this.marks.splice(0)) {
      const place = mark.location?.dimensionRange;
      if (!place || place.sheetId !== sheet.id || place.dimension !== dimension) {
        this.marks.push(mark);
        continue;
      }
      const [first, last] = movedSpan(place.startIndex!, place.endIndex! - 1, shift);
      const dimensionRange = { ...place, startIndex: first, endIndex: last + 1 };
      if (first <= last) this.marks.push({ ...mark, location: { ...mark.location, dimensionRange } });
    }
  }

  private eachFormula(change: (formula: string, own: string) => string): void {
    for (const sheet of this.sheets) {
      for (const cells of sheet.rows) {
        for (const [column, cell] of (cells ?? []).entries()) {
          const formula = cell?.userEnteredValue?.formulaValue;
          if (!formula) continue;
          cells[column] = { ...cell, userEnteredValue: { formulaValue: change(formula, sheet.title) } };
        }
      }
      for (const { booleanRule } of sheet.rules) {
        for (const value of booleanRule?.condition?.values ?? []) {
          if (value.userEnteredValue?.startsWith('=')) {
            value.userEnteredValue = change(value.userEnteredValue, sheet.title);
          }
        }
      }
    }
  }

  /** A request that cannot be carried out leaves everything as it was: what it may touch is worked on as a copy. */
  copy(isTouched: (sheet: Sheet) => boolean): Book {
    const copy = new Book(this.id, structuredClone(this.properties));
    copy.lastId = this.lastId;
    copy.sheets.splice(0, 1, ...this.sheets.map((sheet) => (isTouched(sheet) ? copyOf(sheet) : sheet)));
    copy.names.push(...structuredClone(this.names));
    copy.marks.push(...structuredClone(this.marks));
    return copy;
  }
}

function copyOf(sheet: Sheet): Sheet {
  const copy = new Sheet(structuredClone(sheet.properties));
  copy.rows.push(...sheet.rowsNow);
  copy.rules.push(...structuredClone(sheet.rules));
  copy.protections.push(...structuredClone(sheet.protections));
  copy.columns.push(...structuredClone(sheet.columns));
  copy.heights.push(...structuredClone(sheet.heights));
  copy.merges.push(...structuredClone(sheet.merges));
  copy.charts.push(...structuredClone(sheet.charts));
  copy.filter = structuredClone(sheet.filter);
  return copy;
}

export function sheetOfMark(
  location: sheets.Schema$DeveloperMetadataLocation | undefined,
): number | undefined {
  return location?.sheetId ?? location?.dimensionRange?.sheetId ?? undefined;
}

export function keepOnly<T>(list: T[], wanted: (entry: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(wanted));
}

export function notFound(): never {
  throw new Refused(404, 'Requested entity was not found.', 'notFound');
}
