/** Runs every scope rule. */
import { oncePerEngagement } from '../cadence/remembered.ts';
import type { DirectoryBook } from '../engagement/book.ts';
import type { Engagement } from '../engagement/schema.ts';
import type { Finding, Moment, Usage } from './finding.ts';
import { SCOPE_RULES } from './index.ts';

/**
 * Everything that is over a limit, or near one, in the whole directory at `moment.nowMs`; violations first, then by
 * rule. Each finding names the clause or reading it rests on, the rows that cause it, and the steps that lead to it.
 * @example
 * const parts = { managers: [{ id: 'M', name: 'Mia' }], customers: [{ id: 'C', name: 'Nordwind' }], calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: serviceManagement.availability.week }] };
 * const engagement = { id: 'E', customer: 'C', tier: 'premium', manager: 'M', calendar: 'berlin' };
 * const activities = [{ id: 'A', engagement: 'E', date: '2026-06-08', hours: 10.01, deliverable: 'service-reviews' }];
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, ...parts, engagements: [engagement], activities });
 * const [first] = checkScope(book, { nowMs: Date.parse('2026-06-12T12:00+02:00') }).filter(({ rule }) => rule === 'weekly-hours');
 * [first.severity, first.values.used, first.values.limit, first.rows[0].row] // ['violation', 10.01, 10, 'A']
 */
export function checkScope(book: DirectoryBook, moment: Moment): Finding[] {
  return violationsFirst(SCOPE_RULES.flatMap((rule) => rule.check(book, moment)));
}

/** Findings of several checks as one check gives them. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const ruleAt = new Map(SCOPE_RULES.map(({ id }, place) => [id, place]));
  return violationsFirst([...findings].sort((a, b) => ruleAt.get(a.rule)! - ruleAt.get(b.rule)!));
}

function violationsFirst(findings: readonly Finding[]): Finding[] {
  return [...findings.filter(isViolation), ...findings.filter((finding) => !isViolation(finding))];
}

/**
 * The same for one engagement and its manager alone: what stands beside a ticket must not wait for a directory of
 * thousands.
 */
export function checkEngagement(book: DirectoryBook, engagement: Engagement, moment: Moment): Finding[] {
  return checkScope(narrowed(book, engagement), moment).filter(
    ({ subject }) => subject.id === (subject.kind === 'manager' ? engagement.manager : engagement.id),
  );
}

/** A book of nothing but the engagements of one manager. */
const narrowed = oncePerEngagement(
  (book: DirectoryBook, { manager }: Engagement): DirectoryBook => ({
    ...book,
    directory: {
      ...book.directory,
      managers: book.directory.managers.filter(({ id }) => id === manager),
      engagements: [...(book.engagementsOfManager.get(manager) ?? [])],
    },
  }),
);

/**
 * How much of each stated limit one engagement uses now: contacts, cases, hours of the running week. Empty where its
 * tier states none.
 * @example
 * const parts = { managers: [{ id: 'M', name: 'Mia' }], customers: [{ id: 'C', name: 'Nordwind' }], calendars: [{ id: 'berlin', zone: 'Europe/Berlin', week: serviceManagement.availability.week }] };
 * const engagement = { id: 'E', customer: 'C', tier: 'premium', manager: 'M', calendar: 'berlin' };
 * const activities = [{ id: 'A', engagement: 'E', date: '2026-06-08', hours: 10.01, deliverable: 'service-reviews' }];
 * const book = openDirectory({ format: 'dueline-directory', version: 1, rulebook: { use: 'service-management' }, ...parts, engagements: [engagement], activities });
 * const usage = usageOf(book, engagement, { nowMs: Date.parse('2026-06-12T12:00+02:00') });
 * usage.map(({ rule, used, limit }) => [rule, used, limit]) // [['cases-in-hand', 0, 30], ['contacts', 0, 3], ['weekly-hours', 10.01, 10]]
 */
export function usageOf(book: DirectoryBook, engagement: Engagement, moment: Moment): Usage[] {
  return SCOPE_RULES.flatMap((rule) => rule.usage?.(book, engagement, moment) ?? []);
}

function isViolation(finding: Finding): boolean {
  return finding.severity === 'violation';
}
