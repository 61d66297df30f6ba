/** Which deliverable, and which weekly call, is due, done or missed in each period. */
import { clockOf, type DirectoryBook } from '../engagement/book.ts';
import { onClause, type Rest } from '../engagement/rest.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Terms } from '../engagement/terms.ts';
import type { Frequency, Grant } from '../rulebook/schema.ts';
import type { DayNumber } from '../time/local-date.ts';
import { grantOf } from './grants.ts';
import { isOwed, type OwedDays, owedDays } from './owed.ts';
import { type Period, type PeriodKind, periodsUpTo } from './period.ts';
import { oncePerBook, oncePerEngagement } from './remembered.ts';
import { termsNow, termsTimeline } from './terms-timeline.ts';
import { type Worked, workedOf } from './worked.ts';

/**
 * `done`: an activity of that deliverable lies in the period. Without one, `not-owed` where less than half of
 * the period's regular business days count, `missed` once the period is over, `due` until then.
 */
export type CadenceState = 'done' | 'due' | 'missed' | 'not-owed';

export interface PeriodCadence extends OwedDays {
  period: Period;
  state: CadenceState;
  /** Ids of the activities that did it. */
  doneBy: string[];
}

export interface DeliverableCadence {
  deliverable: string;
  /** `null`: the source states no frequency. */
  frequency: Frequency | null;
  rests: Rest;
  /** Oldest first, the running one last; none for `as-needed` and where no frequency is stated. */
  periods: PeriodCadence[];
}

export interface CadenceOptions {
  nowMs: number;
  /** Complete periods to look back at, beside the running one. */
  back: number;
}

/**
 * The cadence of every deliverable that an engagement's terms include now, or included in a period looked at.
 * Periods are cut in the zone of the engagement; reading "Weeks": a period owes its deliverable when at least
 * half of its regular business days lie in the term and are not closed.
 * @example
 * const parts = { managers: [{ id: 'M', name: 'Mia' }], customers: [{ id: 'C', name: 'Nordwind' }], calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: serviceManagement.availability.week }] };
 * const engagement = { id: 'E', customer: 'C', tier: 'premium', manager: 'M', calendar: 'berlin' };
 * const activities = [{ id: 'A', engagement: 'E', date: '2026-06-08', hours: 10.01, deliverable: 'service-reviews' }];
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, ...parts, engagements: [engagement], activities });
 * const june = cadenceOf(book, engagement, { nowMs: Date.parse('2026-06-12T12:00+02:00'), back: 1 });
 * june.find(({ deliverable }) => deliverable === 'service-reviews').periods.map(({ period, state }) => [period.id, state]) // [['2026-05', 'missed'], ['2026-06', 'done']]
 */
export function cadenceOf(
  book: DirectoryBook,
  engagement: Engagement,
  options: CadenceOptions,
): DeliverableCadence[] {
  const clock = clockOf(book, engagement);
  const timeline = termsTimeline(book, engagement);
  const now = termsNow(book, engagement, options.nowMs);
  const today = clock.localDayOf(options.nowMs);
  const done = doneByDeliverable(book, engagement);
  const found = new Map<string, DeliverableCadence>();
  for (const { terms } of timeline) {
    for (const grant of terms.tier.grants) {
      const { deliverable } = grant;
      const frequency = frequencyOf(grant);
      const key = `${deliverable} ${frequency}`;
      if (!grant.included || found.has(key)) continue;
      const periods = periodsOf(frequency, today, options.back).map((period) => {
        const days = owedDays(book, engagement, period, (other) => states(other, deliverable, period.kind));
        return judge(period, days, done.get(deliverable) ?? [], today);
      });
      if (terms.tier !== now.tier && !periods.some(isOwed)) continue;
      found.set(key, {
        deliverable,
        frequency,
        rests: onClause(grant.delivery?.clause ?? grant.clause),
        periods,
      });
    }
  }
  return [...found.values()];
}

/**
 * The weekly calls of an engagement, oldest first, the running week last; empty where its terms ask for none.
 * The call is one with the customer: it counts for all engagements of that customer with the same manager.
 * @example
 * const parts = { managers: [{ id: 'M', name: 'Mia' }], customers: [{ id: 'C', name: 'Nordwind' }], calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: serviceManagement.availability.week }] };
 * const engagement = { id: 'E', customer: 'C', tier: 'premium', manager: 'M', calendar: 'berlin' };
 * const activities = [{ id: 'A', engagement: 'E', date: '2026-06-08', hours: 10.01, deliverable: 'service-reviews' }];
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, ...parts, engagements: [engagement], activities });
 * weeklyCallsOf(book, engagement, { nowMs: Date.parse('2026-06-12T12:00+02:00'), back: 1 }).map(({ period, state }) => [period.id, state]) // [['2026-W23', 'missed'], ['2026-W24', 'due']]
 */
export function weeklyCallsOf(
  book: DirectoryBook,
  engagement: Engagement,
  options: CadenceOptions,
): PeriodCadence[] {
  if (!termsTimeline(book, engagement).some(({ terms }) => terms.weeklyCall)) return [];
  const today = clockOf(book, engagement).localDayOf(options.nowMs);
  const calls = callsByPair(book).get(pairOf(engagement)) ?? [];
  return periodsUpTo('weekly', today, options.back).map((period) =>
    judge(
      period,
      owedDays(book, engagement, period, ({ weeklyCall }) => weeklyCall !== null),
      calls,
      today,
    ),
  );
}

function judge(period: Period, days: OwedDays, done: readonly Worked[], today: DayNumber): PeriodCadence {
  const doneBy = done
    .filter(({ day }) => period.fromDay <= day && day < period.untilDay)
    .map(({ activity }) => activity.id);
  const open = period.untilDay <= today ? 'missed' : 'due';
  const state = doneBy.length > 0 ? 'done' : isOwed(days) ? open : 'not-owed';
  return { period, state, ...days, doneBy };
}

function frequencyOf(grant: Grant): PeriodKind | 'as-needed' | null {
  return grant.delivery?.frequency ?? null;
}

/** The periods to look at; none for `as-needed` and where no frequency is stated. */
function periodsOf(frequency: PeriodKind | 'as-needed' | null, today: DayNumber, back: number): Period[] {
  return frequency === null || frequency === 'as-needed' ? [] : periodsUpTo(frequency, today, back);
}

function states(terms: Terms, deliverable: string, frequency: Frequency): boolean {
  const grant = grantOf(terms.tier, deliverable);
  return grant?.included === true && grant.delivery?.frequency === frequency;
}

/** What was done of each deliverable, in the order of the directory. */
export const doneByDeliverable = oncePerEngagement((book, engagement) => {
  const done = new Map<string, Worked[]>();
  for (const worked of workedOf(book, engagement)) {
    const { deliverable } = worked.activity;
    if (deliverable !== undefined) push(done, deliverable, worked);
  }
  return done;
});

const callsByPair = oncePerBook((book) => {
  const calls = new Map<string, Worked[]>();
  for (const engagement of book.directory.engagements) {
    for (const worked of workedOf(book, engagement)) {
      if (worked.activity.weeklyCall) push(calls, pairOf(engagement), worked);
    }
  }
  return calls;
});

function pairOf({ customer, manager }: Engagement): string {
  return JSON.stringify([customer, manager]);
}

function push<T>(groups: Map<string, T[]>, key: string, entry: T): void {
  const group = groups.get(key);
  if (group) group.push(entry);
  else groups.set(key, [entry]);
}
