/** A column's formula for each row: worked out once, with the row's number put in where it belongs. */
import { type Expr, type Notation, writeFormula } from '#core/tracker/index.ts';
import { escapeXml } from './xml.ts';

/** A row number that no formula's own text holds, and that of the row above it. */
const MARK = 987_654_321;
const MARKS = new RegExp(`(${MARK}|${MARK - 1})`);

/** The formula of a row as XML text. */
export function rowFormula(formula: Expr, notation: (row: number) => Notation): (row: number) => string {
  const parts = escapeXml(writeFormula(formula, notation(MARK))).split(MARKS);
  return (row) =>
    parts.map((part, index) => (index % 2 === 0 ? part : String(row + Number(part) - MARK))).join('');
}
