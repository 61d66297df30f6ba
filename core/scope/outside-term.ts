/** Rule `outside-term`: work before the first or after the last day of the term. */
import { termDays } from '../cadence/owed.ts';
import { onClause } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { FindingRest, FindingStep, ScopeRule } from './finding.ts';
import { findInActivities } from './parts/on-activities.ts';

const TERM_CLAUSE = 'availability.term';

export const outsideTerm: ScopeRule = {
  id: 'outside-term',
  check(book) {
    const rests = restsOfTerm(book.rulebook.clauses);
    return findInActivities(book, (engagement) => {
      if (engagement.from === undefined && engagement.until === undefined) return null;
      const { fromDay, untilDay } = termDays(engagement);
      const steps = termSteps(engagement);
      return ({ day }) =>
        fromDay <= day && day < untilDay
          ? null
          : {
              rule: 'outside-term',
              message: 'outside-term',
              severity: 'violation',
              key: '',
              rests,
              values: {},
              steps,
            };
    });
  },
};

/** The clause that services go with the term of the contract; an own rulebook may not have it. */
export function restsOfTerm(clauses: Readonly<Record<string, unknown>>): FindingRest {
  return Object.hasOwn(clauses, TERM_CLAUSE) ? onClause(TERM_CLAUSE) : { kind: 'reading', reading: 'term' };
}

export function termSteps({ from, until }: Engagement): FindingStep[] {
  if (from !== undefined && until !== undefined) return [{ step: 'term-between', values: { from, until } }];
  if (from !== undefined) return [{ step: 'term-from', values: { from } }];
  return until === undefined ? [] : [{ step: 'term-until', values: { until } }];
}
