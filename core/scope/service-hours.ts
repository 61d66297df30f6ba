/** Rule `service-hours`: work on days off, or outside the hours of service, that was not announced beforehand. */
import { calendarDaysOf } from '../cadence/calendar-days.ts';
import type { Worked } from '../cadence/worked.ts';
import { clockOf } from '../engagement/book.ts';
import { onClause } from '../engagement/rest.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import type { ScopeRule } from './finding.ts';
import { findInActivities } from './parts/on-activities.ts';

export const serviceHours: ScopeRule = {
  id: 'service-hours',
  check(book) {
    const { clauses } = book.rulebook.availability;
    return findInActivities(book, (engagement) => {
      const days = calendarDaysOf(book, engagement);
      const clock = clockOf(book, engagement);
      return (worked) => {
        if (worked.activity.priorNotice) return null;
        if (!days.hasOpenTime(worked.day)) {
          return {
            rule: 'service-hours',
            message: 'service-hours-day-off',
            severity: 'violation',
            key: 'day-off',
            rests: onClause(clauses.weekends),
            values: {},
          };
        }
        if (isWithinHours(worked, clock)) return null;
        return {
          rule: 'service-hours',
          message: 'service-hours-outside',
          severity: 'warning',
          key: 'outside',
          rests: onClause(clauses.hours),
          values: {},
        };
      };
    });
  },
};

/** An activity known only by its date says nothing of the time of day. */
function isWithinHours({ atMs, ms }: Worked, clock: BusinessClock): boolean {
  if (atMs === null) return true;
  return clock.elapsed(atMs, atMs + ms) === ms && (ms > 0 || clock.isOpen(atMs));
}
