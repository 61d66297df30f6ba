/** A calendar of the directory over a year. */
import { translator } from '#core/language/index.ts';
import { problem } from '#core/problem.ts';
import { calendarYear } from '#core/time/calendar-year.ts';
import type { Refusal } from '../../platform/messages.ts';
import type { CalendarYear } from '../../platform/settings-messages.ts';
import { currentDirectory } from '../directory.ts';
import { refusal } from '../say.ts';
import { hoursRows } from '../say-customer.ts';
import { surfaceLanguage } from '../speak.ts';

export async function calendarYearOf(asked: {
  calendar: string;
  year: number;
}): Promise<CalendarYear | Refusal> {
  const { book } = await currentDirectory();
  const language = await surfaceLanguage();
  const calendar = book?.directory.calendars.find(({ id }) => id === asked.calendar);
  const clock = book?.clocks.get(asked.calendar);
  if (!calendar || !clock) {
    const entry = { entry: asked.calendar, kind: 'calendar', id: asked.calendar };
    return refusal(problem('missing-entry', [], entry), translator(language));
  }
  return {
    kind: 'calendar-year',
    zone: calendar.zone,
    hours: hoursRows(calendar.week, language),
    week: calendar.week,
    days: calendarYear(calendar, clock, asked.year),
  };
}
