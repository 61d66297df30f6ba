/** Requests that change names, protections and developer metadata. */
import type { sheets_v4 as sheets } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Book, keepOnly } from './book.ts';
import { assign, fieldsOf } from './mask.ts';
import { refuse } from './refused.ts';
import type { Handlers } from './requests.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,249}$/;
/** What Google takes in a mark: its key and value together. */
const MARK_LENGTH = 30_000;

export const MARK_REQUESTS: Handlers = {
  addNamedRange: (book, { namedRange }) => {
    const { name, range } = namedRange!;
    if (!name || !NAME.test(name)) refuse(`Invalid name: ${name}`);
    if (book.names.some((other) => other.name!.toLowerCase() === name.toLowerCase())) {
      refuse(`A named range called ${name} already exists`);
    }
    book.sheet(range?.sheetId).rect(range ?? {});
    const added = { namedRangeId: `n${book.newId()}`, ...structuredClone(namedRange) };
    book.names.push(added);
    return { addNamedRange: { namedRange: added } };
  },
  updateNamedRange: (book, { namedRange, fields }) => {
    const found = book.names.find(({ namedRangeId }) => namedRangeId === namedRange?.namedRangeId);
    if (!found) return refuse(`No named range with id: ${namedRange?.namedRangeId}`);
    assign(
      found as Record<string, unknown>,
      namedRange as Record<string, unknown>,
      fieldsOf(fields, 'NamedRange'),
    );
    book.sheet(found.range?.sheetId).rect(found.range ?? {});
    return undefined;
  },
  addProtectedRange: (book, { protectedRange }) => {
    const sheet = book.sheet(protectedRange?.range?.sheetId);
    sheet.rect(protectedRange?.range ?? {});
    if (protectedRange?.warningOnly && protectedRange.editors) refuse('A warning has no editors');
    const added = { protectedRangeId: book.newId(), ...structuredClone(protectedRange) };
    sheet.protections.push(added);
    return { addProtectedRange: { protectedRange: added } };
  },
  deleteProtectedRange: (book, { protectedRangeId }) => {
    const sheet = book.sheets.find(({ protections }) =>
      protections.some((entry) => entry.protectedRangeId === protectedRangeId),
    );
    if (!sheet) return refuse(`No protected range with ID: ${protectedRangeId}`);
    keepOnly(sheet.protections, (entry) => entry.protectedRangeId !== protectedRangeId);
    return undefined;
  },
  createDeveloperMetadata: (book, { developerMetadata }) => {
    const mark = developerMetadata!;
    const { metadataKey, metadataValue, visibility, location, metadataId } = mark;
    if (!metadataKey || !visibility || !location) refuse('A mark needs its key, visibility and location');
    if (metadataKey.length + (metadataValue?.length ?? 0) > MARK_LENGTH) refuse('The mark is too long');
    if (metadataId && book.marks.some((other) => other.metadataId === metadataId)) {
      refuse(`Developer metadata with ID ${metadataId} already exists`);
    }
    checkLocation(book, location);
    const added = { ...structuredClone(mark), metadataId: metadataId ?? book.newId() };
    book.marks.push(added);
    return { createDeveloperMetadata: { developerMetadata: added } };
  },
  deleteDeveloperMetadata: (book, { dataFilter }) => {
    const gone = marksFound(book, dataFilter ? [dataFilter] : []);
    keepOnly(book.marks, (mark) => !gone.includes(mark));
    return { deleteDeveloperMetadata: { deletedDeveloperMetadata: gone } };
  },
};

function checkLocation(book: Book, location: sheets.Schema$DeveloperMetadataLocation): void {
  const kinds = [location.spreadsheet, location.sheetId, location.dimensionRange].filter(
    (kind) => kind !== undefined,
  );
  if (kinds.length !== 1) refuse('A mark is in exactly one place');
  if (typeof location.sheetId === 'number') book.sheet(location.sheetId);
  if (!location.dimensionRange) return;
  const { sheetId, dimension, startIndex, endIndex } = location.dimensionRange;
  const sheet = book.sheet(sheetId);
  const count = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  if (!(startIndex! >= 0 && startIndex! < endIndex! && endIndex! <= count))
    refuse('The mark lies outside the grid');
}

/** Marks that any of the filters finds; only what a lookup says is looked at. */
export function marksFound(
  book: Book,
  filters: readonly sheets.Schema$DataFilter[],
): sheets.Schema$DeveloperMetadata[] {
  return book.marks.filter((mark) =>
    filters.some(({ developerMetadataLookup: lookup }) => {
      if (!lookup) throw new Error('The stand-in models lookups of developer metadata only');
      const { metadataKey, metadataId, metadataValue, metadataLocation } = lookup;
      return (
        (metadataKey == null || metadataKey === mark.metadataKey) &&
        (metadataId == null || metadataId === mark.metadataId) &&
        (metadataValue == null || metadataValue === mark.metadataValue) &&
        (metadataLocation?.sheetId == null || metadataLocation.sheetId === mark.location?.sheetId)
      );
    }),
  );
}
