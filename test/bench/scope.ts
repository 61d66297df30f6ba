/** A service organisation's year, checked by every scope rule. */
import { checkScope, type Directory, openDirectory } from '#core';
import { serviceManagement } from '#core/rulebook/service-management.ts';
import { dayNumber, formatLocalDate } from '#core/time/local-date.ts';

export const NOW_MS = Date.parse('2026-06-12T12:00+02:00');
const FIRST_DAY = dayNumber(2025, 7, 1);
const DAYS = 345;
const ENGAGEMENTS_PER_CASE = 1 / 50;
const ENGAGEMENTS_PER_MANAGER = 3;
const TIERS = ['premium', 'standard', 'tsam'];
const DELIVERABLES = ['service-reviews', 'maintenance', 'customer-advocacy', 'root-cause-analysis'];
const ROUNDS = 3;

/** As many cases and activities as asked for; fifty cases an engagement, three engagements a manager. */
export function directoryOf(cases: number, activities: number): Directory {
  const engagements = Math.ceil(cases * ENGAGEMENTS_PER_CASE);
  const managers = Math.ceil(engagements / ENGAGEMENTS_PER_MANAGER);
  const date = (index: number) => formatLocalDate(FIRST_DAY + ((index * 7) % DAYS));
  return {
    format: 'dueline-directory',
    version: 1,
    rulebook: { use: 'service-management' },
    calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: serviceManagement.availability.week }],
    managers: Array.from({ length: managers }, (_, index) => ({
      id: `M-${index}`,
      name: `Manager ${index}`,
    })),
    customers: Array.from({ length: engagements }, (_, index) => ({
      id: `K-${index}`,
      name: `Customer ${index}`,
      domains: [`k${index}.example`],
    })),
    engagements: Array.from({ length: engagements }, (_, index) => ({
      id: `E-${index}`,
      customer: `K-${index}`,
      tier: TIERS[index % TIERS.length]!,
      manager: `M-${index % managers}`,
      calendar: 'berlin',
      from: '2025-07-01',
      until: '2026-12-31',
      contacts: Array.from({ length: 4 }, (_, row) => ({
        email: `c${row}@k${index}.example`,
        from: '2025-07-01',
      })),
    })),
    cases: Array.from({ length: cases }, (_, index) => ({
      id: `C-${index}`,
      engagement: `E-${index % engagements}`,
      status: index % 9 === 0 ? ('open' as const) : ('closed' as const),
      opened: date(index),
      ...(index % 9 !== 0 && { closed: '2026-06-11' }),
      requester: `c${index % 5}@k${index % engagements}.example`,
      severity: index % 4,
      link: `https://desk.example/tickets/${index}`,
      inquiries: [{ received: `${date(index)}T10:00:00+02:00`, answered: `${date(index)}T15:00:00+02:00` }],
    })),
    activities: Array.from({ length: activities }, (_, index) => ({
      id: `A-${index}`,
      engagement: `E-${index % engagements}`,
      date: date(index),
      hours: (index % 11) / 4,
      deliverable: DELIVERABLES[index % DELIVERABLES.length]!,
    })),
  };
}

export interface CheckCost {
  cases: number;
  activities: number;
  findings: number;
  openMs: number;
  checkMs: number;
}

export function checkCost(cases: number, activities: number): CheckCost {
  const directory = directoryOf(cases, activities);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startMs = performance.now();
    const book = openDirectory(directory);
    if (Array.isArray(book)) throw new Error(`the bench's directory is unsound: ${book[0]?.code}`);
    const openedMs = performance.now();
    const findings = checkScope(book, { nowMs: NOW_MS }).length;
    return { cases, activities, findings, openMs: openedMs - startMs, checkMs: performance.now() - openedMs };
  });
  return rounds.reduce((best, round) => (round.checkMs < best.checkMs ? round : best));
}
