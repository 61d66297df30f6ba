/**
 * Weeks: the activities in the order of engagement and week, each with what its week has come to so far. Hidden.
 * Adding up each row's week from all rows would take ten thousand times as long in a sheet of 200,000 of them.
 */
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import {
  above,
  call,
  cell,
  column,
  type Expr,
  flag,
  iff,
  op,
  orElse,
  sorted,
  type Term,
} from '../formula.ts';
import { helper } from '../status.ts';
import type { Column, Tab } from '../workbook.ts';

/** Room for every row of a tab below one week's number. */
export const PER_WEEK = 1_000_000;
/** Rows count from here: LibreOffice takes the difference of two large numbers that are nearly the same for nothing. */
export const FIRST_PLACE = 1000;
/** Beyond every week: rows without one. */
export const NO_WEEK = 9_000_000_000_000_000;

export function weeksTab({ words, capacity }: Description): Tab {
  const hasWeek = op(cell('key'), '>', 0);
  const own = call('INDEX', column('activities.ms'), cell('place'));
  const soFar = (id: string, value: Expr): Column => {
    const before = iff(op(cell('key'), '=', above('key')), above(id), 0);
    return helper(id, iff(hasWeek, op(before, '+', value), 0));
  };
  return describedTab(words, {
    id: 'weeks',
    columns: [
      { ...helper('order', sorted('activities.order')), spills: true },
      helper('key', keyOf(cell('order'))),
      helper(
        'place',
        iff(hasWeek, op(op(cell('order'), '-', op(cell('key'), '*', PER_WEEK)), '-', FIRST_PLACE), 0),
      ),
      soFar('ms', iff(op(own, '>', 0), own, 0)),
      soFar('bad', flag(op(own, '<', 0))),
    ],
    capacity: capacity.activities!,
    follows: 'activities',
    frozenColumns: 0,
    filter: false,
    hidden: true,
    highlights: [],
    colour: '#94a3b8',
  });
}

/** The engagement's week of a place in the order; 0 where there is none. */
function keyOf(order: Expr): Expr {
  return orElse(iff(op(order, '<', NO_WEEK), call('INT', op(order, '/', PER_WEEK)), 0), 0);
}

const lastOf = (key: Term) =>
  call('MATCH', op(op(key, '*', PER_WEEK), '+', PER_WEEK - 1), column('weeks.order'), 1);

/** What an engagement's week has come to: the last of its rows knows. */
export function ofWeek(id: string, key: Term): Expr {
  return call('INDEX', column(`weeks.${id}`), lastOf(key));
}

/** The same for a week that may have no row; 0 then. */
export function thisWeekOf(id: string, key: Term): Expr {
  const isThere = op(call('INDEX', column('weeks.key'), lastOf(key)), '=', key);
  return orElse(iff(isThere, ofWeek(id, key), 0), 0);
}
