/** Requests that change cells. */
import type { Book } from './book.ts';
import { canonical, copier } from './formulas.ts';
import { assign, fieldsOf, type Mask } from './mask.ts';
import { refuse } from './refused.ts';
import type { Handlers } from './requests.ts';
import type { Cell, Rect, Sheet } from './sheet.ts';

export const CELL_REQUESTS: Handlers = {
  updateCells: (book, { rows, start, range, fields }, written) => {
    const mask = cellMask(fields);
    const sheet = book.sheet(start?.sheetId ?? range?.sheetId);
    const [top, left] = [
      start?.rowIndex ?? range?.startRowIndex ?? 0,
      start?.columnIndex ?? range?.startColumnIndex ?? 0,
    ];
    const height = rows?.length ?? 0;
    const width = Math.max(1, ...(rows ?? []).map(({ values }) => values?.length ?? 0));
    const rect = range ? sheet.rect(range) : { top, left, bottom: top + height, right: left + width };
    sheet.writable(rangeOf(rect));
    if (top + height > rect.bottom || left + width > rect.right)
      refuse('Attempting to write beyond the range');
    for (const [place, row] of (rows ?? []).entries()) {
      for (const [offset, cell] of (row.values ?? []).entries()) {
        put({ book, sheet, mask, written }, top + place, left + offset, cell);
      }
    }
    return undefined;
  },
  findReplace: (book, { find, replacement, range, matchCase, matchEntireCell, ...more }) => {
    const isModelled = matchCase && matchEntireCell && Object.keys(more).length === 0;
    if (!find || !range || !isModelled) throw new Error('The stand-in models whole cells of a range only');
    const sheet = book.sheet(range.sheetId);
    let occurrencesChanged = 0;
    each(sheet.writable(range), (row, column) => {
      if (sheet.at(row, column)?.userEnteredValue?.stringValue !== find) return;
      sheet.cell(row, column).userEnteredValue = { stringValue: replacement ?? '' };
      occurrencesChanged++;
    });
    return { findReplace: { occurrencesChanged } };
  },
  repeatCell: (book, { range, cell, fields }, written) => {
    const mask = cellMask(fields);
    const sheet = book.sheet(range?.sheetId);
    const rect = sheet.writable(range ?? {});
    const formula = cell?.userEnteredValue?.formulaValue;
    const copy = formula ? copier(kept(formula, book)) : null;
    each(rect, (row, column) => {
      const value = copy
        ? { formulaValue: copy(row - rect.top, column - rect.left) }
        : cell?.userEnteredValue;
      put({ book, sheet, mask, written, isKept: true }, row, column, {
        ...cell,
        ...(value ? { userEnteredValue: value } : {}),
      });
    });
    return undefined;
  },
  copyPaste: (book, { source, destination, pasteType }) => {
    if (pasteType !== 'PASTE_FORMULA' && pasteType !== 'PASTE_FORMAT') {
      throw new Error(`The stand-in does not model ${pasteType}`);
    }
    const [from, to] = [book.sheet(source?.sheetId), book.sheet(destination?.sheetId)];
    const [given, wanted] = [from.rect(source!), to.writable(destination!)];
    const [height, width] = [given.bottom - given.top, given.right - given.left];
    const before = from.rowsNow;
    const copiers = new Map<string, ReturnType<typeof copier>>();
    each(wanted, (row, column) => {
      const [sourceRow, sourceColumn] = [
        given.top + ((row - wanted.top) % height),
        given.left + ((column - wanted.left) % width),
      ];
      const cell = { ...before[sourceRow]?.[sourceColumn] };
      const formula = cell.userEnteredValue?.formulaValue;
      if (formula) {
        const copy = copiers.get(formula) ?? copier(formula);
        copiers.set(formula, copy);
        cell.userEnteredValue = { formulaValue: copy(row - sourceRow, column - sourceColumn) };
      }
      const target = to.cell(row, column);
      if (pasteType === 'PASTE_FORMAT') {
        replace(target, 'userEnteredFormat', cell.userEnteredFormat);
        replace(target, 'dataValidation', cell.dataValidation);
      } else if (cell.userEnteredValue) target.userEnteredValue = cell.userEnteredValue;
      else delete target.userEnteredValue;
    });
    return undefined;
  },
  setDataValidation: (book, { range, rule }) => {
    const sheet = book.sheet(range?.sheetId);
    for (const { userEnteredValue = '' } of rule?.condition?.values ?? []) {
      if (rule?.condition?.type === 'ONE_OF_RANGE')
        canonical(userEnteredValue!, book.properties.locale!, book.titles);
    }
    each(sheet.writable(range ?? {}), (row, column) => {
      const cell = sheet.cell(row, column);
      if (rule) cell.dataValidation = structuredClone(rule);
      else delete cell.dataValidation;
    });
    return undefined;
  },
};

function replace<K extends keyof Cell>(cell: Cell, name: K, value: Cell[K]): void {
  if (value === undefined) delete cell[name];
  else cell[name] = value;
}

interface Writing {
  book: Book;
  sheet: Sheet;
  mask: Mask;
  /** Cells whose value this batch has written already: twice is one time too many. */
  written: Set<string>;
  /** Its formula is in the form already in which Google keeps it. */
  isKept?: boolean;
}

/** A formula in the form in which Google keeps it. */
function kept(formula: string, { properties, titles }: Book): string {
  return canonical(formula, properties.locale!, titles);
}

function put(
  { book, sheet, mask, written, isKept = false }: Writing,
  row: number,
  column: number,
  cell: Cell,
): void {
  const value = cell.userEnteredValue;
  if (mask.has('userEnteredValue')) {
    const key = `${sheet.id} ${row} ${column}`;
    if (written.has(key))
      refuse(`Overlapping writes of ${sheet.title}, row ${row + 1}, column ${column + 1}`);
    written.add(key);
    if (value && Object.keys(value).length !== 1) refuse('A value is of exactly one kind');
    if (value && 'errorValue' in value) refuse('An error cannot be written');
  }
  const formula = value?.formulaValue;
  const source: Cell = formula
    ? {
        ...cell,
        userEnteredValue: { formulaValue: isKept ? formula : kept(formula, book) },
      }
    : cell;
  assign(sheet.cell(row, column) as Record<string, unknown>, source as Record<string, unknown>, mask);
}

function cellMask(fields: string | null | undefined): Mask {
  const mask = fieldsOf(fields, 'CellData');
  for (const name of ['effectiveValue', 'formattedValue', 'effectiveFormat', 'hyperlink']) {
    if (mask.has(name)) refuse(`${name} is read only`);
  }
  return mask;
}

function each({ top, bottom, left, right }: Rect, visit: (row: number, column: number) => void): void {
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) visit(row, column);
}

function rangeOf({ top, bottom, left, right }: Rect) {
  return { startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right };
}
