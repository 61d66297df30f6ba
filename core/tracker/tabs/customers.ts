/** Customers: their names, and how ticket pages name them. */
import { isMissing, isUsed, placeOf, quoted } from '../cell-formulas.ts';
import { columnsFor } from '../column-kinds.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { call, cell, column, iff, op, place } from '../formula.ts';
import { helper, highlightsOf, statusColumns } from '../status.ts';
import type { Tab } from '../workbook.ts';
import { keyHelper } from './keys.ts';

const TYPED = ['id', 'name', 'organisations', 'domains', 'addresses'];

export function customersTab({ words, capacity }: Description): Tab {
  const { typed, computed } = columnsFor(words, 'customers');
  const { status, helpers } = statusColumns(words, {
    tab: 'customers',
    cases: [
      { when: isMissing('id'), key: 'id-missing', level: 1 },
      { when: op(cell('firstNo'), '<>', place), key: 'id-twice', level: 1, values: { id: quoted('id') } },
      { key: 'ok', level: 0 },
    ],
  });
  return describedTab(words, {
    id: 'customers',
    columns: [
      typed('id', 'text', 14),
      typed('name', 'text', 28),
      typed('organisations', 'text', 34),
      typed('domains', 'text', 30),
      typed('addresses', 'text', 34),
      computed(
        'engagements',
        'integer',
        13,
        iff(op(cell('key'), '<>', ''), call('COUNTIFS', column('engagements.customerNo'), place), ''),
      ),
      status,
      helper('used', isUsed(TYPED)),
      keyHelper,
      helper('firstNo', iff(op(cell('key'), '<>', ''), placeOf(cell('key'), 'customers.key'), 0)),
      ...helpers,
    ],
    capacity: capacity.customers!,
    frozenColumns: 2,
    highlights: highlightsOf('status'),
    colour: '#475569',
  });
}
