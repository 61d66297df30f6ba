/** Files that people bring: CSV from whatever program, and workbooks, sound and broken. */
import { strToU8, zipSync } from 'fflate';
import { serviceManagement } from '#core';
import { type Cell, describeTracker, FIRST_SERIAL, LAST_SERIAL, tabOf } from '#core/tracker/index.ts';
import { matchColumns } from '../../sheets-addon/provision/import/match-columns.ts';
import { readColumn } from '../../sheets-addon/provision/import/read-values.ts';
import { readSource, type Source } from '../../sheets-addon/provision/import/source.ts';
import { readCsv } from '../../sheets-addon/provision/tables/read-csv.ts';
import { writeCsv } from '../../sheets-addon/provision/tables/write-csv.ts';
import { readSheets } from '../../sheets-addon/provision/workbook/read-sheets.ts';
import { type Dice, mutatedText } from './mutate.ts';
import { must, type Target } from './target.ts';

const TAB = tabOf(describeTracker({ language: 'en', rulebook: serviceManagement }), 'activities');
const TYPED = TAB.columns.filter(({ role }) => role === 'typed');

const TABLES = [
  'Date,Engagement,Hours,Note\r\n2026-06-08,E-1,1.5,"called, twice"\r\n2026-06-09,E-1,2,"said ""no"""\r\n',
  'Date;Engagement;Hours;Note\n08.06.2026;E-1;1,5;\n31.12.2026;E-2;10,01;"two\nlines"\n',
  "sep=|\nDate|Engagement|Hours\n06/08/2026|E-1|1,500\n06/31/2026|'=E-2|-1\n",
  '\ufeffDate\tEngagement\tHours\t\uff1dNote\n2026年6月8日\tE-1\t0.25\tx\n',
];
const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const;

/** What of a file an import would write: nothing but text, dates of the calendar, and numbers. */
function checkSource({ headers, rows }: Source): void {
  must(
    headers.every((header) => typeof header === 'string'),
    'a header that is no text',
  );
  must(
    rows.every(({ cells }) => cells.every(isCell)),
    'a cell that is neither text, nor number, nor empty',
  );
  const tab = { ...TAB, columns: TYPED };
  for (const { column, place } of matchColumns(headers, tab, [])) {
    if (!column) continue;
    const values = rows.map(({ cells }) => cells[place] ?? null);
    const read = readColumn(values, column, {}, new Map());
    must(read.cells.length === values.length && read.cells.every(isCell), 'a cell that an import makes up');
    must(
      column.format !== 'date' ||
        read.cells.every((cell, row) => typeof cell !== 'number' || cell === values[row] || isDate(cell)),
      'a date that does not exist',
    );
  }
}

const isCell = (cell: Cell) =>
  cell === null || typeof cell === 'string' || typeof cell === 'boolean' || Number.isFinite(cell);
const isDate = (cell: number) => Number.isInteger(cell) && cell >= FIRST_SERIAL && cell <= LAST_SERIAL;

export const csv: Target = {
  name: 'CSV files',
  corpus: TABLES.length,
  async run(dice) {
    const text = mutatedText(dice.pick(TABLES), dice);
    const bytes = Buffer.from(text, dice.pick(ENCODINGS));
    if (dice.chance(0.2) && bytes.length > 0) bytes[dice.below(bytes.length)] = dice.below(256);
    const source = await readSource(bytes);
    if ('problem' in source) return false;
    checkSource(source);
    // What was read is what is read again, once it has been written by us.
    const rows = source.rows.map(({ cells }) => ({ note: cells[0] ?? null, engagement: cells[1] ?? null }));
    const columns = TYPED.filter(({ id }) => id === 'note' || id === 'engagement');
    const again = readCsv(Buffer.from(writeCsv(columns, rows))).rows.slice(1);
    const wanted = rows.map((row) => columns.map(({ id }) => String(row[id as 'note'] ?? '')));
    must(JSON.stringify(again) === JSON.stringify(wanted), 'text that a CSV file of ours changes');
    return true;
  },
};

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org';
const SHEET = 'xl/worksheets/sheet1.xml';
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${RELS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${RELS}/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELS}/officeDocument/2006/relationships"><sheets><sheet name="Work" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELS}/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}" count="4" uniqueCount="4"><si><t>Date</t></si><si><t>Hours</t></si><si><t>Note</t></si><si><t>=cmd|' /C calc'!A0</t></si></sst>`,
  'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
  [SHEET]: `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2"><v>46181</v></c><c r="B2"><v>1.5</v></c><c r="C2" t="s"><v>3</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>2026-06-31</t></is></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#REF!</v></c><c r="D3" s="1"><v>1.5</v></c></row></sheetData></worksheet>`,
};

export const xlsx: Target = {
  name: '.xlsx files',
  corpus: 2,
  async run(dice) {
    const broken = dice.pick(Object.keys(PARTS));
    // A cell with an error in it is left to the slower reader.
    const sound = dice.chance(0.5)
      ? PARTS
      : { ...PARTS, [SHEET]: PARTS[SHEET]!.replace(' t="e"', ' t="str"') };
    const parts = Object.entries(sound).flatMap(([name, text]): [string, Uint8Array][] => {
      if (name !== broken) return [[name, strToU8(text)]];
      return dice.chance(0.05) ? [] : [[name, strToU8(changedXml(text, dice))]];
    });
    const bytes = zipSync(Object.fromEntries(parts), { level: 0 });
    if (dice.chance(0.2)) bytes[dice.below(bytes.length)] = dice.below(256);
    if (dice.chance(0.05)) return read(bytes.subarray(0, dice.below(bytes.length)));
    return read(bytes);
  },
};

const ALL = { headerRow: 1, isWanted: () => true };

async function read(bytes: Uint8Array): Promise<boolean> {
  for (const rows of readSheets(Buffer.from(bytes), () => ALL)?.values() ?? []) {
    must(
      rows.every((cells) => cells.every(isCell)),
      'a cell that the fast reader makes up',
    );
  }
  const source = await readSource(bytes);
  must(({} as Record<string, unknown>).x === undefined, 'a prototype was changed');
  if ('problem' in source) return false;
  checkSource(source);
  return true;
}

const REFERENCES = ['A1', 'XFD1048576', 'ZZZZ99999999', '__proto__1', 'A0', '1A', 'A-1', 'C999999'];
const NUMBERS = ['-1', '1e400', 'NaN', '99999999999', '', ' 7 ', '0x10'];
const HOSTILE = [
  '&#0;',
  '&unknown;',
  '<![CDATA[x]]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<v><v>',
  ']]>',
  '&#xD800;',
];

/** Numbers and places changed where they stand, or the text of the part broken. */
function changedXml(text: string, dice: Dice): string {
  const what = dice.below(4);
  if (what === 0)
    return text.replace(/\br="[A-C]\d"/g, (own) => (dice.chance(0.3) ? `r="${dice.pick(REFERENCES)}"` : own));
  if (what === 1)
    return text.replace(/<v>[^<]*<\/v>/g, (own) => (dice.chance(0.4) ? `<v>${dice.pick(NUMBERS)}</v>` : own));
  if (what === 2) {
    const at = dice.below(text.length);
    return text.slice(0, at) + dice.pick(HOSTILE) + text.slice(at);
  }
  return mutatedText(text, dice);
}
