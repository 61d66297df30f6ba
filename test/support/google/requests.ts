/** The requests of a batchUpdate that the stand-in models, each as Google carries it out; any other is refused. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book } from './book.ts';
import { CELL_REQUESTS } from './cell-requests.ts';
import { canonical } from './formulas.ts';
import { MARK_REQUESTS } from './mark-requests.ts';
import { assign, fieldsOf } from './mask.ts';
import { PAGE_REQUESTS } from './page-requests.ts';
import { refuse } from './refused.ts';
import { checkMessage } from './schema.ts';
import type { Dimension } from './sheet.ts';

type Requests = sheets.Schema$Request;
export type Handlers = {
  [K in keyof Requests]?: (
    book: Book,
    request: NonNullable<Requests[K]>,
    written: Set<string>,
  ) => sheets.Schema$Response | undefined;
};

const SHEET_REQUESTS: Handlers = {
  addSheet: (book, { properties }) => ({ addSheet: { properties: book.add(properties ?? {}).properties } }),
  deleteSheet: (book, { sheetId }) => {
    book.remove(sheetId ?? 0);
    return undefined;
  },
  updateSpreadsheetProperties: (book, { properties, fields }) => {
    const mask = fieldsOf(fields, 'SpreadsheetProperties');
    assign(book.properties as Record<string, unknown>, properties as Record<string, unknown>, mask);
    return undefined;
  },
  updateSheetProperties: (book, { properties, fields }) => {
    const sheet = book.sheet(properties?.sheetId);
    const mask = fieldsOf(fields, 'SheetProperties');
    if (mask.has('title')) book.rename(sheet, properties!.title!);
    if (mask.has('index')) {
      book.sheets.splice(book.sheets.indexOf(sheet), 1);
      book.sheets.splice(properties!.index!, 0, sheet);
    }
    assign(sheet.properties as Record<string, unknown>, properties as Record<string, unknown>, mask);
    book.reindex();
    return undefined;
  },
  appendDimension: (book, { sheetId, dimension, length }) => {
    if (!length || length < 1) refuse('Invalid length of appendDimension');
    const sheet = book.sheet(sheetId);
    sheet.checkShape();
    sheet.append(dimension as Dimension, length);
    return undefined;
  },
  insertDimension: (book, { range, inheritFromBefore }) => {
    const { sheet, dimension, start, end } = span(book, range, true);
    sheet.checkShape();
    if (inheritFromBefore && start === 0) refuse('There is nothing before the first row or column');
    book.shift(sheet, dimension, start, end - start);
    return undefined;
  },
  deleteDimension: (book, { range }) => {
    const { sheet, dimension, start, end } = span(book, range, false);
    const count = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
    sheet.checkShape();
    if (end - start === count) refuse('All rows or columns cannot go');
    book.shift(sheet, dimension, start, start - end);
    return undefined;
  },
  updateDimensionProperties: (book, { range, properties, fields }) => {
    const { sheet, dimension, start, end } = span(book, range, false);
    const mask = fieldsOf(fields, 'DimensionProperties');
    const all = dimension === 'COLUMNS' ? sheet.columns : sheet.heights;
    for (let index = start; index < end; index++) {
      const own = { ...all[index] } as Record<string, unknown>;
      assign(own, properties as Record<string, unknown>, mask);
      all[index] = own;
    }
    const places = Array.from({ length: dimension === 'COLUMNS' ? sheet.columnCount : sheet.rowCount });
    if (places.every((_, place) => all[place]?.hiddenByUser)) refuse('All rows or columns cannot be hidden');
    return undefined;
  },
  addConditionalFormatRule: (book, { rule, index }) => {
    const [first] = rule?.ranges ?? [];
    if (!first || !rule?.booleanRule) return refuse('A rule needs its ranges and its condition');
    const sheet = book.sheet(first.sheetId);
    const rects = rule.ranges!.map((range) => {
      if ((range.sheetId ?? 0) !== sheet.id) refuse('The ranges of a rule are all on one sheet');
      return sheet.rect(range);
    });
    const overlap = rects.some((a, at) =>
      rects
        .slice(at + 1)
        .some((b) => a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right),
    );
    if (overlap) refuse('The ranges of a rule overlap');
    if ((index ?? 0) > sheet.rules.length) refuse(`No rule at index ${index}`);
    sheet.rules.splice(index ?? 0, 0, withCanonical(rule, book));
    return undefined;
  },
  deleteConditionalFormatRule: (book, { sheetId, index }) => {
    const sheet = book.sheet(sheetId);
    if (!sheet.rules[index ?? 0]) refuse(`No rule at index ${index}`);
    return { deleteConditionalFormatRule: { rule: sheet.rules.splice(index ?? 0, 1)[0]! } };
  },
  setBasicFilter: (book, { filter }) => {
    const sheet = book.sheet(filter?.range?.sheetId);
    sheet.rect(filter!.range!);
    sheet.filter = structuredClone(filter!);
    return undefined;
  },
};

const HANDLERS: Handlers = { ...SHEET_REQUESTS, ...CELL_REQUESTS, ...MARK_REQUESTS, ...PAGE_REQUESTS };

/** Carries out all requests, or none. */
export function batchUpdate(
  book: Book,
  body: sheets.Schema$BatchUpdateSpreadsheetRequest,
): {
  book: Book;
  answer: sheets.Schema$BatchUpdateSpreadsheetResponse;
} {
  checkMessage('sheets/v4', body, 'BatchUpdateSpreadsheetRequest');
  if (!body.requests?.length) refuse('Must specify at least one request.');
  const copy = book.copy(touchedBy(body.requests!));
  const written = new Set<string>();
  const replies = body.requests.map((request, index) => {
    const [name, ...more] = Object.keys(request) as (keyof Requests)[];
    if (!name || more.length > 0) refuse(`Invalid requests[${index}]: exactly one kind`);
    const handler = HANDLERS[name] as
      | ((book: Book, request: unknown, written: Set<string>) => sheets.Schema$Response | undefined)
      | undefined;
    if (!handler) throw new Error(`The stand-in does not model ${name}`);
    return handler(copy, request[name], written) ?? {};
  });
  return { book: copy, answer: { spreadsheetId: book.id, replies } };
}

/** Some requests reach formulas on every sheet; the others only the sheets that they name. */
const EVERYWHERE: readonly string[] = [
  'deleteDimension',
  'deleteSheet',
  'insertDimension',
  'updateSheetProperties',
];

function touchedBy(requests: readonly Requests[]): (sheet: { id: number }) => boolean {
  if (requests.some((request) => Object.keys(request).some((name) => EVERYWHERE.includes(name))))
    return () => true;
  const named = new Set(
    [...JSON.stringify(requests).matchAll(/"sheetId":(\d+)/g)].map(([, id]) => Number(id)),
  );
  // Where no sheet is named, the first one is meant; what has an id of its own may be on any.
  const byOwnId = requests.some(({ deleteProtectedRange }) => deleteProtectedRange);
  return ({ id }) => byOwnId || id === 0 || named.has(id);
}

function span(book: Book, range: sheets.Schema$DimensionRange | undefined, isNew: boolean) {
  const sheet = book.sheet(range?.sheetId);
  const dimension = (range?.dimension ?? refuse('A dimension is needed')) as Dimension;
  const count = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  const [start, end] = [range?.startIndex ?? 0, range?.endIndex ?? count];
  const isInside = start >= 0 && start < end && (isNew ? start <= count : end <= count);
  if (!isInside) refuse(`Invalid dimension range [${start}, ${end}) of ${sheet.title}`);
  return { sheet, dimension, start, end };
}

function withCanonical(
  rule: sheets.Schema$ConditionalFormatRule,
  book: Book,
): sheets.Schema$ConditionalFormatRule {
  const copy = structuredClone(rule);
  for (const value of copy.booleanRule?.condition?.values ?? []) {
    if (value.userEnteredValue?.startsWith('=')) {
      value.userEnteredValue = canonical(value.userEnteredValue, book.properties.locale!, book.titles);
    }
  }
  return copy;
}
