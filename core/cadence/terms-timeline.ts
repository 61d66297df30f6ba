/** An engagement's terms over time: one stretch for each dated change of its contract. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import { type Terms, termsOn } from '../engagement/terms.ts';
import { type DayNumber, type LocalDate, parseLocalDate } from '../time/local-date.ts';
import { oncePerEngagement } from './remembered.ts';

export interface TermsStretch {
  /** First day of the stretch; the first of all begins before every day. */
  fromDay: DayNumber;
  terms: Terms;
}

/** Sorts before every date. */
export const BEGINNING: LocalDate = '0000-00-00';

/** The stretches of an engagement's terms, oldest first; at least one. */
export const termsTimeline = oncePerEngagement((book, engagement): TermsStretch[] => {
  const starts = new Set([BEGINNING, ...(engagement.changes ?? []).map((change) => change.from)]);
  return [...starts].sort().map((from) => {
    const day = parseLocalDate(from);
    return {
      fromDay: typeof day === 'number' ? day : Number.NEGATIVE_INFINITY,
      terms: termsOn(engagement, book.rulebook, from),
    };
  });
});

/** The terms on a day: those of the last stretch that has begun. */
export function termsIn(timeline: readonly TermsStretch[], day: DayNumber): Terms {
  let low = 0;
  let high = timeline.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (timeline[middle]!.fromDay <= day) low = middle;
    else high = middle - 1;
  }
  return timeline[low]!.terms;
}

/** The terms of an engagement at an instant, in its own zone. */
export function termsNow(book: DirectoryBook, engagement: Engagement, nowMs: number): Terms {
  return termsIn(termsTimeline(book, engagement), clockOf(book, engagement).localDayOf(nowMs));
}
