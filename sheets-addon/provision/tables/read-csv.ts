/** CSV as other programs write it: any of the usual separators and encodings, quotes, line breaks inside quotes. */
import { unguarded } from './csv-guard.ts';

export interface CsvTable {
  rows: string[][];
  separator: string;
  encoding: string;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** How much of a file is looked at to find its separator. */
const LOOKED_AT = 65_536;

export function readCsv(bytes: Uint8Array): CsvTable {
  const { text, encoding } = decoded(bytes);
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = named?.[1] ?? separatorOf(body.slice(0, LOOKED_AT));
  const rows = recordsOf(body, separator).map((row) => row.map(unguarded));
  return { rows, separator, encoding };
}

function decoded(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second, third] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  const isMarkedAsUtf8 = first === 0xef && second === 0xbb && third === 0xbf;
  const wide = marked || (isMarkedAsUtf8 ? '' : utf16WithoutMark(bytes));
  if (wide !== '') return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // What is no UTF-8 was saved by an older program of Western Europe; the preview shows it before anything is written.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Texts of Western letters have a zero in every second place, at least for the most part. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | '' {
  const head = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (head.length < 4 || (even + odd) * 4 < head.length || (even > 0 && odd > 0)) return '';
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

/** The separator that parts the most lines into the same number of fields, more than one. */
function separatorOf(text: string): string {
  const scored = SEPARATORS.map((separator) => {
    const widths = recordsOf(text, separator).map((row) => row.length);
    const [width = 1] = widths;
    return { separator, score: width < 2 ? 0 : widths.filter((other) => other === width).length * width };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

function recordsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, separator);
    row.push(value);
    at = end;
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;

  function plainAt(whole: string, from: number, until: string): { value: string; end: number } {
    let end = from;
    while (end < whole.length && whole[end] !== until && whole[end] !== '\n' && whole[end] !== '\r') end++;
    return { value: whole.slice(from, end), end };
  }

  /** Up to the closing quote; what follows it before the next separator belongs to the field, as Excel has it. */
  function quotedAt(whole: string, from: number): { value: string; end: number } {
    const parts: string[] = [];
    let start = from + 1;
    while (true) {
      const quote = whole.indexOf('"', start);
      if (quote < 0) return { value: [...parts, whole.slice(start)].join(''), end: whole.length };
      parts.push(whole.slice(start, quote));
      if (whole[quote + 1] !== '"') {
        const rest = plainAt(whole, quote + 1, separator);
        return { value: [...parts, rest.value].join(''), end: rest.end };
      }
      parts.push('"');
      start = quote + 2;
    }
  }
}
