/**
 * People: the contacts in the order of who they are, of when they begin, of their engagements. Hidden. Comparing each
 * contact with all others would take ten thousand times as long in a sheet of 20,000 of them.
 */
import { entryAt, lastUpTo } from '../cell-formulas.ts';
import type { Description } from '../description.ts';
import {
  above,
  and,
  call,
  cell,
  type Expr,
  flag,
  iff,
  joined,
  op,
  orElse,
  place,
  type Term,
} from '../formula.ts';
import { LAST_SERIAL } from '../rows.ts';
import { helper } from '../status.ts';
import { numberOf, sampleOf } from '../text-number.ts';
import type { Column, Tab } from '../workbook.ts';
import { hiddenTab, inOrder } from './hidden-tab.ts';
import { lookUp, orderOf } from './keys.ts';
import { mendOrder } from './mends.ts';
import { even, lowerOf, NO_WEEK as NOBODY, PER_WEEK as PER_PERSON, upperOf } from './weeks.ts';

/** Addresses of one company differ in few characters: all of a usual one count. */
const SAMPLE = { front: 24, end: 24 };
/** Room for every day below one engagement's number. */
const PER_ENGAGEMENT = 10 * (LAST_SERIAL + 1);

const ofEngagement = (rest: Term) => op(op(cell('engagementNo'), '*', PER_ENGAGEMENT), '+', rest);
const engagementIn = (head: Expr) => call('INT', op(head, '/', PER_ENGAGEMENT));
const startIn = (head: Expr) => call('MOD', head, PER_ENGAGEMENT);

export function peopleTab({ words, capacity }: Description): Tab {
  const ordered = (id: string, from: string) => inOrder(id, `contacts.${from}`);
  const [key, until, seats] = [cell('key'), cell('until'), cell('seats')];
  const isSeat = op(key, '>', 0);
  const isDouble = op(cell('double'), '=', 1);
  const ofContact = (id: string) => iff(isSeat, entryAt(`contacts.${id}`, cell('place')), 0);
  const rank = entryAt('contacts.rank', lowerOf(entryAt('people.starts', startIn(cell('heads')))));
  const isSameEngagement = op(engagementIn(cell('heads')), '=', engagementIn(call('N', above('heads'))));
  const isMore = op(above('most'), '>', rank);
  const stillRuns = op(above('reach'), '>=', cell('from'));
  return hiddenTab(words, {
    id: 'people',
    columns: [
      ordered('order', 'personOrder'),
      ordered('starts', 'order'),
      ordered('seats', 'seatOrder'),
      helper('key', iff(op(seats, '<', NOBODY), upperOf(seats), 0)),
      helper('place', iff(isSeat, lowerOf(entryAt('people.starts', lowerOf(seats))), 0)),
      helper('from', ofContact('fromNo')),
      helper('until', ofContact('untilNo')),
      helper('double', flag(and(isSeat, op(key, '=', above('key')), stillRuns))),
      helper('reach', iff(and(isDouble, op(above('reach'), '>', until)), above('reach'), until)),
      helper('head', iff(isDouble, above('head'), even(seats))),
      ordered('heads', 'headOrder'),
      ordered('ends', 'endOrder'),
      helper(
        'most',
        iff(op(cell('heads'), '<', NOBODY), iff(isSameEngagement, iff(isMore, above('most'), rank), rank), 0),
      ),
      mendOrder('contacts'),
    ],
    capacity: capacity.contacts!,
    follows: 'contacts',
  });
}

/**
 * The columns of a contact's row that count it. A later row of one person is a double while an earlier one still
 * runs, and lengthens that one; `rank` is how many of its engagement are there on the day on which it begins.
 */
export function personHelpers(): Column[] {
  const isReadable = op(cell('readable'), '=', 1);
  const isCounted = op(cell('counted'), '=', 1);
  const [personKey, order, seat] = [cell('personKey'), cell('order'), cell('seat')];
  const readable = (id: string, value: Expr, otherwise: Term) =>
    helper(id, iff(isReadable, value, otherwise));
  const counted = (id: string, value: Expr, otherwise: Term) => helper(id, iff(isCounted, value, otherwise));
  return [
    readable('personKey', joined(cell('engagementNo'), '|', cell('person')), ''),
    helper('personSample', sampleOf(personKey, SAMPLE)),
    readable('personNumber', numberOf('personSample', SAMPLE), 0),
    readable('personOrder', orderOf(cell('personNumber')), NOBODY),
    ...lookUp('person', personKey, {
      among: 'contacts.personKey',
      order: 'people.order',
    }),
    readable('order', op(op(cell('fromNo'), '*', PER_PERSON), '+', place), NOBODY),
    readable('start', lastUpTo('people.starts', order), 0),
    readable('seatOrder', op(op(cell('personNo'), '*', PER_PERSON), '+', cell('start')), NOBODY),
    readable('seat', lastUpTo('people.seats', cell('seatOrder')), 0),
    readable('double', entryAt('people.double', seat), 0),
    helper('counted', flag(and(isReadable, op(cell('double'), '=', 0)))),
    counted(
      'lastNo',
      entryAt('people.reach', lastUpTo('people.head', op(entryAt('people.head', seat), '+', 1))),
      '',
    ),
    counted('headOrder', ofEngagement(cell('start')), NOBODY),
    counted('endOrder', even(ofEngagement(cell('lastNo'))), NOBODY),
    // Who has left before this one begins also began before it.
    counted(
      'rank',
      op(
        lastUpTo('people.heads', cell('headOrder')),
        '-',
        orElse(lastUpTo('people.ends', op(even(ofEngagement(cell('fromNo'))), '-', 1)), 0),
      ),
      '',
    ),
  ];
}

/** Of the tab of engagements: the most that each one has at a time, which the last of its contacts knows. */
export function mostPeople(): Expr {
  const last = lastUpTo('people.heads', op(op(place, '+', 1), '*', PER_ENGAGEMENT));
  const isOwn = op(engagementIn(entryAt('people.heads', last)), '=', place);
  return orElse(iff(isOwn, entryAt('people.most', last), 0), 0);
}
