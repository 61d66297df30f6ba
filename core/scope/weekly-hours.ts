/** Rule `weekly-hours`: the hours of one engagement in one ISO week of its own zone. */
import { hoursToMs } from '../cadence/worked.ts';
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import { formatLocalDate, mondayOf } from '../time/local-date.ts';
import { type Finding, type FindingStep, type ScopeRule, severityOf, type Usage } from './finding.ts';
import { aboutEngagement } from './parts/about.ts';
import { forecastOf } from './parts/forecast.ts';
import { hoursLimitOf, showHours, type WeekOfHours, weekOf, weeksOf } from './parts/hours.ts';

export { hoursByWeek, showHours, type WeekOfHours } from './parts/hours.ts';
export { hoursToMs };

export const weeklyHours: ScopeRule = {
  id: 'weekly-hours',
  check(book) {
    return book.directory.engagements.flatMap((engagement) =>
      weeksOf(book, engagement).flatMap((week) => finding(book, engagement, week) ?? []),
    );
  },
  usage(book, engagement, moment): Usage | null {
    const monday = mondayOf(clockOf(book, engagement).localDayOf(moment.nowMs));
    const limit = hoursLimitOf(book, engagement, monday);
    if (!limit) return null;
    const { ms } = weekOf(book, engagement, monday);
    const forecast = forecastOf(book, engagement, moment);
    return {
      rule: 'weekly-hours',
      used: showHours(ms, limit.limit),
      limit: limit.limit,
      severity: severityOf(ms, hoursToMs(limit.limit), book.rulebook.readings.warnFromShare),
      rests: limit.rests,
      from: 'activities',
      ...(forecast && { forecast: showHours(forecast.ms, limit.limit) }),
    };
  },
};

function finding(book: DirectoryBook, engagement: Engagement, week: WeekOfHours): Finding | null {
  if (week.ms === 0) return null;
  const limit = hoursLimitOf(book, engagement, week.monday);
  const severity = limit && severityOf(week.ms, hoursToMs(limit.limit), book.rulebook.readings.warnFromShare);
  if (!limit || !severity) return null;
  const used = showHours(week.ms, limit.limit);
  return {
    rule: 'weekly-hours',
    message: severity === 'violation' ? 'weekly-hours-over' : 'weekly-hours-near',
    severity,
    subject: aboutEngagement(engagement.id),
    rests: limit.rests,
    values: { used, limit: limit.limit, week: week.week },
    rows: week.activities.map((id) => ({ kind: 'activity', engagement: engagement.id, row: id })),
    since: week.week,
    steps: [...daySteps(week), { step: 'hours-sum', values: { hours: used, limit: limit.limit } }],
    readings: ['weeks'],
  };
}

function daySteps({ monday, daysMs }: WeekOfHours): FindingStep[] {
  return daysMs.flatMap((ms, index): FindingStep[] =>
    ms === 0
      ? []
      : [
          {
            step: 'hours-of-day',
            values: { date: formatLocalDate(monday + index), hours: showHours(ms, null) },
          },
        ],
  );
}
