/** Some sheets of a workbook, fast: the usual shape of an .xlsx only, and of its cells only those asked for. */
import { posix } from 'node:path';
import type { Cell } from '#core/tracker/index.ts';
import { timeFromSerial } from '../import/source.ts';
import { sheetCells } from './sheet-cells.ts';
import { decoded, elementsIn, plainXml, textsBetween } from './xml-text.ts';
import { Unusual, type ZipEntries, zipEntries } from './zip-entries.ts';

export interface WantedSheet {
  headerRow: number;
  isWanted(header: string): boolean;
}

export type Sheets = Map<string, (readonly Cell[])[]>;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** Numbers of the formats that every program knows and that show a date or a time. */
const TIME_FORMATS: readonly [from: number, until: number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** The sheets that are wanted, by name; `null` where the file is not as most are: another reader knows more. */
export function readSheets(bytes: Buffer, wanted: (name: string) => WantedSheet | null): Sheets | null {
  try {
    return sheetsIn(zipEntries(bytes), wanted);
  } catch (error) {
    // Whatever is unusual, or broken, the slower reader reads or says what is wrong.
    if (error instanceof Unusual || error instanceof RangeError || isOfZlib(error)) return null;
    throw error;
  }
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(Z_|ERR_BUFFER)/.test(String(error.code));
}

function sheetsIn(entries: ZipEntries, wanted: (name: string) => WantedSheet | null): Sheets {
  const workbook = partOf(entries, WORKBOOK);
  if (/date1904="(1|true)"/.test(workbook)) throw new Unusual('1904');
  const targets = new Map(
    elementsIn(partOf(entries, RELATIONS), 'Relationship').map((element) => [
      attribute(element, 'Id'),
      attribute(element, 'Target'),
    ]),
  );
  const shared = sharedTexts(entries);
  const isTime = timeStyles(entries);
  const sheets: Sheets = new Map();
  for (const element of elementsIn(workbook, 'sheet')) {
    const name = attribute(element, 'name');
    const reading = wanted(name);
    if (!reading) continue;
    const xml = partOf(entries, pathOf(targets.get(attribute(element, 'r:id')) ?? ''));
    sheets.set(name, sheetCells({ ...reading, xml, shared, isTime, timeOf: timeFromSerial }));
  }
  return sheets;
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
}

function partOf(entries: ZipEntries, path: string): string {
  const bytes = entries(path);
  if (!bytes) throw new Unusual(path);
  return plainXml(bytes);
}

function attribute(element: string, name: string): string {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(element);
  if (!found) throw new Unusual(name);
  return decoded(found[1]!);
}

/** Unpacked when the first cell asks for one. */
function sharedTexts(entries: ZipEntries): (place: number) => string {
  let texts: string[] | null = null;
  return (place) => {
    texts ??= textsIn(partOf(entries, 'xl/sharedStrings.xml'));
    const text = texts[place];
    if (text === undefined) throw new Unusual('shared text');
    return text;
  };
}

function textsIn(xml: string): string[] {
  const texts: string[] = [];
  for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at)) {
    const open = xml.indexOf('>', at);
    if (xml[open - 1] === '/') {
      texts.push('');
      at = open;
      continue;
    }
    const close = xml.indexOf('</si>', open);
    if (open < 0 || close < 0) throw new Unusual('shared text');
    texts.push(textsBetween(xml, open, close));
    at = close;
  }
  return texts;
}

function timeStyles(entries: ZipEntries): (style: number) => boolean {
  const xml = partOf(entries, 'xl/styles.xml');
  const codes = new Map(
    elementsIn(xml, 'numFmt').map((element) => [
      attribute(element, 'numFmtId'),
      attribute(element, 'formatCode'),
    ]),
  );
  const from = xml.indexOf('<cellXfs');
  const until = xml.indexOf('</cellXfs>', from);
  if (from >= 0 && until < 0) throw new Unusual('styles');
  const own = from < 0 ? '' : xml.slice(from, until);
  const styles = elementsIn(own, 'xf').map((element) => {
    const format = /\snumFmtId="(\d+)"/.exec(element)?.[1] ?? '0';
    const code = codes.get(format);
    return code === undefined
      ? TIME_FORMATS.some(([from, until]) => Number(format) >= from && Number(format) <= until)
      : showsTime(code);
  });
  return (style) => styles[style] ?? false;
}

/** Whether a format's code has letters of dates or times in it, beside its texts, colours and conditions. */
function showsTime(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?![hms]+\])[^[\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replace(/General/gi, ''));
}
