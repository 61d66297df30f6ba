/**
 * Mends: the engagements of the inquiries that cannot be read, in order. Hidden; contacts and cases have the like on the
 * hidden tab of their own. Counting each engagement's among all rows would take as many times as long as there are
 * engagements.
 */
import { lastUpTo } from '../cell-formulas.ts';
import type { Description } from '../description.ts';
import { and, cell, type Expr, iff, op, orElse, place } from '../formula.ts';
import { helper } from '../status.ts';
import type { Column, Tab } from '../workbook.ts';
import { hiddenTab, inOrder } from './hidden-tab.ts';
import { HAS_ENGAGEMENT } from './of-engagement.ts';
import { even, NO_WEEK as NONE } from './weeks.ts';

export function mendsTab({ words, capacity }: Description): Tab {
  return hiddenTab(words, {
    id: 'mends',
    columns: [mendOrder('inquiries')],
    capacity: capacity.inquiries!,
    follows: 'inquiries',
  });
}

/** Where the engagements of rows to mend stand in order. */
export const MEND_ORDERS = ['people.mends', 'keys.mends', 'mends.mends'];

/** `tab`: whose rows. */
export function mendOrder(tab: string): Column {
  return inOrder('mends', `${tab}.mend`);
}

/** A row's engagement where something in the row is to be mended. */
export function mendHelper(level: string): Column {
  const isToMend = and(op(cell(level), '=', 1), HAS_ENGAGEMENT);
  return helper('mend', iff(isToMend, even(cell('engagementNo')), NONE));
}

/** How many rows of the engagement in this place. */
export function rowsToMend(order: string): Expr {
  const upTo = (number: Expr) => orElse(lastUpTo(order, op(even(number), '+', 1)), 0);
  return op(upTo(place), '-', upTo(op(place, '-', 1)));
}
