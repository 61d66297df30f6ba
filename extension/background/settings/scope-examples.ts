/** What the readings about scope make of an example: made-up weeks, terms and periods, judged by core. */
import { periodsUpTo } from '#core/cadence/period.ts';
import { openDirectory } from '#core/engagement/book.ts';
import { sayDate, sayInstant } from '#core/language/time-words.ts';
import type { Readings } from '#core/rulebook/schema.ts';
import { sustainedHours } from '#core/scope/sustained-hours.ts';
import { hoursToMs, showHours } from '#core/scope/weekly-hours.ts';
import type { BusinessClock } from '#core/time/business-clock.ts';
import { civilOf, dayNumber, formatLocalDate, mondayOf } from '#core/time/local-date.ts';
import type { ScopeExamples } from '../../platform/settings-messages.ts';

const LIMIT = 10;
const OVER = 12;
const WITHIN = 9;
const SO_FAR = 3;
const DAYS_OF_WEEK = 7;
const DECEMBER = 12;
const LAST_DAY = 31;

interface Around {
  /** Regular hours: an example that falls on a holiday would explain nothing. */
  clock: BusinessClock;
  language: string;
  nowMs: number;
}

export function scopeExamples(
  readings: Required<Readings>,
  { clock, language, nowMs }: Around,
): ScopeExamples {
  const { forecastFromShare, missedPeriods, sustainedOverrun, termEndingDays } = readings;
  const today = clock.localDayOf(nowMs);
  const monday = mondayOf(today);
  const startMs = clock.instantOf(monday, 0);
  const weekMs = clock.elapsed(startMs, clock.instantOf(monday + DAYS_OF_WEEK, 0));
  const from = clock.add(startMs, weekMs * forecastFromShare);
  const firstOf = (kind: 'weekly' | 'monthly' | 'quarterly') =>
    sayDate(periodsUpTo(kind, today, missedPeriods)[0]!.fromDay, language);
  const until = dayNumber(civilOf(today).year, DECEMBER, LAST_DAY);
  return {
    sustained: sustained(sustainedOverrun, monday),
    forecast: {
      from: typeof from === 'number' ? sayInstant(from, { language, zone: clock.zone }) : '',
      hours: SO_FAR,
      forecast: showHours(hoursToMs(SO_FAR) / forecastFromShare, LIMIT),
    },
    missed: { weekly: firstOf('weekly'), monthly: firstOf('monthly'), quarterly: firstOf('quarterly') },
    ending: { from: sayDate(until - termEndingDays, language), until: sayDate(until, language) },
  };
}

/** As few weeks over the limit as the reading asks for, the others within it. */
function sustained(
  sustainedOverrun: Readings['sustainedOverrun'],
  running: number,
): ScopeExamples['sustained'] {
  const weeks = Array.from({ length: sustainedOverrun.weeks }, (_, index) =>
    index < sustainedOverrun.weeks - sustainedOverrun.over ? WITHIN : OVER,
  );
  const engagement = 'example';
  const book = openDirectory({
    format: 'dueline-directory',
    version: 1,
    rulebook: { use: 'service-management', readings: { sustainedOverrun } },
    calendars: [{ id: engagement, zone: 'UTC', week: { mon: [{ from: '09:00', to: '17:00' }] } }],
    managers: [{ id: engagement, name: engagement }],
    customers: [{ id: engagement, name: engagement }],
    engagements: [
      { id: engagement, customer: engagement, tier: 'premium', manager: engagement, calendar: engagement },
    ],
    activities: weeks.map((hours, index) => ({
      id: String(index),
      engagement,
      date: formatLocalDate(running - DAYS_OF_WEEK * (weeks.length - index)),
      hours,
    })),
  });
  if (Array.isArray(book)) throw new Error(`an example cannot be opened: ${book[0]?.code}`);
  const average = weeks.reduce((sum, hours) => sum + hours, 0) / weeks.length;
  return {
    weeks,
    average: showHours(hoursToMs(average), LIMIT),
    limit: LIMIT,
    isFound:
      sustainedHours.check(book, { nowMs: book.clocks.get(engagement)!.instantOf(running, 0) }).length > 0,
  };
}
