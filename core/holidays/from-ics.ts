/** Days off from an iCalendar file: its all-day events, recurring ones too. Loaded only where a file is chosen. */
import { type Problem, problem } from '../problem.ts';
import type { DayOff, DayOffKind } from '../time/calendar.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '../time/local-date.ts';

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
  const { default: ical } = await import('ical.js');
  let events: InstanceType<typeof ical.Event>[];
  try {
    const root = new ical.Component(ical.parse(text));
    events = root.getAllSubcomponents('vevent').map((event) => new ical.Event(event));
  } catch (error) {
    return problem('value-invalid', ['ics'], {
      entry: '.ics',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  const reading: IcsReading = { daysOff: [], leftOut: [] };
  const [first, last] = [parseLocalDate(choice.from), parseLocalDate(choice.until)];
  if (typeof first !== 'number') return first;
  if (typeof last !== 'number') return last;
  let occurrences = 0;
  for (const event of events) {
    if (event.component.getFirstPropertyValue('status') === 'CANCELLED' || event.isRecurrenceException())
      continue;
    const name = event.summary ?? '';
    if (!event.startDate?.isDate) {
      reading.leftOut.push(name);
      continue;
    }
    const days = Math.max(1, dayOf(event.endDate) - dayOf(event.startDate));
    const starts = event.iterator();
    for (let start = starts.next(); start; start = starts.next()) {
      const day = dayOf(start);
      if (day > last) break;
      if (++occurrences > MAX_OCCURRENCES) {
        return problem('value-invalid', ['ics'], { entry: name, detail: String(occurrences) });
      }
      for (let off = Math.max(day, first); off < day + days && off <= last; off++) {
        reading.daysOff.push({ date: formatLocalDate(off), name, kind: choice.kind });
      }
    }
  }
  reading.daysOff.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return reading;
}

function dayOf({ year, month, day }: { year: number; month: number; day: number }): number {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const number = parseLocalDate(date);
  return typeof number === 'number' ? number : Number.NaN;
}
