/** Formulas as Google Sheets keeps them: separators by locale, titles without needless quotes, references that go along. */
import { columnLetters } from '#core/tracker/index.ts';
import { refuse } from './refused.ts';

const STRINGS = /("(?:[^"]|"")*")/;
const REFERENCE =
  /((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?(?![\w(])/g;
const PLAIN_TITLE = /^[A-Za-z_][\w]*$/;

const WHOLE_COLUMNS = /((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?\$([A-Z]{1,3}):\$([A-Z]{1,3})(?![\w$(])/g;

/** How a formula is kept, whoever wrote it in whichever locale. */
export function canonical(formula: string, locale: string, titles: readonly string[]): string {
  if (!formula.startsWith('=')) refuse(`Invalid formula: ${formula}`);
  return outside(formula, (code) => {
    if (!locale.startsWith('en') && code.includes(',')) refuse(`Formula parse error: ${formula}`);
    return code.replaceAll(';', ',').replace(/'((?:[^']|'')+)'!/g, (whole, quoted: string) => {
      const title = quoted.replaceAll("''", "'");
      if (!titles.includes(title)) refuse(`Unresolved sheet name '${title}'`);
      return PLAIN_TITLE.test(title) ? `${title}!` : whole;
    });
  });
}

export function shown(formula: string, locale: string): string {
  return locale.startsWith('en') ? formula : outside(formula, (code) => code.replaceAll(',', ';'));
}

function outside(formula: string, change: (code: string) => string): string {
  return formula
    .split(STRINGS)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

/**
 * The formula some rows and columns further: references without a dollar sign go along. Read once, as one formula goes
 * into thousands of cells.
 */
export function copier(formula: string): (rows: number, columns: number) => string {
  const parts: (string | [name: string] | [row: number])[] = [];
  const place = (fixed: string, name: string, fixedRow: string, row: string) =>
    parts.push(fixed, fixed ? name : [name], fixedRow, fixedRow ? row : [Number(row)]);
  for (const [index, code] of formula.split(STRINGS).entries()) {
    let from = 0;
    for (const match of index % 2 === 1 ? [] : code.matchAll(REFERENCE)) {
      const [whole, title = '', a, b, c, d, e, f, g, h] = match;
      parts.push(code.slice(from, match.index), title);
      place(a!, b!, c!, d!);
      if (f !== undefined) {
        parts.push(':');
        place(e!, f, g!, h!);
      }
      from = match.index + whole.length;
    }
    parts.push(code.slice(from));
  }
  return (rows, columns) =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const [moving] = part;
        return typeof moving === 'number' ? moving + rows : columnLetters(numberOf(moving) + columns);
      })
      .join('');
}

export interface Shift {
  title: string;
  dimension: 'COLUMNS' | 'ROWS';
  /** Where cells come in or go, from 0. */
  index: number;
  /** How many come in; below 0: how many go. */
  by: number;
}

/** The formula after cells came in or went, of a sheet that is called `own`. */
export function moved(formula: string, own: string, shift: Shift): string {
  const isColumns = shift.dimension === 'COLUMNS';
  const isHere = (title: string | undefined) =>
    shift.title ===
    (title === undefined ? own : title.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'"));
  return outside(formula, (code) =>
    movedColumns(code, isHere, shift).replace(REFERENCE, (whole, title, a, b, c, d, e, f, g, h) => {
      if (!isHere(title)) return whole;
      const from = isColumns ? numberOf(b) : Number(d) - 1;
      const to = f === undefined ? from : isColumns ? numberOf(f) : Number(h) - 1;
      const [first, last] = movedSpan(from, to, shift);
      if (last < first) return '#REF!';
      const one = (x: string, name: string, y: string, row: string, place: number) =>
        isColumns ? `${x}${columnLetters(place)}${y}${row}` : `${x}${name}${y}${place + 1}`;
      const end = f === undefined ? '' : `:${one(e, f, g, h, last)}`;
      return `${title ?? ''}${one(a, b, c, d, first)}${end}`;
    }),
  );
}

/** References to whole columns, which rows that come or go leave as they are. */
function movedColumns(code: string, isHere: (title: string | undefined) => boolean, shift: Shift): string {
  if (shift.dimension === 'ROWS') return code;
  return code.replace(WHOLE_COLUMNS, (whole, title: string | undefined, from: string, to: string) => {
    if (!isHere(title)) return whole;
    const [first, last] = movedSpan(numberOf(from), numberOf(to), shift);
    return last < first ? '#REF!' : `${title ?? ''}$${columnLetters(first)}:$${columnLetters(last)}`;
  });
}

/** A span of rows or columns, both ends in it, after the shift; its end lies before its start when all of it went. */
export function movedSpan(
  first: number,
  last: number,
  { index, by }: Pick<Shift, 'index' | 'by'>,
): [number, number] {
  if (by >= 0) return [first >= index ? first + by : first, last >= index ? last + by : last];
  const gone = index - by;
  return [
    first < index ? first : Math.max(first + by, index),
    last < index ? last : last < gone ? index - 1 : last + by,
  ];
}

/** After a sheet has got another name. */
export function retitled(formula: string, from: string, to: string): string {
  return outside(formula, (code) =>
    code.replace(/('(?:[^']|'')+'|[A-Za-z_][\w.]*)!/g, (whole, name: string) => {
      if (name.replace(/^'|'$/g, '').replaceAll("''", "'") !== from) return whole;
      return PLAIN_TITLE.test(to) ? `${to}!` : `'${to.replaceAll("'", "''")}'!`;
    }),
  );
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
