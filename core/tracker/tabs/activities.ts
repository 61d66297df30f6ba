/** Activities: hours by local date; each row shows what its engagement's week has come to. */
import {
  dateGuess,
  dateNumber,
  entryAt,
  hundredths,
  isMissing,
  isUsed,
  literally,
  msOf,
  quoted,
  trimmed,
  twoDecimals,
  UNREADABLE,
  weekLabel,
  weekNumber,
} from '../cell-formulas.ts';
import { columnsFor, offered, offeredPerTier, oneOf } from '../column-kinds.ts';
import { notADate } from '../date-status.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import {
  and,
  block,
  call,
  cell,
  column,
  firstOf,
  flag,
  iff,
  joined,
  named,
  op,
  orElse,
  place,
  withHeader,
} from '../formula.ts';
import { helper, highlightsOf, type StatusCase, statusColumns } from '../status.ts';
import type { Words } from '../words.ts';
import type { Tab } from '../workbook.ts';
import { yesNoWords } from '../yes-no.ts';
import { deliverablesOfTier, methodLists, methodsListed, methodsOfTier } from './lists.ts';
import { engagementCases, engagementHelper, HAS_ENGAGEMENT, ofEngagement } from './of-engagement.ts';
import { FIRST_PLACE, NO_WEEK, ofWeek, PER_ENGAGEMENT, PER_WEEK } from './weeks.ts';

const TYPED = [
  'id',
  'date',
  'engagement',
  'hours',
  'deliverable',
  'method',
  'language',
  'weeklyCall',
  'priorNotice',
  'case',
  'note',
];

export const YES_NO = ['weeklyCall', 'priorNotice'] as const;

export function activitiesTab({ words, capacity, rulebook }: Description): Tab {
  const { typed, computed } = columnsFor(words, 'activities');
  const engagementWeeks = op(cell('engagementNo'), '*', PER_ENGAGEMENT);
  const hasWeek = op(cell('key'), '>', 0);
  const [ms, limitMs] = [cell('weekMs'), cell('limitMs')];
  const tierNo = ofEngagement('tierNo');
  const used = twoDecimals(hundredths(ms, limitMs), words.decimal);
  const week = cell('isoWeek');
  const limit = entryAt('engagements.hoursLimitText', cell('engagementNo'));
  const { status, helpers } = statusColumns(words, {
    tab: 'activities',
    shared: { week, used, limit },
    cases: [
      ...engagementCases,
      { when: isMissing('hours'), key: 'hours-missing', level: 1 },
      { when: op(cell('ms'), '=', UNREADABLE), key: 'hours-not-a-number', level: 1 },
      { when: op(cell('ms'), '<', UNREADABLE), key: 'hours-below-zero', level: 1 },
      { when: isMissing('date'), key: 'date-missing', level: 1 },
      notADate(words, 'activities', 'date'),
      { when: and(op(limitMs, '>', 0), op(ms, '>', limitMs)), key: 'week-over', level: 3, values: 'shared' },
      notInList('deliverable'),
      notInList('method'),
      neitherYesNorNo(words),
      {
        when: op(ofWeek('bad', cell('key')), '>', 0),
        key: 'week-incomplete',
        level: 1,
        values: 'shared',
      },
      { when: op(limitMs, '<', 0), key: 'limits-unknown', level: 1 },
      { when: op(limitMs, '=', 0), key: 'week-no-limits', level: 0, values: 'shared' },
      {
        when: op(ms, '>=', op(limitMs, '*', named('warnFromShare'))),
        key: 'week-near',
        level: 2,
        values: 'shared',
      },
      { key: 'week-within', level: 0, values: 'shared' },
    ],
  });
  return describedTab(words, {
    id: 'activities',
    columns: [
      typed('date', 'date', 12),
      typed('engagement', 'text', 19, offered('engagements.id')),
      computed('customer', 'text', 22, ofEngagement('customerName', '')),
      typed('hours', 'hours', 9, { least: 0 }),
      typed(
        'deliverable',
        'text',
        30,
        offeredPerTier('lists.deliverable', {
          lists: rulebook.tiers.map((_, place) => `lists.${deliverablesOfTier(place)}`),
          listNo: tierNo,
        }),
      ),
      typed(
        'method',
        'text',
        20,
        offeredPerTier('lists.method', {
          lists: methodLists(rulebook).map((_, place) => `lists.${methodsListed(place)}`),
          listNo: orElse(methodsNo(rulebook.tiers.length), 0),
        }),
      ),
      typed('language', 'text', 11),
      typed('weeklyCall', 'text', 12, oneOf('lists.yes')),
      typed('priorNotice', 'text', 12, oneOf('lists.yes')),
      typed('case', 'text', 14),
      typed('note', 'text', 36),
      typed('id', 'text', 12),
      computed(
        'isoWeek',
        'text',
        11,
        iff(op(cell('dateNo'), '>', 0), weekLabel(weekNumber(cell('dateNo'))), ''),
      ),
      status,
      helper('used', isUsed(TYPED)),
      engagementHelper,
      helper('dateGuess', dateGuess('date')),
      helper('dateNo', dateNumber('date', 'dateGuess', 0)),
      helper(
        'key',
        iff(
          and(HAS_ENGAGEMENT, op(cell('dateNo'), '>', 0)),
          op(engagementWeeks, '+', weekNumber(cell('dateNo'))),
          0,
        ),
      ),
      helper(
        'order',
        iff(
          HAS_ENGAGEMENT,
          op(op(iff(hasWeek, cell('key'), engagementWeeks), '*', PER_WEEK), '+', op(place, '+', FIRST_PLACE)),
          NO_WEEK,
        ),
      ),
      helper(
        'ms',
        firstOf(
          [
            [op(cell('used'), '=', 0), 0],
            [op(flag(call('ISNUMBER', cell('hours'))), '=', 0), UNREADABLE],
            [op(cell('hours'), '<', 0), UNREADABLE - 1],
          ],
          msOf(cell('hours')),
        ),
      ),
      helper('weekMs', iff(hasWeek, ofWeek('ms', cell('key')), '')),
      helper('limitMs', ofEngagement('hoursLimitMs')),
      ...helpers,
    ],
    capacity: capacity.activities!,
    frozenColumns: 2,
    highlights: highlightsOf('status', ['date', 'engagement', 'customer', 'hours', 'isoWeek']),
    colour: '#0d9488',
  });
}

/**
 * The number of the methods' list, an error where there is none. What is compared by `=` is no pattern, as it would be to
 * `MATCH`; saying so to `MATCH` would make it longer than Excel takes into a list.
 */
function methodsNo(tiers: number) {
  const isDeliverable = op(column('lists.deliverable'), '=', trimmed('deliverable'));
  const tierNo = call('INDEX', withHeader('engagements.tierNo'), op(1, '+', cell('engagementNo')));
  const lists = block('lists', methodsOfTier(0), methodsOfTier(tiers));
  return call('LOOKUP', 2, op(1, '/', isDeliverable), call('INDEX', lists, 0, op(1, '+', tierNo)));
}

function notInList(id: string): StatusCase {
  return {
    when: and(
      call('NOT', isMissing(id)),
      call('NOT', call('ISNUMBER', call('MATCH', literally(trimmed(id)), column(`lists.${id}`), 0))),
    ),
    key: 'not-in-list',
    level: 1,
    values: { value: quoted(id) },
  };
}

/** All words in one text, each between bars; the first is none, as an empty cell says neither. */
function neitherYesNorNo(words: Words): StatusCase {
  const known = `||${yesNoWords().join('|')}|`;
  const place = (id: string) => call('FIND', joined('|', call('LOWER', trimmed(id)), '|'), known);
  return {
    when: call('NOT', call('ISNUMBER', op(place('weeklyCall'), '+', place('priorNotice')))),
    key: 'yes-or-no',
    level: 1,
    values: { columns: yesNoColumns(words) },
  };
}

/** The headers of the cells that hold yes or no. */
export function yesNoColumns(words: Words): string {
  return YES_NO.map((id) => words.header('activities', id)).join(', ');
}
