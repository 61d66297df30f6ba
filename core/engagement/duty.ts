/** Who serves an engagement on a date, and when somebody is there to be told something. */
import { isProblem } from '../problem.ts';
import { awayDaysOf } from '../scope/parts/away.ts';
import type { BusinessClock } from '../time/business-clock.ts';
import { type LocalDate, parseLocalDate } from '../time/local-date.ts';
import { clockOf, type DirectoryBook } from './book.ts';
import type { Engagement } from './schema.ts';

/**
 * The manager, or the backup while the manager is off; `null` where both are off or no backup is named (reading
 * "Pause": the backup answers).
 * @example
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [{ id: 'c', zone: 'UTC', week: {} }], managers: [{ id: 'M-1', name: 'Mia' }], customers: [{ id: 'acme', name: 'Acme' }], engagements: [{ id: 'E-1', customer: 'acme', tier: 'premium', manager: 'M-1', calendar: 'c' }], timeOff: [{ manager: 'M-1', from: '2026-06-08', until: '2026-06-09' }] });
 * onDuty(book, book.engagements.get('E-1'), '2026-06-09') // null
 * onDuty(book, book.engagements.get('E-1'), '2026-06-10') // 'M-1'
 */
export function onDuty(book: DirectoryBook, engagement: Engagement, date: LocalDate): string | null {
  const backup = engagement.backup ?? book.managers.get(engagement.manager)?.backup;
  const present = [engagement.manager, backup].find((id) => id !== undefined && !isAway(book, id, date));
  return present ?? null;
}

function isAway(book: DirectoryBook, manager: string, date: LocalDate): boolean {
  const day = parseLocalDate(date);
  return awayDaysOf(book, manager).some(
    ({ fromDay, untilDay }) => typeof day === 'number' && fromDay <= day && day < untilDay,
  );
}

export interface DutyOptions {
  /** Only while this person is on duty; `null`: whoever is. */
  person: string | null;
  /** Hours outside which nobody wants to be told anything, in their own zone; `null`: none such. */
  awake: BusinessClock | null;
}

/** A search that crosses so many nights and days off finds nobody. */
const MOST_STEPS = 800;

/**
 * The first instant at or after `atMs` within the engagement's business hours at which somebody is on duty and
 * awake; `null` where there is none in sight.
 * @example
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, calendars: [{ id: 'c', zone: 'UTC', week: { mon: [{ from: '09:00', to: '17:00' }] } }], managers: [{ id: 'M-1', name: 'Mia' }], customers: [{ id: 'acme', name: 'Acme' }], engagements: [{ id: 'E-1', customer: 'acme', tier: 'premium', manager: 'M-1', calendar: 'c' }] });
 * firstOnDuty(book, book.engagements.get('E-1'), Date.parse('2026-06-07T12:00Z'), { person: null, awake: null }) === Date.parse('2026-06-08T09:00Z') // true
 */
export function firstOnDuty(
  book: DirectoryBook,
  engagement: Engagement,
  atMs: number,
  { person, awake }: DutyOptions,
): number | null {
  const clock = clockOf(book, engagement);
  let nowMs = atMs;
  for (let step = 0; step < MOST_STEPS; step++) {
    const wokenMs = awake === null ? nowMs : awake.openFrom(nowMs);
    if (isProblem(wokenMs)) return null;
    const openMs = clock.openFrom(wokenMs);
    if (isProblem(openMs)) return null;
    if (openMs !== nowMs) {
      nowMs = openMs;
      continue;
    }
    const present = onDuty(book, engagement, clock.localDateOf(nowMs));
    if (present !== null && (person === null || present === person)) return nowMs;
    nowMs = clock.instantOf(clock.localDayOf(nowMs) + 1, 0);
  }
  return null;
}
