/** Calendar: holidays, training and closures of a calendar, and time off of one person. */
import { dateGuess, dateNumber, isMissing, isUsed, placeOf, quoted, trimmed } from '../cell-formulas.ts';
import { columnsFor, offered, oneOf } from '../column-kinds.ts';
import { notADate } from '../date-status.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, cell, iff, op } from '../formula.ts';
import { helper, highlightsOf, statusColumns } from '../status.ts';
import type { Tab } from '../workbook.ts';

const TYPED = ['from', 'until', 'kind', 'calendar', 'manager', 'name'];

export function calendarTab({ words, capacity }: Description): Tab {
  const { typed } = columnsFor(words, 'calendar');
  const { status, helpers } = statusColumns(words, {
    tab: 'calendar',
    cases: [
      { when: isMissing('from'), key: 'date-missing', level: 1 },
      notADate(words, 'calendar', 'from'),
      notADate(words, 'calendar', 'until'),
      { when: op(cell('untilNo'), '<', cell('fromNo')), key: 'until-before-from', level: 1 },
      { when: isMissing('kind'), key: 'kind-missing', level: 1 },
      { when: op(cell('kindNo'), '=', 0), key: 'not-in-list', level: 1, values: { value: quoted('kind') } },
      { when: and(isMissing('calendar'), isMissing('manager')), key: 'whose-missing', level: 1 },
      {
        when: op(cell('managerNo'), '=', 0),
        key: 'manager-unknown',
        level: 1,
        values: { manager: quoted('manager') },
      },
      { key: 'ok', level: 0 },
    ],
  });
  return describedTab(words, {
    id: 'calendar',
    columns: [
      typed('from', 'date', 12),
      typed('until', 'date', 12),
      typed('kind', 'text', 16, oneOf('lists.kind')),
      typed('calendar', 'text', 20, offered('lists.calendar')),
      typed('manager', 'text', 16, offered('managers.id')),
      typed('name', 'text', 36),
      status,
      helper('used', isUsed(TYPED)),
      helper('fromGuess', dateGuess('from')),
      helper('fromNo', dateNumber('from', 'fromGuess', 0)),
      helper('untilGuess', dateGuess('until')),
      helper('untilNo', dateNumber('until', 'untilGuess', cell('fromNo'))),
      helper('kindNo', placeOf(trimmed('kind'), 'lists.kind')),
      helper('managerNo', iff(isMissing('manager'), 1, placeOf(trimmed('manager'), 'managers.key'))),
      ...helpers,
    ],
    capacity: capacity.calendar!,
    frozenColumns: 0,
    highlights: highlightsOf('status'),
    colour: '#475569',
  });
}
