/** Rule `term-ending`: a term that ends soon, and an engagement without any. */
import { termDays } from '../cadence/owed.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';
import { restsOfTerm, termSteps } from './outside-term.ts';
import { aboutEngagement, engagementRow } from './parts/about.ts';

/** Days before the last one from which a term is ending, where the rulebook names no number. */
const ENDING_DAYS = 30;

export const termEnding: ScopeRule = {
  id: 'term-ending',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => finding(book, engagement, moment) ?? []);
  },
};

function finding(book: DirectoryBook, engagement: Engagement, { nowMs }: Moment): Finding | null {
  const { from, until } = engagement;
  const common = {
    rule: 'term-ending',
    severity: 'warning',
    subject: aboutEngagement(engagement.id),
    rests: restsOfTerm(book.rulebook.clauses),
    rows: [engagementRow(engagement.id)],
    steps: termSteps(engagement),
  } satisfies Partial<Finding>;
  if (from === undefined && until === undefined) {
    return { ...common, message: 'term-none', values: {}, since: null, readings: [] };
  }
  if (until === undefined) return null;
  const today = clockOf(book, engagement).localDayOf(nowMs);
  const left = termDays(engagement).untilDay - 1 - today;
  const endingDays = book.rulebook.readings.termEndingDays ?? ENDING_DAYS;
  if (left < 0 || left > endingDays) return null;
  return {
    ...common,
    message: left === 0 ? 'term-ends-today' : 'term-ending',
    values: { until, count: left },
    since: until,
    readings: ['term-ending'],
  };
}
