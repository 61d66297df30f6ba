/** The fast reader of workbooks says what the slow one says, or leaves the file to it; it never says something else. */
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { serviceManagement } from '#core';
import { type Cell, wordsOf } from '#core/tracker/index.ts';
import { cellOf } from '../../../sheets-addon/provision/import/source.ts';
import { readSheets } from '../../../sheets-addon/provision/workbook/read-sheets.ts';
import { writeRows } from '../../../sheets-addon/provision/write-tracker.ts';
import { anyTexts } from '../support/any-texts.ts';
import { day, fixtureT } from '../support/fixture-t.ts';

/** Few prepared rows, so that many workbooks can be read. */
const FEW = Object.fromEntries(
  ['activities', 'calendar', 'cases', 'contacts', 'decisions', 'deliverables', 'inquiries', 'violations'].map(
    (tab) => [tab, 40],
  ),
);
const ALL = { headerRow: Number.POSITIVE_INFINITY, isWanted: () => true };

/** Without what is empty at the end of rows and of the sheet. */
function filled(rows: readonly (readonly (Cell | undefined)[])[]): Cell[][] {
  const cut = rows.map((row) => {
    const cells = Array.from(row, (cell) => cell ?? null);
    return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
  });
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

async function slowly(file: Uint8Array): Promise<[string, Cell[][]][]> {
  const { sheets } = await readXlsx(file);
  return sheets.map(({ name, rows }) => [name, filled(rows.map((row) => (row ?? []).map(cellOf)))]);
}

const fast = (file: Uint8Array) => readSheets(Buffer.from(file), () => ALL);
const shown = (file: Uint8Array) => {
  const sheets = fast(file);
  return sheets && [...sheets].map(([name, rows]) => [name, filled(rows)]);
};

test.each(['de', 'en', 'ko', 'zh-CN'] as const)('a tracker in %s, each cell of it', async (language) => {
  const rows = { ...fixtureT(wordsOf(language)), rules: [] };
  const file = writeRows(rows, { language, rulebook: serviceManagement, capacity: FEW });
  expect(shown(file)).toEqual(await slowly(file));
});

test('whatever people have written', async () => {
  await fc.assert(
    fc.asyncProperty(anyTexts, async (texts) => {
      const activities = texts.map((note, n) => ({
        id: `A-${n}`,
        date: day('2026-06-08'),
        hours: 0.25,
        note,
      }));
      const file = writeRows(
        { ...fixtureT(wordsOf('en')), activities },
        { language: 'en', rulebook: serviceManagement, capacity: FEW },
      );
      const found = shown(file);
      if (found !== null) expect(found).toEqual(await slowly(file));
    }),
    { numRuns: 8 },
  );
});

interface Shape {
  sheet: string;
  workbook?: string;
  styles?: string;
  shared?: string;
}

/** A workbook of one sheet, as another program might write it. */
function workbook({ sheet, workbook: own = '', styles = '', shared = '' }: Shape): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (...inside: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`;
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/worksheets/sheet1.xml', 'worksheet')}${type('/xl/styles.xml', 'styles')}${type('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}">${own}<sheets><sheet name="Ours &amp; theirs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml'),
      relation('rId2', 'styles', 'styles.xml'),
      relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${shared}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/><numFmt numFmtId="171" formatCode="0.00&quot; days&quot;"/><numFmt numFmtId="172" formatCode="[$-407]d. mmmm yyyy"/></numFmts>' +
  `<cellXfs>${[0, 14, 170, 171, 172].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;

test.each<[string, Shape, Cell[][]]>([
  [
    'shared texts, some with several looks, one empty',
    {
      sheet:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>',
      shared:
        '<si><t>Größe &lt;b&gt;</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t xml:space="preserve">looks</t></r></si><si><t/></si>',
    },
    [['Größe <b>', 'two looks', null, '']],
  ],
  [
    'results beside formulas, yes and no, numbers large and small',
    {
      sheet:
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"a"</f><v>a &amp; b</v></c><c r="C2" t="b"><v>1</v></c><c r="D2"><v>1.5E-3</v></c><c r="E2"/></row>',
    },
    [[], [2, 'a & b', true, 0.0015]],
  ],
  [
    'a date is its number; hours shown as 26:30 are no number of hours; a number with a word is one',
    {
      styles: STYLES,
      sheet:
        '<row r="1"><c r="A1" s="1"><v>46181</v></c><c r="B1" s="2"><v>1.1041666666666667</v></c><c r="C1" s="3"><v>1.5</v></c><c r="D1" s="4"><v>46181.5</v></c><c r="E1" s="0"><v>1.1</v></c></row>',
    },
    [[46_181, '26:30', 1.5, 46_181.5, 1.1]],
  ],
])('%s', async (_, shape, expected) => {
  const file = workbook(shape);
  expect([...fast(file)!].map(([name, rows]) => [name, filled(rows)])).toEqual([
    ['Ours & theirs', filled(expected)],
  ]);
  // An empty text and none are the same to the slow reader's callers.
  const blank = (cells: Cell[][]) => cells.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const [[, read]] = (await slowly(file)) as [[string, Cell[][]]];
  expect(filled(blank(read))).toEqual(filled(blank(expected)));
});

test.each<[string, Shape]>([
  ['days counted from 1904', { sheet: '', workbook: '<workbookPr date1904="1"/>' }],
  ['cells without a place', { sheet: '<row><c><v>1</v></c><c s="1" r="B1"><v>2</v></c></row>' }],
  ['comments in the middle', { sheet: '<row r="1"><!-- x --><c r="A1"><v>1</v></c></row>' }],
  ['a row beyond the last', { sheet: '<row r="9999999"><c r="A9999999"><v>1</v></c></row>' }],
  ['an entity of its own', { sheet: '<row r="1"><c r="A1" t="str"><v>&bomb;</v></c></row>' }],
  ['a shared text that is not there', { sheet: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }],
  ['a row that never ends', { sheet: '<row r="1"><c r="XFD1"><v>1</v></c>' }],
  ['a cell that never ends', { sheet: '<row r="1"><c r="A1"><v>1</v>' }],
])('%s: left to the slow reader', (_, shape) => {
  expect(fast(workbook(shape))).toBe(null);
});

test('of the columns that are asked for each cell is found, whatever stands between and behind them', () => {
  const texts = (row: number, ...cells: string[]) =>
    `<row r="${row}">${cells.map((cell, place) => `<c r="${'ABCD'[place]}${row}"${cell}</c>`).join('')}</row>`;
  const text = (words: string) => ` t="inlineStr"><is><t>${words}</t></is>`;
  const formula = (result: number) => `><f>1+1</f><v>${result}</v>`;
  const sheet = [
    '<row r="1"><c r="A1"><v>7</v></c><c r="D1"><v>8</v></c></row>',
    texts(2, text('Ours'), text('Theirs'), text('Ours too'), text('Status')),
    texts(3, text('a'), formula(2), '><v>1</v>', formula(2)),
    '<row r="4"/>',
    '<row r="5"><c r="A5"/><c r="D5"/></row>',
    '<row r="6"><c r="B6"><v>5</v></c></row>',
    texts(7, text('b'), formula(2), text('c'), formula(2)),
  ].join('');
  const isWanted = (header: string) => header.startsWith('Ours');
  const found = readSheets(Buffer.from(workbook({ sheet })), () => ({ headerRow: 2, isWanted }));
  expect(filled([...found!.values()][0]!)).toEqual([
    [7, null, null, 8],
    ['Ours', 'Theirs', 'Ours too', 'Status'],
    ['a', null, 1],
    [],
    [],
    [],
    ['b', null, 'c'],
  ]);
});

test('a part of beginnings without an end is looked through once, and left to the slow reader', () => {
  // Half a million of them: looked for an end from each, this would take a day.
  const styles = '<cellXfs>'.padEnd(4_000_000, '<xf <xf ');
  expect(fast(workbook({ sheet: '', styles }))).toBe(null);
  expect(fast(workbook({ sheet: '', workbook: '<sheet '.repeat(500_000).slice(0, -1) }))).toBe(null);
});

test('cells and texts with nothing in them are looked through once: from none the whole part is gone through', () => {
  // Of each a quarter of a million: if each were looked through to the part's end, this would take hours.
  const places = Array.from({ length: 250_000 }, (_, place) => place + 1);
  const column = (cell: (row: number) => string) =>
    places.map((row) => `<row r="${row}">${cell(row)}</row>`).join('');
  const formulas = column((row) => `<c r="A${row}"><f>1+1</f></c>`);
  expect(shown(workbook({ sheet: formulas }))).toEqual([['Ours & theirs', []]]);
  const blank = column((row) => `<c r="A${row}" t="inlineStr"><is></is></c>`);
  expect([...fast(workbook({ sheet: blank }))!.values()][0]!.at(-1)).toEqual(['']);
  const shared = '<si></si>'.repeat(places.length);
  const last = `<row r="1"><c r="A1" t="s"><v>${places.length - 1}</v></c></row>`;
  expect(shown(workbook({ sheet: last, shared }))).toEqual([['Ours & theirs', [['']]]]);
});

test('a part that says it is larger than it can be is not made room for', () => {
  const bytes = Buffer.from(workbook({ sheet: '' }));
  // The size of what is unpacked stands 24 bytes into an entry of the archive's directory.
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) {
    bytes.writeUInt32LE(500_000_000, at + 24);
  }
  expect(fast(bytes)).toBe(null);
});

test('bytes that are no archive, or one that was cut off or changed anywhere, end in an answer', () => {
  const whole = workbook({ sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  expect(fast(strToU8('PK but no zip'))).toBe(null);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
      const bytes = isCut ? whole.slice(0, at) : whole.with(at, byte);
      const sheets = fast(bytes);
      expect(sheets === null || sheets instanceof Map).toBe(true);
    }),
    { numRuns: 500 },
  );
});
