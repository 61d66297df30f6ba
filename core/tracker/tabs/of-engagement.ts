/** What a row has of the engagement that it names. */
import { entryAt, IS_USED, isMissing, placeOf, quoted, trimmed } from '../cell-formulas.ts';
import { cell, type Expr, iff, op, type Term } from '../formula.ts';
import { helper, type StatusCase } from '../status.ts';

const NUMBER = cell('engagementNo');
export const HAS_ENGAGEMENT = op(NUMBER, '>', 0);

export const engagementHelper = helper(
  'engagementNo',
  iff(IS_USED, placeOf(trimmed('engagement'), 'engagements.key'), 0),
);

export const engagementCases: readonly StatusCase[] = [
  { when: isMissing('engagement'), key: 'engagement-missing', level: 1 },
  {
    when: op(NUMBER, '=', 0),
    key: 'engagement-unknown',
    level: 1,
    values: { engagement: quoted('engagement') },
  },
];

/** One of its cells; `otherwise` where there is no such engagement. */
export function ofEngagement(id: string, otherwise: Term = 0): Expr {
  return iff(HAS_ENGAGEMENT, entryAt(`engagements.${id}`, NUMBER), otherwise);
}
