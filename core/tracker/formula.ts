/**
 * Formulas as data: columns by id, never by position, no separator, no locale. Each renderer writes them in
 * its own notation (`formula-text.ts`). Numbers are whole, so that no decimal point can be misread.
 */

/** What Google Sheets, Excel and LibreOffice have in common and what the workbook needs of it. */
export type FunctionName =
  | 'ABS'
  | 'AND'
  | 'CHOOSE'
  | 'CLEAN'
  | 'COUNTIF'
  | 'COUNTIFS'
  | 'DATE'
  | 'DAY'
  | 'FIND'
  | 'IF'
  | 'IFERROR'
  | 'INDEX'
  | 'INT'
  | 'ISNUMBER'
  | 'ISOWEEKNUM'
  | 'LEFT'
  | 'LEN'
  | 'LOOKUP'
  | 'LOWER'
  | 'MATCH'
  | 'MID'
  | 'MIN'
  | 'MINIFS'
  | 'MOD'
  | 'MONTH'
  | 'N'
  | 'NOT'
  | 'NOW'
  | 'OR'
  | 'REPT'
  | 'RIGHT'
  | 'ROUND'
  | 'ROW'
  | 'SUBSTITUTE'
  | 'SUM'
  | 'SUMIFS'
  | 'TODAY'
  | 'TRIM'
  | 'UNICHAR'
  | 'UNICODE'
  | 'VALUE'
  | 'YEAR';

export type Operator = '+' | '-' | '*' | '/' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Expr =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  /** A cell of the formula's own row. */
  | { kind: 'cell'; column: string }
  /** The cell above, of the formula's own tab; in the first row that is the header. */
  | { kind: 'above'; column: string }
  /** The numbers of a column's prepared rows, least first, one below the other: a `spills` column's formula. */
  | { kind: 'sorted'; tab: string; column: string }
  /** All prepared rows of a column: `contacts.email`; from its header on; or all that stands in it, rows to come too. */
  | { kind: 'column'; tab: string; column: string; reach?: 'header' | 'sheet' }
  /** All prepared rows from one column to another. */
  | { kind: 'block'; tab: string; from: string; to: string }
  /** The headers from one column to another. */
  | { kind: 'headers'; tab: string; from: string; to: string }
  /** A named cell. */
  | { kind: 'name'; name: string }
  /** Place of the formula's row in its table, from 1. */
  | { kind: 'place' }
  | { kind: 'call'; fn: FunctionName; args: Expr[] }
  | { kind: 'operation'; operator: Operator; left: Expr; right: Expr };

/** Text and whole numbers stand for themselves wherever an expression is expected. */
export type Term = Expr | string | number;

export function expr(term: Term): Expr {
  if (typeof term === 'string') return { kind: 'text', text: term };
  if (typeof term !== 'number') return term;
  if (!Number.isSafeInteger(term)) throw new RangeError(`A formula takes whole numbers only, not ${term}`);
  return { kind: 'number', value: term };
}

export const cell = (column: string): Expr => ({ kind: 'cell', column });
export const above = (column: string): Expr => ({ kind: 'above', column });
export const named = (name: string): Expr => ({ kind: 'name', name });
export const place: Expr = { kind: 'place' };

/** `column('contacts.email')`: the prepared rows of a column, of this tab or another. */
export function column(path: string): Expr {
  const dot = path.indexOf('.');
  return { kind: 'column', tab: path.slice(0, dot), column: path.slice(dot + 1) };
}

export const block = (tab: string, from: string, to: string): Expr => ({ kind: 'block', tab, from, to });

/** The same from its header on: whatever is put in below that is reached too. */
export const withHeader = (path: string): Expr => ({ ...column(path), reach: 'header' }) as Expr;

/** The column from the first row of the sheet to its last, however many there will be. */
export const wholeColumn = (path: string): Expr => ({ ...column(path), reach: 'sheet' }) as Expr;

/** What `column` gives, in order. */
export function sorted(path: string): Expr {
  return { ...column(path), kind: 'sorted' } as Expr;
}

export function call(fn: FunctionName, ...args: Term[]): Expr {
  return { kind: 'call', fn, args: args.map(expr) };
}

export function op(left: Term, operator: Operator, right: Term): Expr {
  return { kind: 'operation', operator, left: expr(left), right: expr(right) };
}

/** Text of several parts. */
export function joined(...parts: Term[]): Expr {
  return parts.map(expr).reduce((left, right) => op(left, '&', right));
}

/** The first case whose condition holds; the last entry is what is left otherwise. */
export function firstOf(cases: [when: Expr, then: Term][], otherwise: Term): Expr {
  return cases.reduceRight<Expr>((rest, [when, then]) => call('IF', when, then, rest), expr(otherwise));
}

export const and = (...terms: Term[]) => call('AND', ...terms);
export const iff = (when: Expr, then: Term, otherwise: Term) => call('IF', when, then, otherwise);
export const orElse = (value: Expr, otherwise: Term) => call('IFERROR', value, otherwise);
export const isEmpty = (value: Expr) => op(value, '=', '');
export const flag = (condition: Expr) => iff(condition, 1, 0);
