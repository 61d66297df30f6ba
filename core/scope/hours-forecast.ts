/** Rule `hours-forecast`: the hours to which the running week will come if it goes on at its pace. */
import { hoursToMs } from '../cadence/worked.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import { mondayOf } from '../time/local-date.ts';
import type { Finding, Moment, ScopeRule } from './finding.ts';
import { aboutEngagement } from './parts/about.ts';
import { forecastOf } from './parts/forecast.ts';
import { hoursLimitOf, showHours, weekOf } from './parts/hours.ts';

export const hoursForecast: ScopeRule = {
  id: 'hours-forecast',
  check(book, moment) {
    return book.directory.engagements.flatMap((engagement) => finding(book, engagement, moment) ?? []);
  },
};

/** Nothing where the week is over its limit already: that is a finding of its own. */
function finding(book: DirectoryBook, engagement: Engagement, moment: Moment): Finding | null {
  const monday = mondayOf(clockOf(book, engagement).localDayOf(moment.nowMs));
  const limit = hoursLimitOf(book, engagement, monday);
  if (!limit) return null;
  const { ms, week, activities } = weekOf(book, engagement, monday);
  const limitMs = hoursToMs(limit.limit);
  if (ms === 0 || ms > limitMs) return null;
  const forecast = forecastOf(book, engagement, moment);
  if (!forecast || forecast.ms <= limitMs) return null;
  const hours = showHours(ms, limit.limit);
  return {
    rule: 'hours-forecast',
    message: 'hours-forecast',
    severity: 'warning',
    subject: aboutEngagement(engagement.id),
    rests: limit.rests,
    values: { used: hours, limit: limit.limit, week, forecast: showHours(forecast.ms, limit.limit) },
    rows: activities.map((id) => ({ kind: 'activity', engagement: engagement.id, row: id })),
    since: week,
    steps: [
      { step: 'hours-of-week', values: { week, hours, limit: limit.limit } },
      { step: 'pace', values: { elapsedMs: forecast.elapsedMs, totalMs: forecast.totalMs } },
      {
        step: 'pace-sum',
        values: { forecast: showHours(forecast.ms, limit.limit), limit: limit.limit },
      },
    ],
    readings: ['forecast', 'weeks'],
  };
}
