/** Checks that go across a directory's entries: ids told apart, references that lead somewhere, no double claims. */
import { type Problem, problem } from '../problem.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { doubleClaims } from './check-claims.ts';
import { wrongDates } from './check-dates.ts';
import type { Directory } from './directory-schema.ts';
import type { Manager } from './schema.ts';

/** Every broken reference, doubled id, doubled claim, impossible date and circle of backups, each with its path. */
export function checkReferences(directory: Directory, rulebook: Rulebook): Problem[] {
  return [
    ...duplicateIds(directory),
    ...brokenReferences(directory, rulebook),
    ...wrongDates(directory),
    ...backupCycles(directory.managers),
    ...doubleClaims(directory),
  ];
}

const WITH_IDS = ['calendars', 'managers', 'customers', 'engagements', 'cases', 'activities'] as const;

function duplicateIds(directory: Directory): Problem[] {
  const problems: Problem[] = [];
  for (const kind of WITH_IDS) {
    const seen = new Set<string>();
    for (const [index, { id }] of (directory[kind] ?? []).entries()) {
      if (seen.has(id)) problems.push(problem('duplicate-id', [kind, index, 'id'], { kind, id }));
      seen.add(id);
    }
  }
  return problems;
}

function brokenReferences(directory: Directory, rulebook: Rulebook): Problem[] {
  const problems: Problem[] = [];
  const known = {
    calendar: idsOf(directory.calendars),
    manager: idsOf(directory.managers),
    customer: idsOf(directory.customers),
    engagement: idsOf(directory.engagements),
    tier: idsOf(rulebook.tiers),
    deliverable: idsOf(rulebook.deliverables),
    case: idsOf(directory.cases ?? []),
  };
  const need = (
    kind: keyof typeof known,
    id: string | undefined,
    entry: string,
    path: readonly (string | number)[],
  ) => {
    if (id !== undefined && !known[kind].has(id)) {
      problems.push(problem('missing-entry', path, { entry, kind, id }));
    }
  };
  for (const [index, manager] of directory.managers.entries()) {
    need('manager', manager.backup, manager.id, ['managers', index, 'backup']);
  }
  for (const [index, engagement] of directory.engagements.entries()) {
    const at = ['engagements', index];
    need('customer', engagement.customer, engagement.id, [...at, 'customer']);
    need('manager', engagement.manager, engagement.id, [...at, 'manager']);
    need('manager', engagement.backup, engagement.id, [...at, 'backup']);
    need('calendar', engagement.calendar, engagement.id, [...at, 'calendar']);
    need('tier', engagement.tier, engagement.id, [...at, 'tier']);
    for (const [change, { tier }] of (engagement.changes ?? []).entries()) {
      need('tier', tier, engagement.id, [...at, 'changes', change, 'tier']);
    }
  }
  for (const [index, entry] of (directory.cases ?? []).entries()) {
    need('engagement', entry.engagement, entry.id, ['cases', index, 'engagement']);
  }
  for (const [index, activity] of (directory.activities ?? []).entries()) {
    need('engagement', activity.engagement, activity.id, ['activities', index, 'engagement']);
    need('deliverable', activity.deliverable, activity.id, ['activities', index, 'deliverable']);
    need('case', activity.case, activity.id, ['activities', index, 'case']);
  }
  for (const [index, off] of (directory.timeOff ?? []).entries()) {
    need('manager', off.manager, off.manager, ['timeOff', index, 'manager']);
  }
  return problems;
}

/**
 * A chain of backups that leads back to its start, told once: somebody as their own backup, or a ring of three and
 * more. Two managers who stand in for each other are the usual arrangement, and no circle.
 */
function backupCycles(managers: readonly Manager[]): Problem[] {
  const backups = new Map(managers.map(({ id, backup }) => [id, backup]));
  const indexes = new Map(managers.map(({ id }, index) => [id, index]));
  const followed = new Set<string>();
  const problems: Problem[] = [];
  for (const { id: start } of managers) {
    const chain: string[] = [];
    let id: string | undefined = start;
    for (; id !== undefined && !followed.has(id); id = backups.get(id)) {
      followed.add(id);
      chain.push(id);
    }
    const ring = id === undefined ? -1 : chain.indexOf(id);
    const members = ring < 0 ? [] : chain.slice(ring);
    if (members.length === 1 || members.length > 2) {
      const path = ['managers', indexes.get(members[0]!) ?? 0, 'backup'];
      problems.push(problem('backup-cycle', path, { managers: listed(members) }));
    }
  }
  return problems;
}

/** Names in a message; a ring of thousands is known by its first few. */
const MAX_NAMED = 10;

function listed(ids: readonly string[]): string {
  const named = ids.slice(0, MAX_NAMED).join(' → ');
  return ids.length > MAX_NAMED ? `${named} → …` : named;
}

function idsOf(entries: readonly { id: string }[]): Set<string> {
  return new Set(entries.map((entry) => entry.id));
}
