/** The days on which people are away, as ranges that neither touch nor overlap, by start. */
import { oncePerBook } from '../../cadence/remembered.ts';
import type { DirectoryBook } from '../../engagement/book.ts';
import { type DayNumber, parseLocalDate } from '../../time/local-date.ts';

/** `[fromDay, untilDay)`. */
export interface DayRange {
  fromDay: DayNumber;
  untilDay: DayNumber;
}

/** Days on which a manager is away; times off that touch or overlap are one. */
export function awayDaysOf(book: DirectoryBook, manager: string): DayRange[] {
  const known = rangesOf(book);
  let ranges = known.get(manager);
  if (!ranges) {
    ranges = merged(
      (book.timeOffOf.get(manager) ?? []).flatMap(({ from, until }) => {
        const [fromDay, lastDay] = [parseLocalDate(from), parseLocalDate(until)];
        return typeof fromDay === 'number' && typeof lastDay === 'number'
          ? { fromDay, untilDay: lastDay + 1 }
          : [];
      }),
    );
    known.set(manager, ranges);
  }
  return ranges;
}

/** The days that lie in both lists. */
export function overlapOf(a: readonly DayRange[], b: readonly DayRange[]): DayRange[] {
  const found: DayRange[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [first, second] = [a[i]!, b[j]!];
    const fromDay = Math.max(first.fromDay, second.fromDay);
    const untilDay = Math.min(first.untilDay, second.untilDay);
    if (fromDay < untilDay) found.push({ fromDay, untilDay });
    if (first.untilDay < second.untilDay) i++;
    else j++;
  }
  return found;
}

function merged(ranges: readonly DayRange[]): DayRange[] {
  const found: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.fromDay - b.fromDay)) {
    const last = found[found.length - 1];
    if (last && range.fromDay <= last.untilDay) last.untilDay = Math.max(last.untilDay, range.untilDay);
    else found.push({ ...range });
  }
  return found;
}

const rangesOf = oncePerBook(() => new Map<string, DayRange[]>());
