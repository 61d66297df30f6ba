/** Cases: incidents and service requests; those neither solved nor closed are in hand. */
import {
  dateGuess,
  dateNumber,
  entryAt,
  IS_USED,
  isMissing,
  isUsed,
  placeOf,
  quoted,
  trimmed,
} from '../cell-formulas.ts';
import { columnsFor, offered, oneOf } from '../column-kinds.ts';
import { notADate } from '../date-status.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, call, cell, type Expr, flag, iff, op, orElse } from '../formula.ts';
import { LAST_SERIAL } from '../rows.ts';
import { helper, highlightsOf, statusColumns } from '../status.ts';
import type { Tab } from '../workbook.ts';
import { keyHelper, keyHelpers } from './keys.ts';
import { mendHelper } from './mends.ts';
import { engagementCases, engagementHelper, HAS_ENGAGEMENT, ofEngagement } from './of-engagement.ts';
import { NO_WEEK as NOT_IN_HAND } from './weeks.ts';

const TYPED = ['id', 'engagement', 'subject', 'status', 'severity', 'opened', 'closed', 'link'];
/** A case's place among its manager's, as one number: manager, then day of opening, then row. */
export const PER_MANAGER = 10_000_000_000_000;
export const PER_DAY = 1_000_000;

/** Numbers as large as these are nearly the same to LibreOffice: what tells two of one manager apart has to be large in them. */
const withinManager = (order: Expr) => op(order, '-', op(cell('managerNo'), '*', PER_MANAGER));

export function casesTab({ words, capacity }: Description): Tab {
  const { typed, computed } = columnsFor(words, 'cases');
  const isInHand = op(cell('inHand'), '=', 1);
  const hasManager = op(cell('managerNo'), '>', 0);
  const { status, helpers } = statusColumns(words, {
    tab: 'cases',
    id: 'finding',
    cases: [
      ...engagementCases,
      { when: isMissing('status'), key: 'case-status-missing', level: 1 },
      {
        when: op(cell('statusNo'), '=', 0),
        key: 'not-in-list',
        level: 1,
        values: { value: quoted('status') },
      },
      notADate(words, 'cases', 'opened'),
      notADate(words, 'cases', 'closed'),
      { when: op(cell('closedNo'), '<', cell('openedNo')), key: 'until-before-from', level: 1 },
      {
        when: op(cell('beyond'), '=', 1),
        key: 'case-over',
        level: 3,
        values: {
          manager: entryAt('managers.key', cell('managerNo')),
          count: entryAt('managers.inHand', cell('managerNo')),
          limit: entryAt('managers.limit', cell('managerNo')),
        },
      },
      { when: isInHand, key: 'case-in-hand', level: 0 },
      { key: 'case-done', level: 0 },
    ],
  });
  return describedTab(words, {
    id: 'cases',
    columns: [
      typed('id', 'text', 14),
      typed('engagement', 'text', 19, offered('engagements.id')),
      computed('customer', 'text', 22, ofEngagement('customerName', '')),
      typed('subject', 'text', 40),
      typed('status', 'text', 14, oneOf('lists.caseStatus')),
      typed('severity', 'integer', 10, { least: 0 }),
      typed('opened', 'date', 12),
      typed('closed', 'date', 12),
      typed('link', 'text', 26),
      status,
      helper('used', isUsed(TYPED)),
      keyHelper,
      ...keyHelpers,
      engagementHelper,
      helper('statusNo', iff(IS_USED, placeOf(trimmed('status'), 'lists.caseStatus'), 0)),
      helper('openedGuess', dateGuess('opened')),
      helper('openedNo', dateNumber('opened', 'openedGuess', 0)),
      helper('closedGuess', dateGuess('closed')),
      helper('closedNo', dateNumber('closed', 'closedGuess', LAST_SERIAL)),
      helper('managerNo', ofEngagement('managerNo')),
      helper(
        'inHand',
        iff(
          and(HAS_ENGAGEMENT, op(cell('statusNo'), '>', 0)),
          orElse(flag(op(entryAt('lists.caseInHand', cell('statusNo')), '=', 1)), 0),
          0,
        ),
      ),
      helper(
        'order',
        iff(
          and(isInHand, hasManager),
          op(
            op(
              op(cell('managerNo'), '*', PER_MANAGER),
              '+',
              op(iff(op(cell('openedNo'), '>', 0), cell('openedNo'), 0), '*', PER_DAY),
            ),
            '+',
            call('ROW'),
          ),
          NOT_IN_HAND,
        ),
      ),
      helper(
        'beyond',
        iff(
          and(isInHand, hasManager),
          flag(
            op(
              withinManager(cell('order')),
              '>',
              withinManager(entryAt('managers.lastAllowed', cell('managerNo'))),
            ),
          ),
          0,
        ),
      ),
      ...helpers,
      mendHelper('findingLevel'),
    ],
    capacity: capacity.cases!,
    frozenColumns: 2,
    highlights: highlightsOf('finding', [
      'id',
      'engagement',
      'customer',
      'subject',
      'status',
      'severity',
      'opened',
    ]),
    colour: '#0d9488',
  });
}
