/**
 * Rows that somebody has put in by hand have no formulas, and so have those that a check has added to a tab's end: above
 * the first row and below the last no range reaches them either. How many there are is asked of the whole sheet.
 */
import { call, type Expr, op, wholeColumn } from '../formula.ts';

/** Of each tab whose rows formulas count, what every row says. */
const TELLING = {
  activities: 'engagement',
  calendar: 'from',
  cases: 'engagement',
  contacts: 'engagement',
  customers: 'id',
  engagements: 'id',
  inquiries: 'case',
  managers: 'id',
};

export function unreachedRows(): Expr {
  const typed = Object.entries(TELLING).map(([tab, id]) => without('used', tab, id));
  return typed.reduce((sum, count) => op(sum, '+', count), without('day', 'deliverables', 'deliverable'));
}

/** Rows in which a column is filled and a formula is missing. */
function without(formula: string, tab: string, filled: string): Expr {
  return call('COUNTIFS', wholeColumn(`${tab}.${filled}`), '<>', wholeColumn(`${tab}.${formula}`), '');
}
