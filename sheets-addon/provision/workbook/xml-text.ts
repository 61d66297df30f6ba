/** Text in a part of a workbook. The part is read byte by byte; what is text is decoded where it is taken out. */
import { Unusual } from './zip-entries.ts';

const ENTITY = /&(#x[\da-fA-F]+|#\d+|\w+);/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };
/** A character that XML cannot hold, as workbooks write it. */
const ESCAPED = /_x[\da-fA-F]{4}_/;
const BEYOND_ASCII = /[\x80-\xff]/;
const BEFORE_TEXT = '<t';
const [BEFORE_PLAIN, AFTER_PLAIN] = ['<is><t', '</t></is>'];

/** A piece of the part as the text that it means. */
export function decoded(piece: string): string {
  const text = BEYOND_ASCII.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : piece;
  if (ESCAPED.test(text)) throw new Unusual('escape');
  return text.includes('&') ? text.replace(ENTITY, (_, entity: string) => charactersOf(entity)) : text;
}

function charactersOf(entity: string): string {
  if (!entity.startsWith('#')) {
    const found = NAMED[entity];
    if (found === undefined) throw new Unusual('entity');
    return found;
  }
  const point = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  if (!(point > 0 && point <= 0x10ffff)) throw new Unusual('entity');
  return String.fromCodePoint(point);
}

/** The texts between two places, one after the other: a text with several looks stands in several. */
export function textsBetween(xml: string, from: number, until: number): string {
  return plainText(xml, from, until) ?? severalTexts(xml.slice(from, until));
}

/** A text with one look, as nearly all are: no sign of markup can stand within it. */
function plainText(xml: string, from: number, until: number): string | null {
  if (!xml.startsWith(BEFORE_PLAIN, from + 1)) return null;
  const open = xml.indexOf('>', from + BEFORE_PLAIN.length);
  const close = until - AFTER_PLAIN.length;
  if (open > close || xml[open - 1] === '/' || !xml.startsWith(AFTER_PLAIN, close)) return null;
  const text = xml.slice(open + 1, close);
  return text.includes('<') ? null : decoded(text);
}

/** Looked for in this piece alone: from each of many without a text, the whole part would be gone through. */
function severalTexts(piece: string): string {
  // How a text is read aloud stands beside it.
  if (piece.includes('<rPh')) throw new Unusual('text');
  let text = '';
  let at = piece.indexOf(BEFORE_TEXT);
  while (at >= 0) {
    const after = piece[at + BEFORE_TEXT.length];
    if (after !== '>' && after !== ' ' && after !== '/') throw new Unusual('text');
    const open = piece.indexOf('>', at);
    if (open < 0) throw new Unusual('text');
    at = open;
    if (piece[open - 1] !== '/') {
      const close = piece.indexOf('</t>', open);
      if (close < 0) throw new Unusual('text');
      text += decoded(piece.slice(open + 1, close));
      at = close + 1;
    }
    at = piece.indexOf(BEFORE_TEXT, at);
  }
  return text;
}

/** What a part begins with, and nothing that this reader would have to understand. */
export function plainXml(bytes: Buffer): string {
  const xml = bytes.toString('latin1');
  // Comments, raw text, declarations: looked for by their rare second sign, as a part has millions of the first.
  if (['!--', '![CDATA[', '!DOCTYPE'].some((sign) => xml.includes(sign))) throw new Unusual('markup');
  if (/^\xff\xfe|^\xfe\xff|encoding="(?!utf-8")/i.test(xml.slice(0, 200))) throw new Unusual('encoding');
  return xml;
}

/** The beginnings of all elements of a name, with their attributes. */
export function elementsIn(xml: string, name: string): string[] {
  const sign = `<${name}`;
  const found: string[] = [];
  let at = xml.indexOf(sign);
  while (at >= 0) {
    const after = at + sign.length;
    if (!/[\s/>]/.test(xml[after] ?? '')) {
      at = xml.indexOf(sign, after);
      continue;
    }
    const end = xml.indexOf('>', after);
    if (end < 0) throw new Unusual('element');
    found.push(xml.slice(at, end + 1));
    at = xml.indexOf(sign, end);
  }
  return found;
}
