/**
 * Dues: what is due in the order of its days, and that in the order of the numbers of its engagements' ids. Hidden.
 * Looking through all deliverables for each engagement would take as many times as long as there are engagements.
 */
import { entryAt, lastUpTo, literally, trimmed } from '../cell-formulas.ts';
import type { Description } from '../description.ts';
import {
  and,
  call,
  cell,
  column,
  type Expr,
  firstOf,
  iff,
  joined,
  op,
  orElse,
  place,
  type Term,
} from '../formula.ts';
import { LAST_SERIAL } from '../rows.ts';
import { helper } from '../status.ts';
import { ID_SAMPLE, numberOf, sampleOf } from '../text-number.ts';
import type { Column, Tab } from '../workbook.ts';
import { hiddenTab, inOrder } from './hidden-tab.ts';
import { FIRST_PLACE, lowerOf, NO_WEEK as NOT_DUE, PER_WEEK as PER_ID, upperOf } from './weeks.ts';

export function duesTab({ words, capacity }: Description): Tab {
  return hiddenTab(words, {
    id: 'dues',
    columns: [inOrder('days', 'deliverables.day'), inOrder('ids', 'deliverables.idOrder')],
    capacity: capacity.deliverables!,
    follows: 'deliverables',
  });
}

const engagement = trimmed('engagement');
const sample = sampleOf(engagement, ID_SAMPLE);
const idNumber = numberOf('idSample', ID_SAMPLE);

/** Of a deliverable's row: its day, and whose it is; no two rows have one number. */
export function dueHelpers(): Column[] {
  const [day, due] = [cell('day'), cell('dueUntil')];
  const isDue = and(call('ISNUMBER', due), op(due, '>', 0), op(due, '<=', LAST_SERIAL));
  const nth = lastUpTo('dues.days', day);
  return [
    helper('idSample', orElse(iff(isDue, sample, ''), '')),
    helper(
      'day',
      iff(op(cell('idSample'), '<>', ''), op(op(call('INT', due), '*', PER_ID), '+', place), NOT_DUE),
    ),
    helper(
      'idOrder',
      iff(op(day, '<', NOT_DUE), op(op(idNumber, '*', PER_ID), '+', op(nth, '+', FIRST_PLACE)), NOT_DUE),
    ),
  ];
}

/** Of an engagement: the last helper is the first of its days and that one's row; 0 where nothing is due. */
export function firstDueHelpers(): Column[] {
  const [number, order] = [cell('idNumber'), cell('idOrder')];
  const before = orElse(lastUpTo('dues.ids', op(number, '*', PER_ID)), 0);
  const day = entryAt('dues.days', op(lowerOf(order), '-', FIRST_PLACE));
  return [
    helper('idSample', sample),
    helper('idNumber', iff(op(cell('idSample'), '<>', ''), idNumber, -1)),
    helper('idOrder', orElse(entryAt('dues.ids', op(before, '+', 1)), NOT_DUE)),
    helper('day', iff(op(upperOf(order), '=', number), day, 0)),
  ];
}

/** The first day by which the last check says that something is due. */
export function firstDue(): Expr {
  // Two texts with one number are as good as never met: only then all are looked at.
  const first = call(
    'MINIFS',
    column('deliverables.dueUntil'),
    column('deliverables.engagement'),
    literally(engagement),
  );
  return ofFirst(upperOf(cell('day')), iff(op(first, '>', 0), first, ''));
}

/** What is due then; of several the one that stands first. */
export function firstDeliverable(): Expr {
  return ofFirst(joined(entryAt('deliverables.deliverable', lowerOf(cell('day'))), ''), '');
}

function ofFirst(own: Expr, otherwise: Term): Expr {
  const day = cell('day');
  const whose = call('TRIM', entryAt('deliverables.engagement', lowerOf(day)));
  return firstOf(
    [
      [op(day, '=', 0), ''],
      [op(call('LOWER', whose), '=', call('LOWER', engagement)), own],
    ],
    otherwise,
  );
}
