/** Contacts: who may deal directly with the manager, from when until when. */
import { dateGuess, dateNumber, foldedText, IS_USED, isUsed } from '../cell-formulas.ts';
import { columnsFor, offered } from '../column-kinds.ts';
import { notADate } from '../date-status.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, cell, flag, iff, joined, op, orElse } from '../formula.ts';
import { LAST_SERIAL } from '../rows.ts';
import { helper, highlightsOf, statusColumns } from '../status.ts';
import type { Tab } from '../workbook.ts';
import { mendHelper } from './mends.ts';
import { engagementCases, engagementHelper, HAS_ENGAGEMENT, ofEngagement } from './of-engagement.ts';
import { personHelpers } from './people.ts';

const TYPED = ['engagement', 'name', 'email', 'phone', 'from', 'until'];

export function contactsTab({ words, capacity }: Description): Tab {
  const { typed, computed } = columnsFor(words, 'contacts');
  const limit = cell('limit');
  const { status, helpers } = statusColumns(words, {
    tab: 'contacts',
    cases: [
      ...engagementCases,
      { when: op(cell('person'), '=', ''), key: 'contact-incomplete', level: 1 },
      notADate(words, 'contacts', 'from'),
      notADate(words, 'contacts', 'until'),
      { when: op(cell('untilNo'), '<', cell('fromNo')), key: 'until-before-from', level: 1 },
      {
        when: and(op(cell('counted'), '=', 1), op(limit, '>', 0), op(cell('rank'), '>', limit)),
        key: 'contact-over',
        level: 3,
        values: { limit },
      },
      { when: op(cell('double'), '=', 1), key: 'contact-same-address', level: 2 },
      { when: op(limit, '<', 0), key: 'limits-unknown', level: 1 },
      { when: op(limit, '=', 0), key: 'no-limits', level: 0 },
      { key: 'ok', level: 0 },
    ],
  });
  return describedTab(words, {
    id: 'contacts',
    columns: [
      typed('engagement', 'text', 19, offered('engagements.id')),
      computed('customer', 'text', 22, ofEngagement('customerName', '')),
      typed('name', 'text', 24),
      typed('email', 'text', 32),
      typed('phone', 'text', 18),
      typed('from', 'date', 12),
      typed('until', 'date', 12),
      status,
      helper('used', isUsed(TYPED)),
      engagementHelper,
      helper(
        'person',
        iff(
          IS_USED,
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
            HAS_ENGAGEMENT,
            op(cell('person'), '<>', ''),
            op(cell('fromNo'), '>=', 0),
            op(cell('untilNo'), '>=', cell('fromNo')),
          ),
        ),
      ),
      ...personHelpers(),
      helper('limit', ofEngagement('contactsLimit')),
      ...helpers,
      mendHelper('statusLevel'),
    ],
    capacity: capacity.contacts!,
    frozenColumns: 2,
    highlights: highlightsOf('status', ['engagement', 'customer', 'name', 'email', 'phone', 'from', 'until']),
    colour: '#0d9488',
  });
}
