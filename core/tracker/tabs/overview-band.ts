/** What stands above the overview: the day it is about, how many engagements have violations, the last check. */
import { bandTexts } from '../band-texts.ts';
import { call, column, firstOf, iff, joined, named, op } from '../formula.ts';
import type { Words } from '../words.ts';
import type { BandCell } from '../workbook.ts';
import { unreachedRows } from './unreached.ts';

export function overviewBand(words: Words): BandCell[] {
  const over = call('COUNTIF', column('overview.statusLevel'), 3);
  const unreached = unreachedRows();
  const total = call('COUNTIF', column('overview.used'), 1);
  return [
    ...bandTexts(words, 'engagement', 'tracker.overview-title', 'tracker.as-of'),
    {
      row: 2,
      column: 'customer',
      content: { formula: call('NOW') },
      format: 'date',
      look: 'input',
      name: 'asOf',
      note: words.text('tracker.as-of-note'),
    },
    {
      row: 2,
      column: 'status',
      content: {
        formula: firstOf(
          [
            [op(total, '=', 0), words.sentence('tracker.nothing-yet')],
            [op(over, '=', 0), words.sentence('tracker.none-over')],
          ],
          words.sentence('tracker.some-over', { count: over, total }),
        ),
      },
      format: 'text',
      look: 'value',
    },
    {
      row: 3,
      column: 'engagement',
      content: { formula: staleness(words) },
      format: 'text',
      look: 'label',
    },
    {
      row: 3,
      column: 'status',
      content: {
        formula: iff(op(unreached, '>', 0), words.sentence('tracker.unreached', { count: unreached }), ''),
      },
      format: 'text',
      look: 'value',
    },
  ];
}

/** Known complaint "silent-triggers": the sheet itself says when the deep check has not run for 24 hours. */
export function staleness(words: Words) {
  const lastCheck = named('lastCheck');
  return firstOf(
    [
      [op(joined(lastCheck, ''), '=', ''), words.sentence('tracker.never-checked')],
      [op(op(call('NOW'), '-', lastCheck), '>', 1), words.sentence('tracker.check-is-old')],
    ],
    '',
  );
}
