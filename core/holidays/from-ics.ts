/** Days off from an iCalendar file: its all-day events, recurring ones too. Loaded only where a file is chosen. */
import type ical from 'ical.js';
import { isProblem, type Problem, problem } from '../problem.ts';
import type { DayOff, DayOffKind } from '../time/calendar.ts';
import { type DayNumber, formatLocalDate, type LocalDate, parseLocalDate } from '../time/local-date.ts';

type Event = ical.Event;

export interface IcsChoice {
  /** Recurring events are followed from this date … */
  from: LocalDate;
  /** … to this one, both inclusive. */
  until: LocalDate;
  /** What the file's events are. */
  kind: DayOffKind;
}

export interface IcsReading {
  daysOff: DayOff[];
  /** Names of events with a time of day: they are no days off, and are said to be left out. */
  leftOut: string[];
}

/** A file with more occurrences than this is refused: no calendar of days off has so many. */
const MAX_OCCURRENCES = 20_000;

/**
 * Reads the all-day events of an .ics text within a range of dates. `DTSTART;VALUE=DATE:20260918` is the
 * holiday 2026-09-18 in every zone. An event over several days is off on each; its `DTEND` is exclusive.
 * Cancelled events are none. A text that is no iCalendar is a problem.
 * @example
 * (await daysOffFromIcs('hello', { from: '2026-01-01', until: '2026-12-31', kind: 'holiday' })).code // 'value-invalid'
 */
export async function daysOffFromIcs(text: string, choice: IcsChoice): Promise<IcsReading | Problem> {
  const [first, last] = [parseLocalDate(choice.from), parseLocalDate(choice.until)];
  if (isProblem(first)) return first;
  if (isProblem(last)) return last;
  const events = await eventsIn(text);
  if (isProblem(events)) return events;
  const reading: IcsReading = { daysOff: [], leftOut: [] };
  const budget = { occurrences: MAX_OCCURRENCES };
  for (const event of events) {
    const read = readEvent(event, { first, last, kind: choice.kind, budget });
    if (isProblem(read)) return read;
    if ('leftOut' in read) reading.leftOut.push(read.leftOut);
    else reading.daysOff.push(...read.daysOff);
  }
  reading.daysOff.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return reading;
}

/** The events of a file, but for cancelled ones and exceptions, which their recurring event knows itself. */
async function eventsIn(text: string): Promise<Event[] | Problem> {
  const { default: library } = await import('ical.js');
  try {
    return new library.Component(library.parse(text))
      .getAllSubcomponents('vevent')
      .filter((component) => component.getFirstPropertyValue('status') !== 'CANCELLED')
      .map((component) => new library.Event(component))
      .filter((event) => !event.isRecurrenceException());
  } catch (error) {
    return problem('value-invalid', ['ics'], {
      entry: '.ics',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

interface Range {
  first: DayNumber;
  last: DayNumber;
  kind: DayOffKind;
  budget: { occurrences: number };
}

/** The library reads a value only once it is asked for it, and throws for what it cannot read. */
function readEvent(
  event: Event,
  { first, last, kind, budget }: Range,
): { daysOff: DayOff[] } | { leftOut: string } | Problem {
  let name = '';
  try {
    name = event.summary ?? '';
    if (!event.startDate?.isDate) return { leftOut: name };
    const dates = datesOf(event, first, last, budget);
    if (dates) return { daysOff: dates.map((date) => ({ date, name, kind })) };
    return problem('value-invalid', ['ics'], { entry: name, detail: String(MAX_OCCURRENCES + 1) });
  } catch (error) {
    return problem('value-invalid', ['ics'], {
      entry: name || '.ics',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Every date of every occurrence within the range; `null` where there are more occurrences than the budget has. */
function datesOf(
  event: Event,
  first: DayNumber,
  last: DayNumber,
  budget: { occurrences: number },
): LocalDate[] | null {
  const days = Math.max(1, dayOf(event.endDate) - dayOf(event.startDate));
  const dates: LocalDate[] = [];
  const starts = event.iterator();
  for (let start = starts.next(); start; start = starts.next()) {
    const day = dayOf(start);
    if (day > last) break;
    if (--budget.occurrences < 0) return null;
    for (let off = Math.max(day, first); off < day + days && off <= last; off++)
      dates.push(formatLocalDate(off));
  }
  return dates;
}

function dayOf({ year, month, day }: { year: number; month: number; day: number }): number {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const number = parseLocalDate(date);
  return typeof number === 'number' ? number : Number.NaN;
}
