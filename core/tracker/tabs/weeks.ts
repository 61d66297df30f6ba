/**
 * Weeks: the activities in the order of engagement and week, each with what its week and its engagement have come to
 * so far. Hidden. Adding up each row's week from all rows would take ten thousand times as long in a sheet of 200,000
 * of them, and looking through all of them for each engagement some hundred times.
 */
import { entryAt, lastUpTo } from '../cell-formulas.ts';
import type { Description } from '../description.ts';
import { above, and, call, cell, type Expr, flag, iff, op, orElse, place, type Term } from '../formula.ts';
import { helper } from '../status.ts';
import type { Column, Tab } from '../workbook.ts';
import { hiddenTab, inOrder } from './hidden-tab.ts';

/** Room for every row of a tab below one week's number. */
export const PER_WEEK = 1_000_000;
/** Room for every week below one engagement's number; 8,999 of those fit into a number's exact digits. */
export const PER_ENGAGEMENT = 1_000_000;
/** Rows count from here: LibreOffice takes the difference of two large numbers that are nearly the same for nothing. */
export const FIRST_PLACE = 1000;
/** Beyond every week: rows without an engagement. */
export const NO_WEEK = 9_000_000_000_000_000;

/** Where several are equal, engines find different ones of them: what is looked for lies between, and is odd. */
export const even = (number: Expr) => op(number, '*', 2);

/** Of a number made of two parts, the larger unit's and the rest. */
export const upperOf = (number: Expr) => call('INT', op(number, '/', PER_WEEK));
export const lowerOf = (number: Expr) => op(number, '-', op(upperOf(number), '*', PER_WEEK));

const engagementIn = (key: Expr) => call('INT', op(key, '/', PER_ENGAGEMENT));
/** 0 where the date cannot be read. */
const weekIn = (key: Expr) => call('MOD', key, PER_ENGAGEMENT);
/** Rows whose hours cannot be read, and with them those whose date cannot, in one number. */
const PER_BAD = PER_WEEK;

export function weeksTab({ words, capacity }: Description): Tab {
  const key = cell('key');
  const hasKey = op(key, '>', 0);
  const own = entryAt('activities.ms', cell('place'));
  const isDated = op(weekIn(key), '>', 0);
  const soFar = (id: string, value: Expr): Column => {
    const before = iff(op(key, '=', above('key')), above(id), 0);
    return helper(id, iff(hasKey, op(before, '+', value), 0));
  };
  /** Above the first row stands a header. */
  const isSameEngagement = op(engagementIn(key), '=', engagementIn(call('N', above('key'))));
  const isFuller = op(entryAt('weeks.ms', above('fullest')), '>', cell('ms'));
  return hiddenTab(words, {
    id: 'weeks',
    columns: [
      inOrder('order', 'activities.order'),
      helper('key', keyOf(cell('order'))),
      helper('place', iff(hasKey, op(op(cell('order'), '-', op(key, '*', PER_WEEK)), '-', FIRST_PLACE), 0)),
      soFar('ms', iff(and(op(own, '>', 0), isDated), own, 0)),
      soFar('bad', flag(op(own, '<', 0))),
      helper('fullest', iff(hasKey, iff(isSameEngagement, iff(isFuller, above('fullest'), place), place), 0)),
      helper(
        'unread',
        iff(
          hasKey,
          op(
            iff(isSameEngagement, above('unread'), 0),
            '+',
            iff(op(own, '<', 0), PER_BAD + 1, iff(isDated, 0, 1)),
          ),
          0,
        ),
      ),
    ],
    capacity: capacity.activities!,
    follows: 'activities',
  });
}

/** The engagement's week of a place in the order; 0 where there is none. */
function keyOf(order: Expr): Expr {
  return orElse(iff(op(order, '<', NO_WEEK), upperOf(order), 0), 0);
}

const lastOf = (key: Term) => lastUpTo('weeks.order', op(op(key, '*', PER_WEEK), '+', PER_WEEK - 1));

/** What an engagement's week has come to: the last of its rows knows. */
export function ofWeek(id: string, key: Term): Expr {
  return entryAt(`weeks.${id}`, lastOf(key));
}

/** The same for a week that may have no row; 0 then. */
export function thisWeekOf(id: string, key: Term): Expr {
  const isThere = op(entryAt('weeks.key', lastOf(key)), '=', key);
  return orElse(iff(isThere, ofWeek(id, key), 0), 0);
}

/** Of the tab of engagements: what the last of each one's activities knows. */
export function hoursHelpers(): Column[] {
  const last = lastOf(op(op(place, '*', PER_ENGAGEMENT), '+', PER_ENGAGEMENT - 2));
  const isOwn = op(engagementIn(entryAt('weeks.key', last)), '=', place);
  const ofLast = (id: string, value: Expr) => helper(id, iff(op(cell('lastHours'), '>', 0), value, 0));
  const fullest = entryAt('weeks.fullest', cell('lastHours'));
  const unread = entryAt('weeks.unread', cell('lastHours'));
  return [
    helper('lastHours', orElse(iff(isOwn, last, 0), 0)),
    ofLast('peakMs', entryAt('weeks.ms', fullest)),
    ofLast('peakWeek', weekIn(entryAt('weeks.key', fullest))),
    ofLast('badHours', call('INT', op(unread, '/', PER_BAD))),
    ofLast('badActivities', call('MOD', unread, PER_BAD)),
  ];
}
