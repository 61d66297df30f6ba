/** Managers: who serves, who backs up, and how many cases each has in hand over all customers. */
import { entryAt, isMissing, isUsed, lastUpTo, placeOf, quoted, trimmed } from '../cell-formulas.ts';
import { columnsFor, offered } from '../column-kinds.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, call, cell, column, type Expr, firstOf, iff, named, op, orElse, place } from '../formula.ts';
import { helper, highlightsOf, statusColumns } from '../status.ts';
import type { Tab } from '../workbook.ts';
import { PER_DAY, PER_MANAGER } from './cases.ts';
import { keyHelper } from './keys.ts';
import { NO_WEEK as NONE_OVER } from './weeks.ts';

const TYPED = ['id', 'name', 'email', 'phone', 'backup'];

export function managersTab({ words, capacity }: Description): Tab {
  const { typed, computed } = columnsFor(words, 'managers');
  const [inHand, limit] = [cell('inHand'), cell('limit')];
  const { status, helpers } = statusColumns(words, {
    tab: 'managers',
    cases: [
      { when: isMissing('id'), key: 'id-missing', level: 1 },
      {
        when: op(cell('firstNo'), '<>', place),
        key: 'id-twice',
        level: 1,
        values: { id: quoted('id') },
      },
      {
        when: op(cell('backupNo'), '<', 0),
        key: 'manager-unknown',
        level: 1,
        values: { manager: quoted('backup') },
      },
      { when: op(limit, '=', 0), key: 'no-limits', level: 0 },
      { when: op(inHand, '>', limit), key: 'over', level: 3, values: { used: inHand, limit } },
      {
        when: op(inHand, '>=', op(limit, '*', named('warnFromShare'))),
        key: 'near',
        level: 2,
        values: { used: inHand, limit },
      },
      { key: 'within', level: 0, values: { used: inHand, limit } },
    ],
  });
  return describedTab(words, {
    id: 'managers',
    columns: [
      typed('id', 'text', 14),
      typed('name', 'text', 26),
      typed('email', 'text', 32),
      typed('phone', 'text', 18),
      typed('backup', 'text', 14, offered('managers.id')),
      computed(
        'inHand',
        'integer',
        12,
        iff(op(cell('key'), '<>', ''), op(inHandBefore(op(place, '+', 1)), '-', inHandBefore(place)), ''),
      ),
      computed(
        'limit',
        'limit',
        12,
        iff(
          op(cell('key'), '<>', ''),
          call(
            'MINIFS',
            column('engagements.casesLimit'),
            column('engagements.managerNo'),
            place,
            column('engagements.casesLimit'),
            '>0',
          ),
          '',
        ),
      ),
      status,
      helper('used', isUsed(TYPED)),
      keyHelper,
      helper('firstNo', iff(op(cell('key'), '<>', ''), placeOf(cell('key'), 'managers.key'), 0)),
      helper(
        'backupNo',
        firstOf(
          [
            [isMissing('backup'), 0],
            [op(placeOf(trimmed('backup'), 'managers.key'), '=', 0), -1],
          ],
          1,
        ),
      ),
      helper(
        'lastAllowed',
        iff(
          and(op(cell('key'), '<>', ''), op(cell('limit'), '>', 0), op(cell('inHand'), '>', cell('limit'))),
          entryAt('keys.inHand', op(inHandBefore(place), '+', call('INT', cell('limit')))),
          NONE_OVER,
        ),
      ),
      ...helpers,
    ],
    capacity: capacity.managers!,
    frozenColumns: 2,
    highlights: highlightsOf('status', ['id', 'name', 'inHand', 'limit']),
    colour: '#475569',
  });
}

/** How many cases in hand stand before those of the manager in a place. None is of a day as late as there is room for. */
function inHandBefore(place: Expr): Expr {
  return orElse(lastUpTo('keys.inHand', op(op(place, '*', PER_MANAGER), '-', PER_DAY)), 0);
}
