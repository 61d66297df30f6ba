/** Inquiries: what customers asked on which case, and when they were answered; a row for each. */
import { entryAt, isMissing, isUsed, quoted, SECONDS_PER_DAY } from '../cell-formulas.ts';
import { columnsFor } from '../column-kinds.ts';
import { notADate } from '../date-status.ts';
import { describedTab } from '../described-tab.ts';
import type { Description } from '../description.ts';
import { and, call, cell, type Expr, iff, op, orElse } from '../formula.ts';
import { helper, highlightsOf, type StatusCase, statusColumns } from '../status.ts';
import { timeGuess, timeNumber } from '../time-formulas.ts';
import type { Tab } from '../workbook.ts';
import { caseHelpers } from './keys.ts';
import { mendHelper } from './mends.ts';
import { HAS_ENGAGEMENT, ofEngagement } from './of-engagement.ts';

const TYPED = ['case', 'received', 'answered'];
const HAS_CASE = op(cell('caseNo'), '>', 0);

export function inquiriesTab({ words, capacity }: Description): Tab {
  const { typed, computed } = columnsFor(words, 'inquiries');
  const [received, answered] = [cell('receivedNo'), cell('answeredNo')];
  const isAnswered = op(answered, '>', 0);
  const noTime = (id: string): StatusCase => ({
    when: and(op(cell(`${id}No`), '>', 0), isWholeDay(cell(`${id}No`))),
    key: 'time-missing',
    level: 1,
    values: { column: words.header('inquiries', id) },
  });
  const { status, helpers } = statusColumns(words, {
    tab: 'inquiries',
    cases: [
      { when: isMissing('case'), key: 'case-missing', level: 1 },
      { when: op(cell('caseNo'), '=', 0), key: 'case-unknown', level: 1, values: { case: quoted('case') } },
      {
        when: op(cell('isCounted'), '=', 0),
        key: 'case-to-mend',
        level: 1,
        values: { case: quoted('case') },
      },
      { when: isMissing('received'), key: 'received-missing', level: 1 },
      notADate(words, 'inquiries', 'received'),
      notADate(words, 'inquiries', 'answered'),
      { when: and(isAnswered, op(answered, '<', received)), key: 'answered-before', level: 1 },
      noTime('received'),
      noTime('answered'),
      { when: isAnswered, key: 'inquiry-answered', level: 0 },
      { when: op(entryAt('cases.inHand', cell('caseNo')), '=', 0), key: 'inquiry-closed', level: 2 },
      { key: 'inquiry-open', level: 0 },
    ],
  });
  return describedTab(words, {
    id: 'inquiries',
    columns: [
      typed('case', 'text', 14),
      computed('customer', 'text', 22, ofEngagement('customerName', '')),
      computed(
        'subject',
        'text',
        40,
        iff(HAS_CASE, orElse(call('TRIM', entryAt('cases.subject', cell('caseNo'))), ''), ''),
      ),
      typed('received', 'date-time', 18),
      typed('answered', 'date-time', 18),
      status,
      helper('used', isUsed(TYPED)),
      ...caseHelpers('case', cell('used')),
      helper('engagementNo', ofCase('engagementNo')),
      helper('isCounted', iff(and(HAS_ENGAGEMENT, op(ofCase('statusNo'), '>', 0)), 1, 0)),
      helper('receivedGuess', timeGuess('received')),
      helper('receivedNo', timeNumber('received', 'receivedGuess')),
      helper('answeredGuess', timeGuess('answered')),
      helper('answeredNo', timeNumber('answered', 'answeredGuess')),
      ...helpers,
      mendHelper('statusLevel'),
    ],
    capacity: capacity.inquiries!,
    frozenColumns: 1,
    highlights: highlightsOf('status', ['case', 'customer', 'subject', 'received', 'answered']),
    colour: '#0d9488',
  });
}

function ofCase(id: string): Expr {
  return iff(HAS_CASE, entryAt(`cases.${id}`, cell('caseNo')), 0);
}

function isWholeDay(seconds: Expr): Expr {
  return op(op(call('INT', op(seconds, '/', SECONDS_PER_DAY)), '*', SECONDS_PER_DAY), '=', seconds);
}
