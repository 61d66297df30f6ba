/** Writes a formula in A1 notation, for one cell of one rendering. */
import type { Expr, FunctionName, Operator } from './formula.ts';

/** What a rendering decides: where things stand, and how functions and separators are written. */
export interface Notation {
  separator: ',' | ';';
  functionName(name: FunctionName): string;
  cell(column: string): string;
  above(column: string): string;
  /** A formula that gives the numbers of a range in order, from one cell downwards. */
  sorted(range: string): string;
  range(tab: string, from: string, to: string, reach?: 'header' | 'sheet'): string;
  headers(tab: string, from: string, to: string): string;
  name(name: string): string;
  /** Place of the row in its table, from 1. */
  place: string;
}

const BINDING: Record<Operator, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
};

/** The formula's text without the leading `=`. */
export function writeFormula(expression: Expr, notation: Notation): string {
  const write = (part: Expr): string => {
    switch (part.kind) {
      case 'text':
        return quoted(part.text);
      case 'number':
        return String(part.value);
      case 'cell':
        return notation.cell(part.column);
      case 'above':
        return notation.above(part.column);
      case 'sorted':
        return notation.sorted(notation.range(part.tab, part.column, part.column));
      case 'column':
        return notation.range(part.tab, part.column, part.column, part.reach);
      case 'block':
        return notation.range(part.tab, part.from, part.to);
      case 'headers':
        return notation.headers(part.tab, part.from, part.to);
      case 'name':
        return notation.name(part.name);
      case 'place':
        return notation.place;
      case 'call':
        return `${notation.functionName(part.fn)}(${part.args.map(write).join(notation.separator)})`;
      case 'operation':
        return side(part.left, part.operator, false) + part.operator + side(part.right, part.operator, true);
    }
  };
  const side = (part: Expr, operator: Operator, isRight: boolean): string => {
    if (part.kind === 'number' && part.value < 0) return `(${part.value})`;
    if (part.kind === 'place') return `(${write(part)})`;
    if (part.kind !== 'operation') return write(part);
    const loose = BINDING[part.operator] - BINDING[operator];
    // `&` joins the same whichever way it is grouped; every other operator groups to the left.
    const bare = loose > 0 || (loose === 0 && (!isRight || operator === '&'));
    return bare ? write(part) : `(${write(part)})`;
  };
  return write(expression);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
