/** Overview: every engagement at a glance, in the order of the Engagements tab. Nothing is typed here. */
import {
  entryAt,
  hundredths,
  IS_USED,
  placeOf,
  twoDecimals,
  weekLabel,
  weekNumber,
} from '../cell-formulas.ts';
import { columnsFor } from '../column-kinds.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import {
  and,
  call,
  cell,
  type Expr,
  firstOf,
  flag,
  iff,
  joined,
  named,
  op,
  orElse,
  place,
  type Term,
} from '../formula.ts';
import { dayAhead, leadNow } from '../leads.ts';
import { LAST_SERIAL } from '../rows.ts';
import { helper, highlightsOf, type StatusCase, statusColumns } from '../status.ts';
import { widthOf } from '../text-lines.ts';
import type { Words } from '../words.ts';
import type { Tab } from '../workbook.ts';
import { firstDeliverable, firstDue, firstDueHelpers } from './dues.ts';
import { overviewBand } from './overview-band.ts';
import { tierName } from './rules.ts';
import { PER_ENGAGEMENT, thisWeekOf } from './weeks.ts';

const BLOCKS = 10;

export function overviewTab({ words, rulebook, capacity }: Description): Tab {
  const { computed } = columnsFor(words, 'overview');
  const status = (id: string, width: number, cases: StatusCase[]) =>
    statusColumns(words, { tab: 'overview', id, width, cases });
  const contacts = status('contacts', 32, contactsCases());
  const cases = status('cases', 32, casesCases());
  const hours = status('hours', 40, hoursCases(words));
  const overall = status('status', 34, overallCases());
  const tierWidth = Math.max(11, ...rulebook.tiers.map((tier) => widthOf(tierName(tier, words)) + 1));
  return describedTab(words, {
    id: 'overview',
    bandRows: 4,
    band: overviewBand(words),
    columns: [
      computed('engagement', 'text', 19, shown(engagement('key'))),
      computed('customer', 'text', 24, shown(engagement('customerName'))),
      computed('tier', 'text', tierWidth, shown(joined(engagement('tier'), ''))),
      computed('manager', 'text', 20, shown(managerName())),
      overall.status,
      contacts.status,
      cases.status,
      computed('thisWeek', 'hours', 11, shown(op(cell('thisWeekHundredths'), '/', 100))),
      computed('bar', 'text', 14, shown(bar())),
      hours.status,
      computed('nextDue', 'date', 13, shown(firstDue())),
      {
        ...columnsFor(words, 'deliverables').computed('deliverable', 'text', 30, shown(firstDeliverable())),
        id: 'nextDeliverable',
      },
      computed(
        'until',
        'date',
        12,
        shown(
          iff(
            and(op(engagement('untilNo'), '>', 0), op(engagement('untilNo'), '<', LAST_SERIAL)),
            engagement('untilNo'),
            '',
          ),
        ),
      ),
      // Where engagements were deleted there are more rows here than there.
      helper('used', orElse(engagement('used'), 0)),
      helper('managerNo', engagement('managerNo')),
      helper('inHand', ofManager('inHand')),
      helper('casesLimit', ofManager('limit')),
      helper('contactsLimit', engagement('contactsLimit')),
      helper('contactsPeak', engagement('contactsPeak')),
      helper('limitMs', engagement('hoursLimitMs')),
      helper('peakMs', engagement('peakMs')),
      helper('badHours', engagement('badHours')),
      helper('unreadable', engagement('unreadable')),
      helper('calendarNo', placeOf(call('TRIM', engagement('calendar')), 'lists.calendar')),
      helper('lead', leadNow('calendarNo')),
      helper(
        'thisWeekMs',
        iff(
          IS_USED,
          thisWeekOf('ms', op(op(place, '*', PER_ENGAGEMENT), '+', weekNumber(dayAhead('lead')))),
          0,
        ),
      ),
      helper('thisWeekHundredths', hundredths(cell('thisWeekMs'), cell('limitMs'))),
      ...firstDueHelpers(),
      ...contacts.helpers,
      ...cases.helpers,
      ...hours.helpers,
      helper('foundAt', placeOf(engagement('key'), 'violations.engagement')),
      helper(
        'found',
        iff(op(cell('foundAt'), '>', 0), call('N', entryAt('violations.open', cell('foundAt'))), 0),
      ),
      // The last check finds more than formulas see, and found what they saw then.
      helper('violations', iff(op(levels(3), '<', cell('found')), cell('found'), levels(3))),
      helper('warnings', levels(2)),
      ...overall.helpers,
    ],
    capacity: capacity.engagements!,
    follows: 'engagements',
    frozenColumns: 2,
    highlights: [
      ...highlightsOf('status', ['engagement', 'customer']),
      ...highlightsOf('contacts'),
      ...highlightsOf('cases'),
      ...highlightsOf('hours'),
    ],
    colour: '#1e3a5f',
  });
}

const engagement = (id: string) => entryAt(`engagements.${id}`, place);
const shown = (value: Expr) => iff(IS_USED, value, '');

function ofManager(id: string): Expr {
  return iff(op(cell('managerNo'), '>', 0), entryAt(`managers.${id}`, cell('managerNo')), 0);
}

function managerName(): Expr {
  const name = joined(entryAt('managers.name', cell('managerNo')), '');
  return firstOf(
    [
      [op(cell('managerNo'), '=', 0), joined(engagement('manager'), '')],
      [op(name, '=', ''), joined(engagement('manager'), '')],
    ],
    name,
  );
}

function bar(): Expr {
  const share = call('INT', op(op(cell('thisWeekMs'), '*', BLOCKS), '/', cell('limitMs')));
  const filled = call('MIN', BLOCKS, share);
  return iff(
    op(cell('limitMs'), '>', 0),
    joined(call('REPT', '█', filled), call('REPT', '░', op(BLOCKS, '-', filled))),
    '',
  );
}

function contactsCases(): StatusCase[] {
  const [used, limit] = [orElse(op(cell('contactsPeak'), '+', 0), 0), cell('contactsLimit')];
  return [
    { when: op(limit, '<', 0), key: 'limits-unknown', level: 1 },
    { when: op(limit, '=', 0), key: 'count-no-limits', level: 0, values: { used } },
    { when: op(used, '>', limit), key: 'over', level: 3, values: { used, limit } },
    { key: 'within', level: 0, values: { used, limit } },
  ];
}

function casesCases(): StatusCase[] {
  const [used, limit] = [cell('inHand'), cell('casesLimit')];
  const values = { used, limit };
  return [
    { when: op(engagement('casesLimit'), '<', 0), key: 'limits-unknown', level: 1 },
    { when: op(engagement('casesLimit'), '=', 0), key: 'no-limits', level: 0 },
    { when: op(cell('managerNo'), '=', 0), key: 'manager-missing', level: 1 },
    { when: op(used, '>', limit), key: 'over', level: 3, values },
    { when: op(used, '>=', op(limit, '*', named('warnFromShare'))), key: 'near', level: 2, values },
    { key: 'within', level: 0, values },
  ];
}

/** The fullest week on record, so that no week over the limit is out of sight. */
function hoursCases(words: Words): StatusCase[] {
  const [ms, limitMs] = [cell('peakMs'), cell('limitMs')];
  const used = twoDecimals(hundredths(ms, limitMs), words.decimal);
  const week = weekLabel(engagement('peakWeek'));
  const values: Record<string, Term> = { week, used, limit: engagement('hoursLimitText') };
  const isBad = op(cell('badHours'), '>', 0);
  return [
    { when: op(limitMs, '<', 0), key: 'limits-unknown', level: 1 },
    { when: and(op(limitMs, '>', 0), op(ms, '>', limitMs)), key: 'week-over', level: 3, values },
    {
      when: and(isBad, op(ms, '>', 0)),
      key: 'peak-incomplete',
      level: 1,
      values: { week, used, count: cell('badHours') },
    },
    { when: isBad, key: 'hours-unreadable', level: 1, values: { count: cell('badHours') } },
    {
      when: and(op(limitMs, '=', 0), op(ms, '>', 0)),
      key: 'week-no-limits',
      level: 0,
      values: { week, used },
    },
    { when: op(limitMs, '=', 0), key: 'no-limits', level: 0 },
    { when: op(ms, '=', 0), key: 'no-hours', level: 0 },
    { when: op(ms, '>=', op(limitMs, '*', named('warnFromShare'))), key: 'week-near', level: 2, values },
    { key: 'week-within', level: 0, values },
  ];
}

function levels(level: number): Expr {
  return ['contacts', 'cases', 'hours']
    .map((id) => flag(op(cell(`${id}Level`), '=', level)))
    .reduce((sum, next) => op(sum, '+', next));
}

function overallCases(): StatusCase[] {
  const [violations, warnings] = [cell('violations'), cell('warnings')];
  return [
    { when: op(violations, '>', 0), key: 'violations', level: 3, values: { count: violations } },
    { when: op(engagement('statusLevel'), '>', 0), key: 'entry-to-mend', level: 1 },
    {
      when: op(cell('unreadable'), '>', 0),
      key: 'rows-to-mend',
      level: 1,
      values: { count: cell('unreadable') },
    },
    { when: op(warnings, '>', 0), key: 'warnings', level: 2, values: { count: warnings } },
    { key: 'ok', level: 0 },
  ];
}
