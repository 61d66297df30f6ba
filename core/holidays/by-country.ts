/**
 * Public holidays of a country, a state and a region, for the years asked for. The library and its data are
 * loaded only when somebody chooses holidays: no verdict needs them, a directory holds plain dates.
 */
import type { HolidaysTypes } from 'date-holidays';
import { type ProblemOf, problem } from '../problem.ts';
import type { Calendar, DayOff, Override, Span } from '../time/calendar.ts';
import { WEEKDAYS } from '../time/calendar.ts';
import { formatLocalDate, parseLocalDate, weekdayOf } from '../time/local-date.ts';
import { DAY_MS } from '../time/units.ts';

export interface HolidayChoice {
  /** ISO 3166-1 code, and the library's codes of state and region where the country has them. */
  country: string;
  state?: string;
  region?: string;
  firstYear: number;
  lastYear: number;
  /** Language of the names; English, then the country's own, where the library has none in it. */
  language: string;
}

export interface ChosenHolidays {
  holidays: DayOff[];
  /** Dates of which only a part is off, with the regular hours that are left. */
  halfDays: Override[];
}

/**
 * The public and bank holidays of a choice, substitute days included, as the library states them; observances
 * and school holidays are no days off. A holiday that begins in the afternoon leaves the morning's hours as a
 * half day. A country that the library does not know is a problem.
 * @example
 * (await holidaysByCountry({ country: 'DE', firstYear: 2026, lastYear: 2026, language: 'de' }, {})).holidays[0] // { date: '2026-01-01', name: 'Neujahr', kind: 'holiday' }
 */
export async function holidaysByCountry(
  choice: HolidayChoice,
  week: Calendar['week'],
): Promise<ChosenHolidays | ProblemOf<'missing-entry'>> {
  const { default: Library } = await import('date-holidays');
  const { country, state = '', region = '', language } = choice;
  const library = new Library();
  const known =
    country in (library.getCountries(language) ?? {}) &&
    (state === '' || state in (library.getStates(country, language) ?? {})) &&
    (region === '' || region in (library.getRegions(country, state, language) ?? {}));
  if (!known) {
    const id = [country, state, region].filter(Boolean).join('-');
    return problem('missing-entry', ['country'], { entry: id, kind: 'country', id });
  }
  library.init(country, state, region, { languages: [language, 'en'] });
  const chosen: ChosenHolidays = { holidays: [], halfDays: [] };
  for (let year = choice.firstYear; year <= choice.lastYear; year++) {
    for (const holiday of library.getHolidays(year, choice.language)) {
      if (holiday.type === 'public' || holiday.type === 'bank') add(chosen, holiday, week);
    }
  }
  return chosen;
}

/**
 * Countries, or the states of one, or the regions of one of its states, by code; empty where there are none.
 * @example
 * (await holidayPlaces('de')).DE // 'Deutschland'
 */
export async function holidayPlaces(
  language: string,
  country?: string,
  state?: string,
): Promise<Record<string, string>> {
  const { default: Library } = await import('date-holidays');
  const library = new Library();
  if (country === undefined) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const codes = Object.keys(library.getCountries(language) ?? {});
    return Object.fromEntries(codes.map((code) => [code, names.of(code) ?? code]));
  }
  if (state === undefined) return library.getStates(country, language) ?? {};
  return library.getRegions(country, state, language) ?? {};
}

function add(chosen: ChosenHolidays, holiday: HolidaysTypes.Holiday, week: Calendar['week']): void {
  // `date` is the local date at the holiday's own place; `start` and `end` are instants there.
  const [date, time = '00:00'] = holiday.date.split(' ') as [string, string?];
  const first = parseLocalDate(date);
  if (typeof first !== 'number') return;
  const { name } = holiday;
  const begins = time.slice(0, 5);
  if (begins !== '00:00') {
    const regular = week[WEEKDAYS[weekdayOf(first)]!] ?? [];
    chosen.halfDays.push({ date, name, spans: before(regular, begins) });
    return;
  }
  const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
  for (let day = first; day < first + days; day++) {
    chosen.holidays.push({ date: formatLocalDate(day), name, kind: 'holiday' });
  }
}

/** What is left of a day's regular spans before a wall time. */
function before(spans: readonly Span[], time: string): Span[] {
  return spans
    .filter(({ from }) => from < time)
    .map(({ from, to }) => ({ from, to: to <= from || to > time ? time : to }));
}
