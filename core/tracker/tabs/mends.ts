/**
 * Mends: the engagements of the inquiries that cannot be read, in order. Hidden; contacts and cases have the like on the
 * hidden tab of their own. Counting each engagement's among all rows would take as many times as long as there are
 * engagements.
 */
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, call, cell, column, type Expr, iff, op, orElse, place, sorted } from '../formula.ts';
import { helper } from '../status.ts';
import type { Column, Tab } from '../workbook.ts';
import { even, NO_WEEK as NONE } from './weeks.ts';

export function mendsTab({ words, capacity }: Description): Tab {
  return describedTab(words, {
    id: 'mends',
    columns: [mendOrder('inquiries')],
    capacity: capacity.inquiries!,
    follows: 'inquiries',
    frozenColumns: 0,
    filter: false,
    hidden: true,
    highlights: [],
    colour: '#94a3b8',
  });
}

/** Where the engagements of rows to mend stand in order. */
export const MEND_ORDERS = ['people.mends', 'keys.mends', 'mends.mends'];

/** `tab`: whose rows. */
export function mendOrder(tab: string): Column {
  return { ...helper('mends', sorted(`${tab}.mend`)), spills: true };
}

/** A row's engagement where something in the row is to be mended. */
export function mendHelper(level: string): Column {
  const isToMend = and(op(cell(level), '=', 1), op(cell('engagementNo'), '>', 0));
  return helper('mend', iff(isToMend, even(cell('engagementNo')), NONE));
}

/** How many rows of the engagement in this place. */
export function rowsToMend(order: string): Expr {
  const upTo = (number: Expr) => orElse(call('MATCH', op(even(number), '+', 1), column(order), 1), 0);
  return op(upTo(place), '-', upTo(op(place, '-', 1)));
}
