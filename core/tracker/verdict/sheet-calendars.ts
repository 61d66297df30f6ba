/** The Calendar tab as calendars with their closed days, and as time off of people. */
import type { NamedCalendar, TimeOff } from '../../engagement/schema.ts';
import type { Rulebook } from '../../rulebook/schema.ts';
import { formatLocalDate } from '../../time/local-date.ts';
import { dayOfSerial, type Row } from '../rows.ts';
import { CALENDAR_KINDS, type CalendarKind } from '../tabs/lists.ts';
import { isReversed, placeIn, type ReadDate, readDate, textOf } from './read-cell.ts';
import type { SheetBook } from './sheet-book.ts';

/** Stands for the calendar of engagements that name none: nobody's name is a space. */
export const UNNAMED = ' ';
/** Days before and after the day of the check whose closures are known: more than any rule looks at. */
const KNOWN_DAYS = 1100;

/** A calendar as people name it, whatever its case; an engagement without one has none of the closed days. */
export function calendarKey(row: Row | undefined): string {
  return textOf(row?.calendar).toLowerCase();
}

export interface Closure {
  calendar: string;
  fromDay: number;
  untilDay: number;
  kind: Exclude<CalendarKind, 'time-off'>;
}

/** The readable rows of the Calendar tab. */
export function readCalendarTab(sheet: SheetBook): { closures: Closure[]; timeOff: TimeOff[] } {
  const kinds = CALENDAR_KINDS.map((kind) => sheet.words.text(`tracker.kind-${kind}`));
  const closures: Closure[] = [];
  const timeOff: TimeOff[] = [];
  for (const row of sheet.rows.calendar ?? []) {
    const kind = CALENDAR_KINDS[placeIn(kinds, textOf(row.kind))];
    const days = daysOf(row);
    if (kind === undefined || !days) continue;
    if (kind === 'time-off') {
      const manager = sheet.managerAt(textOf(row.manager));
      if (manager >= 0) timeOff.push({ manager: String(manager), ...datesOf(days) });
    } else if (calendarKey(row) !== '') {
      const [fromDay, untilDay] = [dayOfSerial(days.from.serial), dayOfSerial(days.until.serial) + 1];
      closures.push({ calendar: calendarKey(row), fromDay, untilDay, kind });
    }
  }
  return { closures, timeOff };
}

interface Days {
  from: ReadDate;
  until: ReadDate;
}

const datesOf = ({ from, until }: Days) => ({ from: from.date, until: until.date });

/** The days of a row, one where it names no end; `null` where they cannot be read. */
function daysOf(row: Row): Days | null {
  const [from, until] = [readDate(row.from), readDate(row.until)];
  if (typeof from !== 'object' || until === 'unreadable' || isReversed(from, until)) return null;
  return { from, until: until === 'blank' ? from : until };
}

/** One calendar for each name that an engagement gives; its regular week is the rulebook's. */
export function calendarsOf(
  sheet: SheetBook,
  closures: readonly Closure[],
  { availability }: Rulebook,
  today: number,
): NamedCalendar[] {
  const days = new Map<string, Map<number, Closure['kind']>>();
  for (const { row } of sheet.engagements) days.set(calendarKey(row), new Map());
  for (const { calendar, fromDay, untilDay, kind } of closures) {
    const own = days.get(calendar);
    const last = Math.min(untilDay, today + KNOWN_DAYS);
    for (let day = Math.max(fromDay, today - KNOWN_DAYS); own && day < last; day++) own.set(day, kind);
  }
  return [...days].map(([id, closed]) => ({
    id: id === '' ? UNNAMED : id,
    // Dates in the sheet are local already.
    zone: 'UTC',
    week: availability.week,
    holidays: [...closed].map(([day, kind]) => ({ date: formatLocalDate(day), kind })),
  }));
}
