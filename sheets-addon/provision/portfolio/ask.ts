/** Asks a portfolio for its reports, on the day that it is told. */
import type { Rulebook } from '#core/rulebook/schema.ts';
import { formatLocalDate, mondayOf } from '#core/time/local-date.ts';
import { DAY_MS } from '#core/time/units.ts';
import { QUERIES, type ReportName } from './queries.ts';
import type { Answer } from './reports.ts';
import type { Store } from './store.ts';

export interface AskOptions {
  rulebook: Rulebook;
  nowMs: number;
  /** How many days of time off are looked at. */
  days: number;
}

/** What the questions are given: the same names as in BigQuery. */
export function parametersOf({ rulebook, nowMs, days }: AskOptions) {
  const { weeks, over } = rulebook.readings.sustainedOverrun;
  // Dates in a sheet are local to it; a portfolio of many zones is looked at on one day.
  const today = Math.floor(nowMs / DAY_MS);
  const monday = mondayOf(today);
  return {
    days: { first: monday - 7 * weeks, horizon: today + days - 1, today, week: monday },
    numbers: { now: nowMs, over, weeks },
  };
}

export async function ask(store: Store, report: ReportName, options: AskOptions): Promise<Answer[]> {
  const { days, numbers } = parametersOf(options);
  const dates = Object.fromEntries(Object.entries(days).map(([name, day]) => [name, formatLocalDate(day)]));
  const answers = await store.ask(QUERIES[report], { ...dates, ...numbers });
  return report === 'additional' ? answers.map((row) => ({ ...row, weeks: numbers.weeks })) : answers;
}
