/** Days off of calendars and time off of people, from the one tab that holds both. */
import type { Directory } from '../engagement/directory-schema.ts';
import type { NamedCalendar } from '../engagement/schema.ts';
import { formatLocalDate } from '../time/local-date.ts';
import type { Reader } from './read-rows.ts';
import { dayOfSerial, type Row } from './rows.ts';
import { readDate } from './verdict/read-cell.ts';

/** A row that is longer than a leap year is a slip of the pen. */
const MOST_DAYS = 366;

export type Holidays = NonNullable<NamedCalendar['holidays']>;

export interface Days {
  holidays: ReadonlyMap<string, Holidays>;
  timeOff: NonNullable<Directory['timeOff']>;
}

export function daysIn(reader: Reader): Days {
  const holidays = new Map<string, Holidays>();
  const timeOff: Days['timeOff'] = [];
  reader.each(['from', 'until', 'kind', 'calendar', 'manager', 'name'], (row) => {
    const from = row.date('from');
    const until = row.date('until') ?? from;
    if (from === undefined) row.needed('from');
    const kind = row.text('kind') === undefined ? row.needed('kind') : row.listed('kind', 'kind');
    if (from === undefined || until === undefined) return null;
    const [manager, calendar] = [row.text('manager'), row.text('calendar')];
    if (manager !== undefined) timeOff.push({ manager, from, until, reason: row.text('name') });
    else if (calendar !== undefined) {
      const own = holidays.get(calendar) ?? [];
      own.push(...daysBetween(row.row, kind, row.text('name')));
      holidays.set(calendar, own);
    } else row.needed('calendar');
    return null;
  });
  return { holidays, timeOff };
}

function daysBetween({ from, until }: Row, kind: string | undefined, name: string | undefined): Holidays {
  const [first, last] = [readDate(from), readDate(until)];
  if (typeof first !== 'object') return [];
  const length = typeof last === 'object' ? last.serial - first.serial + 1 : 1;
  return Array.from({ length: Math.min(Math.max(length, 0), MOST_DAYS) }, (_, day) => ({
    date: formatLocalDate(dayOfSerial(first.serial + day)),
    kind: kind as 'holiday' | 'training' | 'closure',
    name,
  }));
}
