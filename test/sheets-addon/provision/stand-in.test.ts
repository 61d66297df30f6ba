/** The stand-in is worth something only as long as it refuses what Google refuses. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../../../sheets-addon/provision/google/failure.ts';
import type { Request } from '../../../sheets-addon/provision/online/change.ts';
import { StandInGoogle } from '../../support/google/server.ts';
import { type Account, accountAt } from './account.ts';

let google: StandInGoogle;
let account: Account;
let spreadsheetId: string;
beforeEach(async () => {
  google = new StandInGoogle();
  await google.start();
  account = accountAt(google);
  const mimeType = 'application/vnd.google-apps.spreadsheet';
  const { data } = await account.services.drive.files.create({ requestBody: { name: 'T', mimeType } });
  spreadsheetId = data.id!;
});
afterEach(() => google.stop());

const send = (...requests: Request[]) =>
  account.services.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
const cells = (rowIndex: number, columnIndex: number, value: object): Request => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: value }] }],
    fields: 'userEnteredValue',
  },
});
const area = (startRowIndex: number, endRowIndex: number, endColumnIndex = 1) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex,
});

const WRONG: [string, Request[]][] = [
  ['a field that Google does not know', [{ addSheet: { properties: { name: 'A' } as never } }]],
  ['a field of another type', [{ addSheet: { properties: { title: 7 as never } } }]],
  ['a word that is not on its list', [{ appendDimension: { sheetId: 0, dimension: 'COLUMN', length: 1 } }]],
  ['a list where one is expected', [{ addSheet: { properties: [{}] as never } }]],
  ['a cell outside the grid', [cells(1000, 0, { numberValue: 1 })]],
  ['a range outside the grid', [{ setDataValidation: { range: area(0, 1001) } }]],
  ['an empty range', [{ setDataValidation: { range: area(5, 5) } }]],
  [
    'a sheet that is gone',
    [
      { addSheet: { properties: { sheetId: 9 } } },
      { deleteSheet: { sheetId: 9 } },
      { setBasicFilter: { filter: { range: { ...area(0, 1), sheetId: 9 } } } },
    ],
  ],
  ['a second sheet of one id', [{ addSheet: { properties: { sheetId: 0 } } }]],
  ['a second sheet of one title, whatever its case', [{ addSheet: { properties: { title: 'SHEET1' } } }]],
  ['the removal of the last sheet', [{ deleteSheet: { sheetId: 0 } }]],
  ['two writes of one cell', [cells(0, 0, { numberValue: 1 }), cells(0, 0, { numberValue: 2 })]],
  ['a value of two kinds', [cells(0, 0, { numberValue: 1, stringValue: '1' })]],
  ['an error as a value', [cells(0, 0, { errorValue: { type: 'REF' } })]],
  ['a formula about a sheet that is not there', [cells(0, 0, { formulaValue: "='Nowhere'!A1" })]],
  [
    'a write that does not say what it writes',
    [{ updateCells: { start: { sheetId: 0 }, rows: [{ values: [{}] }] } }],
  ],
  [
    'a mask with a field that is not there',
    [{ repeatCell: { range: area(0, 1), cell: {}, fields: 'userEnteredFormat.colour' } }],
  ],
  ['what only Google may write', [{ repeatCell: { range: area(0, 1), cell: {}, fields: 'effectiveValue' } }]],
  [
    'a rule whose ranges overlap',
    [
      {
        addConditionalFormatRule: {
          rule: { ranges: [area(0, 5), area(4, 6)], booleanRule: { condition: { type: 'NOT_BLANK' } } },
        },
      },
    ],
  ],
  [
    'a name that exists',
    [
      { addNamedRange: { namedRange: { name: 'A_b', range: area(0, 1) } } },
      { addNamedRange: { namedRange: { name: 'a_B', range: area(0, 1) } } },
    ],
  ],
  [
    'a mark outside the grid',
    [
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 26, endIndex: 27 } },
          },
        },
      },
    ],
  ],
  ['a merge without its type', [{ mergeCells: { range: area(0, 2) } }]],
  ['no request at all', []],
];

describe('the stand-in refuses', () => {
  test.each(WRONG)('%s, and changes nothing', async (_, requests) => {
    const before = JSON.stringify(google.book(spreadsheetId));
    // A first request that would be fine goes back with the rest.
    const all = requests.length === 0 ? [] : [cells(500, 5, { numberValue: 1 }), ...requests];
    const failure = await send(...all).then(() => null, failureOf);
    expect(failure).toMatchObject({ kind: 'refused' });
    expect(failure!.detail).not.toMatch(/does not model/);
    expect(JSON.stringify(google.book(spreadsheetId))).toBe(before);
  });

  test('commas between arguments where the locale writes numbers with them', async () => {
    google.book(spreadsheetId).properties.locale = 'de_DE';
    await expect(send(cells(0, 0, { formulaValue: '=IF(A2,1,2)' }))).rejects.toThrow('parse');
    await expect(send(cells(0, 0, { formulaValue: '=IF(A2;1;2)' }))).resolves.toBeDefined();
  });

  test('a token that was never given, and a spreadsheet that is not there', async () => {
    google.signIns.tokens.clear();
    const closed = await send(cells(0, 0, { numberValue: 1 })).then(() => null, failureOf);
    expect(closed).toMatchObject({ kind: 'signed-out' });
    google.signIns.tokens.add('test-token');
    spreadsheetId = 'no-such';
    const missing = await send(cells(0, 0, { numberValue: 1 })).then(() => null, failureOf);
    expect(missing).toMatchObject({ kind: 'missing' });
  });

  test('what it does not model is a gap of its own that nobody takes for an answer', async () => {
    const failure = await send({ trimWhitespace: { range: area(0, 2) } }).then(() => null, failureOf);
    expect(failure!.detail).toContain('does not model trimWhitespace');
  });
});

describe('the stand-in does as Google does', () => {
  test('a formula that is repeated downwards takes its relative references along', async () => {
    await send({
      repeatCell: {
        range: area(0, 3),
        cell: { userEnteredValue: { formulaValue: '=$B1+B$1+SUM(C1:C2)' } },
        fields: 'userEnteredValue',
      },
    });
    expect(
      [0, 1, 2].map((row) => google.book(spreadsheetId).sheet(0).at(row, 0)!.userEnteredValue!.formulaValue),
    ).toEqual(['=$B1+B$1+SUM(C1:C2)', '=$B2+B$1+SUM(C2:C3)', '=$B3+B$1+SUM(C3:C4)']);
  });

  test('formulas, rules and marks go along when a column comes in', async () => {
    await send(cells(0, 0, { formulaValue: '=$C$2&"C2"' }), {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'k',
          metadataValue: 'v',
          visibility: 'DOCUMENT',
          location: { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } },
        },
      },
    });
    await send({
      insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } },
    });
    const book = google.book(spreadsheetId);
    expect(book.sheet(0).at(0, 0)!.userEnteredValue!.formulaValue).toBe('=$D$2&"C2"');
    expect(book.marks[0]!.location!.dimensionRange).toMatchObject({ startIndex: 3, endIndex: 4 });
  });
});
