/** Contacts: who may deal directly with the manager, from when until when. */
import {
  dateGuess,
  dateNumber,
  entryAt,
  foldedText,
  isMissing,
  isUsed,
  literally,
  placeOf,
  quoted,
  trimmed,
} from '../cell-formulas.ts';
import { columnsFor, offered } from '../column-kinds.ts';
import { notADate } from '../date-status.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, call, cell, column, flag, iff, joined, op, orElse } from '../formula.ts';
import { LAST_SERIAL } from '../rows.ts';
import { helper, highlightsOf, statusColumns } from '../status.ts';
import type { Tab } from '../workbook.ts';

const TYPED = ['engagement', 'name', 'email', 'phone', 'from', 'until'];
/** Leaves room for every row number below it. */
const ROWS = 10_000_000;
/** After every row of every day. */
const BEYOND = 100_000_000_000_000;
/** The rows of one person; earlier than, later than, while still running come as further conditions. */
const samePerson = [column('contacts.personKey'), literally(cell('personKey'))];

export function contactsTab({ words, capacity }: Description): Tab {
  const { typed, computed } = columnsFor(words, 'contacts');
  const limit = cell('limit');
  const isCounted = op(cell('counted'), '=', 1);
  const { status, helpers } = statusColumns(words, {
    tab: 'contacts',
    used: cell('used'),
    width: 44,
    cases: [
      { when: isMissing('engagement'), key: 'engagement-missing', level: 1 },
      {
        when: op(cell('engagementNo'), '=', 0),
        key: 'engagement-unknown',
        level: 1,
        values: { engagement: quoted('engagement') },
      },
      { when: op(cell('person'), '=', ''), key: 'contact-incomplete', level: 1 },
      notADate(words, 'contacts', 'from'),
      notADate(words, 'contacts', 'until'),
      { when: op(cell('untilNo'), '<', cell('fromNo')), key: 'until-before-from', level: 1 },
      {
        when: and(isCounted, op(limit, '>', 0), op(cell('rank'), '>', limit)),
        key: 'contact-over',
        level: 3,
        values: { limit },
      },
      { when: op(cell('double'), '=', 1), key: 'contact-same-address', level: 2 },
      { when: op(limit, '<', 0), key: 'limits-unknown', level: 1 },
      { when: op(limit, '=', 0), key: 'no-limits', level: 0 },
      { when: op(1, '=', 1), key: 'ok', level: 0 },
    ],
  });
  return describedTab(words, {
    id: 'contacts',
    columns: [
      typed('engagement', 'text', 19, offered('engagements.id')),
      computed(
        'customer',
        'text',
        22,
        iff(op(cell('engagementNo'), '>', 0), entryAt('engagements.customerName', cell('engagementNo')), ''),
      ),
      typed('name', 'text', 24),
      typed('email', 'text', 32),
      typed('phone', 'text', 18),
      typed('from', 'date', 12),
      typed('until', 'date', 12),
      status,
      helper('used', isUsed(TYPED)),
      helper(
        'engagementNo',
        iff(op(cell('used'), '=', 1), placeOf(trimmed('engagement'), 'engagements.key'), 0),
      ),
      helper(
        'person',
        iff(
          op(cell('used'), '=', 1),
          orElse(
            iff(
              op(foldedText('email'), '<>', ''),
              joined('@', foldedText('email')),
              iff(op(foldedText('name'), '<>', ''), joined('=', foldedText('name')), ''),
            ),
            '',
          ),
          '',
        ),
      ),
      helper('fromGuess', dateGuess('from')),
      helper('fromNo', dateNumber('from', 'fromGuess', 0)),
      helper('untilGuess', dateGuess('until')),
      helper('untilNo', dateNumber('until', 'untilGuess', LAST_SERIAL)),
      helper(
        'readable',
        flag(
          and(
            op(cell('engagementNo'), '>', 0),
            op(cell('person'), '<>', ''),
            op(cell('fromNo'), '>=', 0),
            op(cell('untilNo'), '>=', cell('fromNo')),
          ),
        ),
      ),
      helper(
        'personKey',
        iff(op(cell('readable'), '=', 1), joined(cell('engagementNo'), '|', cell('person')), ''),
      ),
      helper(
        'order',
        iff(op(cell('readable'), '=', 1), op(op(cell('fromNo'), '*', ROWS), '+', call('ROW')), ''),
      ),
      helper(
        'double',
        iff(
          op(cell('readable'), '=', 1),
          flag(
            op(
              call(
                'COUNTIFS',
                ...samePerson,
                column('contacts.order'),
                joined('<', cell('order')),
                column('contacts.untilNo'),
                joined('>=', cell('fromNo')),
              ),
              '>',
              0,
            ),
          ),
          0,
        ),
      ),
      helper('counted', flag(and(op(cell('readable'), '=', 1), op(cell('double'), '=', 0)))),
      helper(
        'nextOrder',
        iff(
          isCounted,
          call(
            'MINIFS',
            column('contacts.order'),
            ...samePerson,
            column('contacts.counted'),
            1,
            column('contacts.order'),
            joined('>', cell('order')),
          ),
          0,
        ),
      ),
      helper(
        'lastNo',
        iff(
          isCounted,
          call(
            'MAXIFS',
            column('contacts.untilNo'),
            ...samePerson,
            column('contacts.order'),
            joined('>=', cell('order')),
            column('contacts.order'),
            joined('<', iff(op(cell('nextOrder'), '>', 0), cell('nextOrder'), BEYOND)),
          ),
          '',
        ),
      ),
      helper(
        'rank',
        iff(
          isCounted,
          call(
            'COUNTIFS',
            column('contacts.engagementNo'),
            cell('engagementNo'),
            column('contacts.counted'),
            1,
            column('contacts.order'),
            joined('<=', cell('order')),
            column('contacts.lastNo'),
            joined('>=', cell('fromNo')),
          ),
          '',
        ),
      ),
      helper(
        'limit',
        iff(op(cell('engagementNo'), '>', 0), entryAt('engagements.contactsLimit', cell('engagementNo')), 0),
      ),
      ...helpers,
    ],
    capacity: capacity.contacts!,
    frozenColumns: 2,
    highlights: highlightsOf('status', ['engagement', 'customer', 'name', 'email', 'phone', 'from', 'until']),
    colour: '#0d9488',
  });
}
