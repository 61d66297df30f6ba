/** A column's formula for each row: worked out once, with the row's number put in where it belongs. */
import { type Expr, type Notation, writeFormula } from '#core/tracker/index.ts';
import { MARKED_ROW, rowText } from '../row-text.ts';
import { escapeXml } from './xml.ts';

/** The formula of a row as XML text. */
export function rowFormula(formula: Expr, notation: (row: number) => Notation): (row: number) => string {
  return rowText(escapeXml(writeFormula(formula, notation(MARKED_ROW))));
}
