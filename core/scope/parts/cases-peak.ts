/** How many cases were in hand at the end of each day, from their dates of opening and closing. */
import type { Case } from '../../engagement/schema.ts';
import type { LocalDate } from '../../time/local-date.ts';

export interface CasesPeak {
  count: number;
  /** The first day with that many; `null` where there was no case. */
  on: LocalDate | null;
  /** The first day looked at. */
  from: LocalDate;
}

/**
 * The most cases in hand at the end of one day between two dates, both inclusive. A case is in hand from the day
 * on which it was opened until the day before it was solved or closed. One that is over without a date is left
 * out: nobody can say when it was in hand.
 * @example
 * peakOfCases([{ id: 'C-1', engagement: 'E-1', status: 'closed', opened: '2026-06-01', closed: '2026-06-03' }], '2026-06-02', '2026-06-30') // { count: 1, on: '2026-06-02', from: '2026-06-02' }
 */
export function peakOfCases(cases: readonly Case[], from: LocalDate, until: LocalDate): CasesPeak {
  const changes = new Map<LocalDate, number>();
  let count = 0;
  for (const entry of cases) {
    const [opened, ended] = daysInHand(entry);
    if (opened > until || ended <= from) continue;
    if (opened <= from) count++;
    else changes.set(opened, (changes.get(opened) ?? 0) + 1);
    if (ended <= until) changes.set(ended, (changes.get(ended) ?? 0) - 1);
  }
  let peak: CasesPeak = { count, on: count > 0 ? from : null, from };
  for (const [date, change] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    count += change;
    if (count > peak.count) peak = { count, on: date, from };
  }
  return peak;
}

const BEGINNING: LocalDate = '';
/** After every date. */
const NEVER: LocalDate = '~';

/**
 * The days on which a case is in hand, `[first, end)`; none where it is over without a date.
 * @example
 * daysInHand({ id: 'C-1', engagement: 'E-1', status: 'closed', opened: '2026-06-01', closed: '2026-06-03' }) // ['2026-06-01', '2026-06-03']
 */
export function daysInHand({ status, opened = BEGINNING, closed }: Case): [LocalDate, LocalDate] {
  const isOver = status === 'solved' || status === 'closed';
  return [opened, isOver ? (closed ?? BEGINNING) : NEVER];
}
