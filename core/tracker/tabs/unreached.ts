/**
 * Rows that somebody has put in by hand have no formulas: above the first row no range reaches them either. How many
 * there are is asked from the header on, so that no row can come to stand above the question.
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
  return Object.entries(TELLING)
    .map(([tab, id]) => call('COUNTIFS', wholeColumn(tab, id), '<>', wholeColumn(tab, 'used'), ''))
    .reduce((sum, count) => op(sum, '+', count));
}
