/**
 * Keys: the numbers of the cases' ids in their order, each with its row; the cases in hand in the order of their
 * managers. Hidden. Looking each inquiry's case up among
 * all cases would take ten thousand times as long in a sheet of 50,000 of them.
 */
import { entryAt, IS_USED, lastUpTo, literally, trimmed } from '../cell-formulas.ts';
import type { Description } from '../description.ts';
import { call, cell, column, type Expr, iff, op, orElse, place } from '../formula.ts';
import { helper } from '../status.ts';
import { ID_SAMPLE, numberOf, sampleOf } from '../text-number.ts';
import type { Column, Tab } from '../workbook.ts';
import { hiddenTab, inOrder } from './hidden-tab.ts';
import { mendOrder } from './mends.ts';
import { FIRST_PLACE, lowerOf, NO_WEEK as NO_KEY, PER_WEEK as PER_KEY, upperOf } from './weeks.ts';

export function keysTab({ words, capacity }: Description): Tab {
  return hiddenTab(words, {
    id: 'keys',
    columns: [inOrder('order', 'cases.keyOrder'), inOrder('inHand', 'cases.order'), mendOrder('cases')],
    capacity: capacity.cases!,
    follows: 'cases',
  });
}

/** Rows count backwards: of two that have one id the first is then the last in order, which is the one that is found. */
const LAST = PER_KEY - 1;

function placeOfOrder(order: Expr): Expr {
  return op(LAST - FIRST_PLACE, '-', lowerOf(order));
}

/** What a text in order is: its number, then its row. */
export function orderOf(number: Expr): Expr {
  return op(op(number, '*', PER_KEY), '+', op(LAST - FIRST_PLACE, '-', place));
}

/** A row's own id, by which others name it. */
export const keyHelper = helper('key', iff(IS_USED, orElse(trimmed('id'), ''), ''));

/** What a tab needs of its ids to be looked up in. */
export const keyHelpers: readonly Column[] = [
  helper('keySample', sampleOf(cell('key'), ID_SAMPLE)),
  helper('keyOrder', iff(op(cell('keySample'), '<>', ''), orderOf(numberOf('keySample', ID_SAMPLE)), NO_KEY)),
];

/** The columns that look an id up: the last of them is the place of its case, 0 where it has none. */
export function caseHelpers(id: string, used: Expr): Column[] {
  const text = call('TRIM', cell(id));
  return [
    helper('caseSample', iff(op(used, '=', 1), sampleOf(text, ID_SAMPLE), '')),
    helper('caseNumber', iff(op(cell('caseSample'), '<>', ''), numberOf('caseSample', ID_SAMPLE), 0)),
    ...lookUp('case', text, { among: 'cases.key', order: 'keys.order' }),
  ];
}

interface LookedUp {
  /** The texts themselves. */
  among: string;
  /** Their numbers in order, each with its row. */
  order: string;
}

/** Finds a text, whose sample and number stand in the columns before; `<id>No` is its first place, 0 where it has none. */
export function lookUp(id: string, text: Expr, { among, order }: LookedUp): Column[] {
  const [at, guess, number] = [cell(`${id}At`), cell(`${id}Guess`), cell(`${id}Number`)];
  const most = op(op(number, '*', PER_KEY), '+', LAST);
  const found = entryAt(order, at);
  const isItsNumber = op(upperOf(found), '=', number);
  const isNamed = op(cell(`${id}Sample`), '<>', '');
  return [
    helper(`${id}At`, iff(isNamed, orElse(lastUpTo(order, most), 0), 0)),
    helper(`${id}Guess`, iff(op(at, '>', 0), orElse(iff(isItsNumber, placeOfOrder(found), 0), 0), 0)),
    helper(
      `${id}No`,
      orElse(
        iff(
          op(guess, '=', 0),
          0,
          // Two texts with one number are as good as never met: only then all are looked at.
          iff(
            op(call('LOWER', entryAt(among, guess)), '=', call('LOWER', text)),
            guess,
            call('MATCH', literally(text), column(among), 0),
          ),
        ),
        0,
      ),
    ),
  ];
}
