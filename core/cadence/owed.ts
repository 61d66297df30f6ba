/** Whether a period owes something: at least half of its regular business days lie in the term and are open. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Terms } from '../engagement/terms.ts';
import { type DayNumber, parseLocalDate } from '../time/local-date.ts';
import { calendarDaysOf } from './calendar-days.ts';
import type { Period } from './period.ts';
import { termsTimeline } from './terms-timeline.ts';

export interface OwedDays {
  /** Regular business days of the whole period. */
  regularDays: number;
  /** Those of them that lie in the term, under terms that state it, and are not closed. */
  openDays: number;
}

/** Counts the days of a period on which something is stated; `states` tells it from the terms of a date. */
export function owedDays(
  book: DirectoryBook,
  engagement: Engagement,
  period: Period,
  states: (terms: Terms) => boolean,
): OwedDays {
  const days = calendarDaysOf(book, engagement);
  const term = termDays(engagement);
  const timeline = termsTimeline(book, engagement);
  let openDays = 0;
  for (const [index, stretch] of timeline.entries()) {
    if (!states(stretch.terms)) continue;
    const nextDay = timeline[index + 1]?.fromDay ?? Number.POSITIVE_INFINITY;
    const fromDay = Math.max(period.fromDay, stretch.fromDay, term.fromDay);
    const untilDay = Math.min(period.untilDay, nextDay, term.untilDay);
    if (fromDay < untilDay) openDays += days.countRegular(fromDay, untilDay, 'open');
  }
  return { regularDays: days.countRegular(period.fromDay, period.untilDay, 'all'), openDays };
}

/** Reading "Weeks": half of them is enough; a period without any regular business day owes nothing. */
export function isOwed({ regularDays, openDays }: OwedDays): boolean {
  return openDays > 0 && openDays * 2 >= regularDays;
}

interface Days {
  fromDay: DayNumber;
  untilDay: DayNumber;
}

/** Every deliverable asks for it in every period. */
const knownTerms = new WeakMap<Engagement, Days>();

/** The term as days, `[fromDay, untilDay)`; an end that is not given lies infinitely far away. */
export function termDays(engagement: Engagement): Days {
  let days = knownTerms.get(engagement);
  if (!days) {
    days = readTerm(engagement);
    knownTerms.set(engagement, days);
  }
  return days;
}

function readTerm({ from, until }: Engagement): Days {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : parseLocalDate(from);
  const last = until === undefined ? Number.POSITIVE_INFINITY : parseLocalDate(until);
  return {
    fromDay: typeof first === 'number' ? first : Number.NEGATIVE_INFINITY,
    untilDay: typeof last === 'number' ? last + 1 : Number.POSITIVE_INFINITY,
  };
}

/** Share of the period's business time, as far as it lies in the term, that has run at an instant; 0–1. */
export function usedShareOf(
  book: DirectoryBook,
  engagement: Engagement,
  period: Period,
  nowMs: number,
): number {
  const clock = clockOf(book, engagement);
  const term = termDays(engagement);
  const startMs = clock.instantOf(Math.max(period.fromDay, term.fromDay), 0);
  const endMs = clock.instantOf(Math.min(period.untilDay, term.untilDay), 0);
  const whole = clock.elapsed(startMs, endMs);
  if (whole <= 0) return nowMs < startMs ? 0 : 1;
  return clock.elapsed(startMs, Math.min(Math.max(nowMs, startMs), endMs)) / whole;
}
