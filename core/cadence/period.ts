/** Calendar weeks (ISO), months and quarters as stretches of local dates. */
import { civilOf, type DayNumber, dayNumber, isoWeekOf, mondayOf } from '../time/local-date.ts';

export type PeriodKind = 'weekly' | 'monthly' | 'quarterly';

export interface Period {
  kind: PeriodKind;
  /** `2026-W24`, `2026-06` or `2026-Q2`. */
  id: string;
  fromDay: DayNumber;
  /** The first day after it. */
  untilDay: DayNumber;
}

const DAYS_OF_WEEK = 7;
const MONTHS = { monthly: 1, quarterly: 3 } as const;

/**
 * The period in which a day lies.
 * @example
 * periodOf('weekly', dayNumber(2027, 1, 1)).id // '2026-W53'
 * periodOf('monthly', dayNumber(2026, 6, 8)).id // '2026-06'
 * periodOf('quarterly', dayNumber(2026, 6, 8)).id // '2026-Q2'
 */
export function periodOf(kind: PeriodKind, day: DayNumber): Period {
  if (kind === 'weekly') {
    const monday = mondayOf(day);
    return { kind, id: isoWeekOf(monday), fromDay: monday, untilDay: monday + DAYS_OF_WEEK };
  }
  const { year, month } = civilOf(day);
  const length = MONTHS[kind];
  const first = month - ((month - 1) % length);
  const after = first + length;
  const name = kind === 'monthly' ? String(month).padStart(2, '0') : `Q${(first + 2) / 3}`;
  return {
    kind,
    id: `${String(year).padStart(4, '0')}-${name}`,
    fromDay: dayNumber(year, first, 1),
    untilDay: after > 12 ? dayNumber(year + 1, after - 12, 1) : dayNumber(year, after, 1),
  };
}

/**
 * Every period of a kind that has a day in `[fromDay, untilDay)`, oldest first.
 * @example
 * periodsBetween('quarterly', dayNumber(2026, 6, 30), dayNumber(2026, 7, 2)).map(({ id }) => id) // ['2026-Q2', '2026-Q3']
 * periodsBetween('weekly', dayNumber(2026, 6, 8), dayNumber(2026, 6, 8)) // []
 */
export function periodsBetween(kind: PeriodKind, fromDay: DayNumber, untilDay: DayNumber): Period[] {
  const periods: Period[] = [];
  for (let day = fromDay; day < untilDay; ) {
    const period = periodOf(kind, day);
    periods.push(period);
    day = period.untilDay;
  }
  return periods;
}

/** The period of a day and the `back` complete ones before it, oldest first. */
export function periodsUpTo(kind: PeriodKind, day: DayNumber, back: number): Period[] {
  const periods = [periodOf(kind, day)];
  while (periods.length <= back) periods.unshift(periodOf(kind, periods[0]!.fromDay - 1));
  return periods;
}
