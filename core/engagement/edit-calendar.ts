/** Changes of one calendar of a directory: days added, one taken out. */
import type { DayOff, Override } from '../time/calendar.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Directory } from './directory-schema.ts';

export interface AddedDays {
  holidays: readonly DayOff[];
  /** Days with hours of their own. */
  halfDays: readonly Override[];
}

/**
 * Adds days to a calendar. What the calendar has for such a date already stays: a date that somebody wrote down
 * is worth more than one that comes out of a list.
 * @example
 * const directory = { calendars: [{ id: 'c', zone: 'UTC', week: {}, holidays: [{ date: '2026-05-01' }] }] };
 * addDays(directory, 'c', { holidays: [{ date: '2026-05-01' }, { date: '2026-12-25' }], halfDays: [] }).calendars[0].holidays.length // 2
 */
export function addDays(directory: Directory, calendarId: string, added: AddedDays): Directory {
  return change(directory, calendarId, (calendar) => {
    const holidays = calendar.holidays ?? [];
    const overrides = calendar.overrides ?? [];
    const taken = new Set([...holidays, ...overrides].map(({ date }) => date));
    const isFree = ({ date }: { date: LocalDate }) => !taken.has(date);
    return {
      ...calendar,
      holidays: byDate([...holidays, ...added.holidays.filter(isFree).map((off) => ({ ...off }))]),
      overrides: byDate([
        ...overrides,
        ...added.halfDays.filter(isFree).map((half) => ({ ...half, spans: [...half.spans] })),
      ]),
    };
  });
}

/** Takes whatever a calendar says of a date out of it. */
export function removeDay(directory: Directory, calendarId: string, date: LocalDate): Directory {
  return change(directory, calendarId, (calendar) => ({
    ...calendar,
    holidays: (calendar.holidays ?? []).filter((off) => off.date !== date),
    overrides: (calendar.overrides ?? []).filter((override) => override.date !== date),
  }));
}

type NamedCalendar = Directory['calendars'][number];

function change(
  directory: Directory,
  calendarId: string,
  edit: (calendar: NamedCalendar) => NamedCalendar,
): Directory {
  return {
    ...directory,
    calendars: directory.calendars.map((calendar) =>
      calendar.id === calendarId ? edit(calendar) : calendar,
    ),
  };
}

function byDate<T extends { date: string }>(days: readonly T[]): T[] {
  return [...days].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
