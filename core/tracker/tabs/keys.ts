/**
 * Keys: the numbers of the cases' ids in their order, each with its row. Hidden. Looking each inquiry's case up among
 * all cases would take ten thousand times as long in a sheet of 50,000 of them.
 */
import { entryAt, literally } from '../cell-formulas.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { call, cell, column, type Expr, iff, op, orElse, place, sorted } from '../formula.ts';
import { helper } from '../status.ts';
import { numberOf, sampleOf } from '../text-number.ts';
import type { Column, Tab } from '../workbook.ts';
import { FIRST_PLACE, NO_WEEK as NO_KEY, PER_WEEK as PER_KEY } from './weeks.ts';

export function keysTab({ words, capacity }: Description): Tab {
  return describedTab(words, {
    id: 'keys',
    columns: [
      { ...helper('order', sorted('cases.keyOrder')), spills: true },
      helper('place', iff(op(cell('order'), '<', NO_KEY), placeOfOrder(cell('order')), 0)),
    ],
    capacity: capacity.cases!,
    follows: 'cases',
    frozenColumns: 0,
    filter: false,
    hidden: true,
    highlights: [],
    colour: '#94a3b8',
  });
}

/** Rows count backwards: of two that have one id the first is then the last in order, which is the one that is found. */
const LAST = PER_KEY - 1;

const numberIn = (order: Expr) => call('INT', op(order, '/', PER_KEY));

function placeOfOrder(order: Expr): Expr {
  return op(LAST - FIRST_PLACE, '-', op(order, '-', op(numberIn(order), '*', PER_KEY)));
}

/** What a tab needs of its ids to be looked up in. */
export const keyHelpers: readonly Column[] = [
  helper('keySample', sampleOf(cell('key'))),
  helper(
    'keyOrder',
    iff(
      op(cell('keySample'), '<>', ''),
      op(op(numberOf('keySample'), '*', PER_KEY), '+', op(LAST - FIRST_PLACE, '-', place)),
      NO_KEY,
    ),
  ),
];

/** The columns that look an id up: the last of them is the place of its case, 0 where it has none. */
export function caseHelpers(id: string, used: Expr): Column[] {
  const [at, guess] = [cell('caseAt'), cell('caseGuess')];
  const isNamed = op(cell('caseSample'), '<>', '');
  const text = call('TRIM', cell(id));
  const most = op(op(cell('caseNumber'), '*', PER_KEY), '+', LAST);
  const isItsNumber = op(numberIn(entryAt('keys.order', at)), '=', cell('caseNumber'));
  const guessed = call('LOWER', entryAt('cases.key', guess));
  return [
    helper('caseSample', iff(op(used, '=', 1), sampleOf(text), '')),
    helper('caseNumber', iff(isNamed, numberOf('caseSample'), 0)),
    helper('caseAt', iff(isNamed, orElse(call('MATCH', most, column('keys.order'), 1), 0), 0)),
    helper('caseGuess', iff(op(at, '>', 0), orElse(iff(isItsNumber, entryAt('keys.place', at), 0), 0), 0)),
    helper(
      'caseNo',
      orElse(
        iff(
          op(guess, '=', 0),
          0,
          // Two ids with one number are as good as never met: only then all are looked at.
          iff(
            op(guessed, '=', call('LOWER', text)),
            guess,
            call('MATCH', literally(text), column('cases.key'), 0),
          ),
        ),
        0,
      ),
    ),
  ];
}
