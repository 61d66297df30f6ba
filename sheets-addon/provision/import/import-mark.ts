/** The mark that an import leaves on its rows: by it an import is known again, and can be taken back. */
import * as z from 'zod/mini';
import { steadyId } from '#core/tracker/index.ts';
import type { Request } from '../online/change.ts';
import type { Mark } from '../online/remote.ts';
import { IMPORT_KEY, UNDONE_KEY } from '../online/remote.ts';

const markSchema = z.object({
  id: z.string(),
  tab: z.string(),
  file: z.string(),
  at: z.string(),
  /** Of its rows, one after the other. */
  hashes: z.string(),
});
type Noted = z.infer<typeof markSchema>;

export interface ImportMark extends Noted {
  metadataId: number;
  sheetId: number;
  /** Rows from 0, the last one outside, as they lie now. */
  start: number;
  end: number;
}

/** Google takes 30,000 characters in a mark. */
export const ROWS_PER_MARK = 3000;

export function readMarks(marks: readonly Mark[]): ImportMark[] {
  return marks.flatMap(({ metadataKey, metadataValue, metadataId, location }) => {
    const place = location?.dimensionRange;
    if (metadataKey !== IMPORT_KEY || place?.dimension !== 'ROWS') return [];
    const reading = z.safeParse(markSchema, parsed(metadataValue ?? ''));
    // Somebody else's mark under our key is no import of ours.
    if (!reading.success) return [];
    const { sheetId = 0, startIndex = 0, endIndex = 0 } = place;
    return [
      { ...reading.data, metadataId: metadataId!, sheetId: sheetId!, start: startIndex!, end: endIndex! },
    ];
  });
}

/** Its number follows from what comes in: where two bring in the same, the second is refused as a whole. */
export function markRequest(noted: Noted, sheetId: number, startIndex: number, endIndex: number): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: steadyId(`${IMPORT_KEY} ${noted.id} ${noted.hashes}`),
        metadataKey: IMPORT_KEY,
        metadataValue: JSON.stringify(noted),
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId, dimension: 'ROWS', startIndex, endIndex } },
      },
    },
  };
}

const undoneId = (importId: string) => steadyId(`${UNDONE_KEY} ${importId}`);

/** Stays when an import has gone: of two who take it back at once, the second would take other rows out with it. */
export function undoneRequest(importId: string): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: undoneId(importId),
        metadataKey: UNDONE_KEY,
        visibility: 'DOCUMENT',
        location: { spreadsheet: true },
      },
    },
  };
}

/** An import that was taken back comes in again. */
export function notUndoneRequests(marks: readonly Mark[], importId: string): Request[] {
  const id = undoneId(importId);
  return marks
    .filter(({ metadataKey, metadataId }) => metadataKey === UNDONE_KEY && metadataId === id)
    .map(() => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: id } } },
    }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
