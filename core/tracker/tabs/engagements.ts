/** Engagements: which customer has which tier, with whom, for how long, and what its own contract sets. */
import {
  dateGuess,
  dateNumber,
  entryAt,
  isMissing,
  isUsed,
  limitText,
  msOf,
  placeIn,
  placeOf,
  quoted,
  trimmed,
} from '../cell-formulas.ts';
import { columnsFor, offered, oneOf } from '../column-kinds.ts';
import { notADate } from '../date-status.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, call, cell, type Expr, firstOf, iff, op, orElse, place } from '../formula.ts';
import { LAST_SERIAL } from '../rows.ts';
import { helper, highlightsOf, statusColumns } from '../status.ts';
import type { Tab } from '../workbook.ts';
import { keyHelper } from './keys.ts';
import { MEND_ORDERS, rowsToMend } from './mends.ts';
import { mostPeople } from './people.ts';
import { limitOfTier, tierHeaders } from './rules.ts';
import { hoursHelpers } from './weeks.ts';

const AGREED = ['agreedContacts', 'agreedCases', 'agreedHours'] as const;
const TYPED = [
  'id',
  'customer',
  'name',
  'tier',
  'manager',
  'backup',
  'from',
  'until',
  'calendar',
  'language',
  ...AGREED,
  'agreedIn',
];

export function engagementsTab(description: Description): Tab {
  const { words, capacity, rulebook } = description;
  const { typed, computed } = columnsFor(words, 'engagements');
  const { status, helpers } = statusColumns(words, {
    tab: 'engagements',
    cases: [
      { when: isMissing('id'), key: 'id-missing', level: 1 },
      { when: op(cell('firstNo'), '<>', place), key: 'id-twice', level: 1, values: { id: quoted('id') } },
      { when: isMissing('tier'), key: 'tier-missing', level: 1 },
      { when: op(cell('tierNo'), '=', 0), key: 'not-in-list', level: 1, values: { value: quoted('tier') } },
      { when: isMissing('manager'), key: 'manager-missing', level: 1 },
      unknownManager('managerNo', 'manager'),
      unknownManager('backupNo', 'backup'),
      notADate(words, 'engagements', 'from'),
      notADate(words, 'engagements', 'until'),
      { when: op(cell('untilNo'), '<', cell('fromNo')), key: 'until-before-from', level: 1 },
      ...AGREED.map((id) => ({
        when: and(op(orElse(call('LEN', cell(id)), 1), '>', 0), op(isAgreed(id), '=', 0)),
        key: 'not-a-limit',
        level: 1 as const,
        values: { column: words.header('engagements', id) },
      })),
      { key: 'ok', level: 0 },
    ],
  });
  const limit = (agreed: string, rule: string) =>
    firstOf(
      [
        [op(cell('used'), '=', 0), 0],
        [op(isAgreed(agreed), '=', 1), cell(agreed)],
        [op(cell('tierNo'), '=', 0), -1],
      ],
      limitOfTier(rulebook, rule, cell('tierNo')),
    );
  return describedTab(words, {
    id: 'engagements',
    columns: [
      typed('id', 'text', 19),
      typed('customer', 'text', 14, offered('customers.id')),
      computed('customerName', 'text', 24, customerName()),
      typed('name', 'text', 24),
      typed('tier', 'text', 12, oneOf('lists.tier')),
      typed('manager', 'text', 12, offered('managers.id')),
      typed('backup', 'text', 12, offered('managers.id')),
      typed('from', 'date', 12),
      typed('until', 'date', 12),
      typed('calendar', 'text', 14, offered('lists.calendar')),
      typed('language', 'text', 11),
      typed('agreedContacts', 'limit', 11),
      typed('agreedCases', 'limit', 11),
      typed('agreedHours', 'limit', 11),
      typed('agreedIn', 'text', 22),
      status,
      helper('used', isUsed(TYPED)),
      keyHelper,
      helper('firstNo', iff(op(cell('key'), '<>', ''), placeOf(cell('key'), 'engagements.key'), 0)),
      helper('customerNo', placeOf(trimmed('customer'), 'customers.key')),
      helper('tierNo', placeIn(trimmed('tier'), tierHeaders(rulebook))),
      helper('managerNo', placeOf(trimmed('manager'), 'managers.key')),
      helper('backupNo', iff(isMissing('backup'), 1, placeOf(trimmed('backup'), 'managers.key'))),
      helper('fromGuess', dateGuess('from')),
      helper('fromNo', dateNumber('from', 'fromGuess', 0)),
      helper('untilGuess', dateGuess('until')),
      helper('untilNo', dateNumber('until', 'untilGuess', LAST_SERIAL)),
      helper('contactsLimit', limit('agreedContacts', 'contacts')),
      helper('casesLimit', limit('agreedCases', 'casesInHand')),
      helper('hoursLimit', limit('agreedHours', 'weeklyHours')),
      helper(
        'hoursLimitMs',
        iff(op(cell('hoursLimit'), '>', 0), msOf(cell('hoursLimit')), cell('hoursLimit')),
      ),
      helper('hoursLimitText', limitText(cell('hoursLimitMs'), words.decimal)),
      helper('contactsPeak', mostPeople()),
      ...hoursHelpers(),
      helper(
        'unreadable',
        [...MEND_ORDERS.map(rowsToMend), cell('badActivities')].reduce((sum, count) => op(sum, '+', count)),
      ),
      ...helpers,
    ],
    capacity: capacity.engagements!,
    frozenColumns: 3,
    highlights: highlightsOf('status'),
    colour: '#475569',
  });
}

/** 1 where the contract's own limit is a number that can be one. */
function isAgreed(id: string): Expr {
  return iff(call('ISNUMBER', cell(id)), iff(op(cell(id), '>', 0), 1, 0), 0);
}

function unknownManager(helperId: string, id: string) {
  return {
    when: op(cell(helperId), '=', 0),
    key: 'manager-unknown',
    level: 1 as const,
    values: { manager: quoted(id) },
  };
}

/** The name from the Customers tab; what was typed itself where it has no such customer, or no name. */
function customerName(): Expr {
  const found = cell('customerNo');
  const name = call('TRIM', entryAt('customers.name', found));
  return orElse(
    firstOf(
      [
        [op(cell('used'), '=', 0), ''],
        [op(found, '=', 0), trimmed('customer')],
        [op(name, '=', ''), trimmed('customer')],
      ],
      name,
    ),
    '',
  );
}
